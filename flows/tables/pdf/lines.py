"""Words as visual lines, and lines as segments: stretches of a line with no wide gap in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import regex

from flows.reading.pdf.page import Edges, Word

# How far a line of letters reaches above and below its baseline, in ems; boxes of glyphs would tell a dash from a word.
ASCENT, DESCENT = 0.75, 0.2
# Two words share a line if they overlap by this part of the smaller one: a raised mark does, the next line does not.
SAME_LINE = 0.5
# The space between words is the gap that this part of all gaps stays under; some are wider in a justified line.
SPACE, WIDER = 0.3, 1.4
# Letters that run rightward are no higher than this, in ems.
TURNED = 1.4
# Bounds of what is wider than a space, in ems: a table may have no spaces, a typewriter's are wide.
LEAST_GAP, MOST_GAP = 0.55, 0.9


LEADER = regex.compile(r"[.\u2026_\u00b7]{3,}|[.\u2026\u00b7]")
LEADER_END = regex.compile(r"[.\u2026_\u00b7]{3,}\Z|\A[.\u2026\u00b7]\Z")


@dataclass(frozen=True)
class Line:
    """Words that stand side by side, from the left."""

    words: tuple[Word, ...]

    @cached_property
    def edges(self) -> Edges:
        return around(map(room, self.words))

    def segments(self, gap: float) -> list[Line]:
        """The line cut where `gap` points or more are empty, and behind dot leaders."""
        found: list[list[Word]] = []
        right = float("-inf")
        for word in self.words:
            if word.edges.left - right >= gap and not (found and is_leader(word)):
                found.append([])
            found[-1].append(word)
            right = max(right, word.edges.right)
            if is_dotted(word):
                right = float("-inf")
        return [Line(tuple(words)) for words in found]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def around(boxes: Iterable[Edges]) -> Edges:
    """The smallest rectangle around one or more others."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Edges(min(lefts), min(tops), max(rights), max(bottoms))


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The words as lines from the top; n log n in the words. The order that the words come in does not matter."""
    return [Line(tuple(sorted(line, key=_from_left))) for line in _grouped(words)]


def is_leader(word: Word) -> bool:
    """Whether a word is dots and nothing else, that lead the eye from a label to its figures."""
    return LEADER.fullmatch(word.text) is not None


def is_dotted(word: Word) -> bool:
    """Whether a word ends in dots that lead on."""
    return LEADER_END.search(word.text) is not None


class Scale(NamedTuple):
    """What thresholds are measured in, in points: the font size, and the least gap that is no space between words."""

    em: float
    gap: float


def scale_of(lines: Sequence[Line]) -> Scale:
    """The scale of a page's text: of its middle font size, and of the narrower ones of its gaps between words."""
    em = median(word.size for line in lines for word in line.words)
    gaps = [right.edges.left - left.edges.right for line in lines for left, right in pairwise(line.words)]
    narrow = sorted(gap for gap in gaps if gap < 1.5 * em)
    space = narrow[int(SPACE * len(narrow))] if narrow else 0.0
    return Scale(em, min(max(WIDER * space, LEAST_GAP * em), MOST_GAP * em))


def is_turned(word: Word) -> bool:
    """Whether a word runs up or down the page: it is higher than its letters are, and than it is wide."""
    left, top, right, bottom = word.edges
    return bottom - top > TURNED * word.size and bottom - top > right - left


def room(word: Word) -> Edges:
    """The rectangle that a word takes up on its line, whichever letters it has."""
    left, top, right, bottom = word.edges
    above, below = word.baseline - ASCENT * word.size, word.baseline + DESCENT * word.size
    if above >= bottom or below <= top or is_turned(word):
        return word.edges
    return Edges(left, above, right, below)


def _grouped(words: Iterable[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    band = Edges(0, 0, 0, 0)
    for taken, word in sorted(((room(word), word) for word in words), key=_from_top):
        if line and not _overlaps(band, taken):
            yield line
            line = []
        if not line or taken.height > band.height:
            band = taken
        line.append(word)
    if line:
        yield line


def _overlaps(band: Edges, edges: Edges) -> bool:
    shared = min(band.bottom, edges.bottom) - max(band.top, edges.top)
    return shared >= SAME_LINE * min(band.height, edges.height)


def _from_top(placed: tuple[Edges, Word]) -> tuple[float, float, float, str]:
    (left, top, right, bottom), word = placed
    return top + bottom, left, right, word.text


def _from_left(word: Word) -> tuple[float, float, float, str]:
    return word.edges.left, word.edges.right, word.edges.top, word.text
