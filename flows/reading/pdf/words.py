"""Stretches of characters to words, and words to rows: what stands on one baseline across the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from operator import attrgetter
from statistics import median

from flows.reading.pdf.characters import Print, Stretch
from flows.reading.pdf.page import Boxes, Edges, Word

GAP = 0.15
"""Part of the font size from which white between two characters parts words."""
SPACED = 0.1
"""Part of the font size from which the usual gap of a word says that its letters are spaced."""
SAME_ROW = 0.2
"""Part of the font size by which baselines of one row differ."""
SMALLEST, SMALL, LIFT, NEAR = 0.45, 0.85, 0.6, 0.5
"""A raised or lowered mark: its least size and what it is smaller than; how far off the baseline and its neighbour, in
sizes of that."""
TALL, MOST_CAPS = 1.8, 8
"""Size of a letter at the start of an article, in sizes of its text, and how many are looked for on a page."""
FEWEST_SPACED, SPACED_GAP, SPREAD = 5, 0.7, 1.5
"""Letters in a row that are set as words of their own: how many, how near in font sizes, and how even their gaps."""

_baseline, _left, _size = attrgetter("baseline"), attrgetter("left"), attrgetter("size")
_SUPERSCRIPTS = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")


@dataclass(slots=True)
class _Part:
    """Characters of a word to be, and what they take on their row."""

    text: str
    characters: tuple[int, int]
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    ends_word: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Words side by side from the left, on one baseline."""

    words: tuple[Word, ...]
    baseline: float


def rows_of(page: Print) -> list[Row]:
    """The upright text of a page in rows from the top; n log n."""
    parts = list(chain.from_iterable(_parts(stretch) for stretch in page.stretches if stretch.style.upright))
    if parts:
        sizes = sorted(part.size for part in parts)
        if sizes[0] < SMALL * sizes[-1]:
            _lower_marks(parts)
        _raise_drop_caps(parts, TALL * median(sizes))
    return [Row(tuple(_words(row, page.ink)), row[0].baseline) for row in _by_baseline(parts)]


def turned_rows(page: Print) -> list[Row]:
    """The text that runs in other directions, line by line as the page's content has it."""
    rows: list[list[Stretch]] = []
    last: Stretch | None = None
    for stretch in page.stretches:
        if stretch.style.upright:
            continue
        if last is None or last.ends_line or not _goes_on(last, stretch):
            rows.append([])
        rows[-1].append(stretch)
        last = stretch
    return [Row(tuple(_turned_words(row, page.ink)), page.ink.bottoms[row[0].start]) for row in rows]


def _goes_on(last: Stretch, stretch: Stretch) -> bool:
    """Whether a turned stretch stands on the line of the one before it."""
    return abs(last.style.baseline - stretch.style.baseline) <= SAME_ROW * last.style.size


def _turned_words(row: Sequence[Stretch], ink: Boxes) -> Iterator[Word]:
    return _words(list(chain.from_iterable(map(_parts, row))), ink)


def _parts(stretch: Stretch) -> Iterator[_Part]:
    """A stretch cut where the gaps are wide: wider than a word space, or than those between spaced letters."""
    gaps, widest = stretch.gaps, GAP * stretch.style.size
    if not gaps or max(gaps) <= widest:
        yield _part(stretch, stretch.start, stretch.end)
        return
    if len(gaps) >= 3 and (usual := median(gaps)) > SPACED * stretch.style.size:
        widest += usual
    wide = (at for at, gap in enumerate(gaps, stretch.start + 1) if gap > widest)
    for start, end in pairwise([stretch.start, *wide, stretch.end]):
        yield _part(stretch, start, end)


def _part(stretch: Stretch, start: int, end: int) -> _Part:
    style, first = stretch.style, stretch.start
    return _Part(
        stretch.text[start - first : end - first],
        (start, end),
        stretch.rooms.lefts[start],
        stretch.rooms.rights[end - 1],
        style.baseline,
        style.size,
        style.bold,
        stretch.ends_word or end < stretch.end,
    )


def _lower_marks(parts: Sequence[_Part]) -> None:
    """Put raised and lowered marks (footnote numbers, indices) on the baseline of the text that they follow or open."""
    base: _Part | None = None
    for part in parts:
        if base and part.size < SMALL * base.size and _is_mark(part, base, part.left - base.right):
            _put_down(part, base)
            base = _reaching(base, part.right)
        else:
            base = part
    base = None
    for part in reversed(parts):
        if base and part.size < SMALL * base.size and _is_mark(part, base, base.left - part.right):
            _put_down(part, base)
        base = part


def _put_down(part: _Part, base: _Part) -> None:
    """Put a mark on the baseline of its text. Raised figures stay so: 10 with an exponent is not 102."""
    if part.baseline < base.baseline:
        part.text = part.text.translate(_SUPERSCRIPTS)
    part.baseline = base.baseline


def _raise_drop_caps(parts: Sequence[_Part], tall: float) -> None:
    """Put a letter that is several lines high on the baseline of the first of them."""
    letters = (part for part in parts if part.size >= tall and len(part.text) == 1)
    for cap in islice((part for part in letters if part.text.isalpha()), MOST_CAPS):
        if lines := [part.baseline for part in parts if _stands_beside(part, cap)]:
            cap.baseline = min(lines)


def _stands_beside(part: _Part, cap: _Part) -> bool:
    near = -0.1 * cap.size < part.left - cap.right < 0.5 * cap.size
    beside = cap.baseline - 0.85 * cap.size < part.baseline < cap.baseline - part.size / 2
    return near and beside and TALL * part.size <= cap.size


def _is_mark(part: _Part, base: _Part, gap: float) -> bool:
    off = abs(part.baseline - base.baseline)
    near = -NEAR * base.size < gap < NEAR * base.size
    return SMALLEST * base.size < part.size and 0 < off < LIFT * base.size and near


def _reaching(base: _Part, right: float) -> _Part:
    return _Part(base.text, base.characters, base.left, right, base.baseline, base.size, base.bold, ends_word=False)


def _by_baseline(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    row: list[_Part] = []
    for part in sorted(parts, key=_baseline):
        if row and part.baseline - row[0].baseline > SAME_ROW * max(part.size, row[0].size):
            yield sorted(row, key=_left)
            row = []
        row.append(part)
    if row:
        yield sorted(row, key=_left)


def _words(row: Sequence[_Part], ink: Boxes) -> Iterator[Word]:
    word: list[_Part] = []
    spaced = _letter_gap(row)
    for part in row:
        if word and not _is_joined(word[-1], part, spaced):
            yield _word(word, ink)
            word = []
        word.append(part)
    if word:
        yield _word(word, ink)


def _letter_gap(row: Sequence[_Part]) -> float:
    """How far apart the letters of words are in a row that is set letter by letter ("A N N U A L"); 0 elsewhere."""
    letters = len([part for part in row if len(part.text) == 1 and part.text.isalpha()])
    if letters < FEWEST_SPACED or letters < 0.8 * len(row):
        return 0.0
    usual = median(part.left - last.right for last, part in pairwise(row))
    return usual * SPREAD if usual <= SPACED_GAP * row[0].size else 0.0


def _is_joined(last: _Part, part: _Part, spaced: float) -> bool:
    """Whether two parts make one word."""
    gap = part.left - last.right
    return gap <= spaced if spaced else not last.ends_word and gap <= GAP * max(last.size, part.size)


def _word(parts: Sequence[_Part], ink: Boxes) -> Word:
    first = parts[0]
    if len(parts) == 1:
        edges = ink.around(*first.characters)
        return Word(first.text, edges, first.size, (first.characters,), first.baseline, first.bold)
    largest, characters = max(parts, key=_size), tuple(part.characters for part in parts)
    edges = around([ink.around(*stretch) for stretch in characters])
    return Word("".join(part.text for part in parts), edges, largest.size, characters, largest.baseline, largest.bold)


def around(boxes: Iterable[Edges]) -> Edges:
    """The smallest rectangle around one or more others."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Edges(min(lefts), min(tops), max(rights), max(bottoms))
