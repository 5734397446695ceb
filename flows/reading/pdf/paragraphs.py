"""Printed lines to paragraphs, list items and headings.

A line's end is a wrap if the next line's first word would not have fitted on it; size, weight, spacing, indentation and
list markers tell where a paragraph starts. A paragraph that a column or page cuts goes on in the next one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from flows.reading.captions import is_caption
from flows.reading.lists import Marker, markers_of
from flows.reading.pdf.hyphens import HYPHENS
from flows.reading.pdf.printed import PrintedLine
from schemas.rows import BlockKind

SAME_SIZE = 0.08
"""Part of the font size by which the lines of one paragraph differ: a line's size is that of most of its letters."""
LEADING = 1.3
"""Distance of baselines, in the usual one of the document, from which a new paragraph starts."""
USUAL_LEADING = 1.2
"""Distance of baselines in font sizes where no lines tell."""
INDENT = 0.8
"""Font sizes that a first line is set in by."""
CENTRED = 0.1
"""Font sizes by which the middles of centred lines differ."""
SLACK = 0.4
"""Font sizes that a line may be short of its column in which the next word would just have fitted."""
RAGGED = 0.2
"""Part of the column's width that a line may be short of it inside a sentence: print is not always set greedily."""
SEARCHED = 12
"""Blocks before a column or page break in which the one that it cuts is looked for."""
ENDING = 16
"""Characters at a line's end that tell whether a sentence does: its mark, closing quotes, the number of a note."""

_ENDED = regex.compile(r"""[.!?\u2026:;\u3002\uff01\uff1f\uff1a\uff1b]["'\u201d\u2019)\]]*\d{0,2}\Z""")


@dataclass(slots=True)
class Chunk:
    """Lines that make one block."""

    kind: BlockKind
    lines: list[PrintedLine]
    marker: Marker | None = None
    level: int | None = None
    depth: int = 0

    @property
    def text(self) -> str:
        """The text of the first line."""
        return self.lines[0].text


@dataclass(slots=True)
class _Group:
    """Lines one under the other, evenly spaced, of one size; `right` is how far they could have reached."""

    lines: list[PrintedLine]
    right: float = 0.0

    @property
    def column(self) -> tuple[int, tuple[float, float]]:
        return self.lines[0].page, self.lines[0].column


def chunks_of(lines: Sequence[PrintedLine | None]) -> list[Chunk]:
    """The paragraphs, list items and captions of a document's lines; None stands where a table does."""
    groups = list(_groups(lines, usual_leading(lines)))
    _measure(groups)
    chunks: list[Chunk] = []
    for group in groups:
        for number, chunk in enumerate(_chunks(group)):
            before = None if number else _cut_off(chunks, chunk)
            if before:
                before.lines += chunk.lines
            else:
                chunks.append(chunk)
    _nest(chunks)
    return chunks


def usual_leading(lines: Sequence[PrintedLine | None]) -> float:
    """The distance of baselines in font sizes that is usual in the document: a small one, paragraphs stand further
    apart."""
    found = sorted(
        (line.baseline - above.baseline) / line.size
        for above, line in pairwise(lines)
        if above and line and _same_print(above, line) and line.baseline > above.baseline + line.size / 2
    )
    return min(max(found[len(found) // 4], 1.0), 2.5) if found else USUAL_LEADING


def _same_print(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether two lines stand in one column and are of one size."""
    same_place = above.page == line.page and above.column == line.column and above.turned == line.turned
    return same_place and abs(above.size - line.size) <= SAME_SIZE * line.size


def _groups(lines: Sequence[PrintedLine | None], leading: float) -> Iterator[_Group]:
    group: list[PrintedLine] = []
    for line in lines:
        if group and not (line and _is_next(group[-1], line, leading)):
            yield _Group(group)
            group = []
        if line:
            group.append(line)
    if group:
        yield _Group(group)


def _is_next(above: PrintedLine, line: PrintedLine, leading: float) -> bool:
    distance = line.baseline - above.baseline
    return _same_print(above, line) and 0.3 * line.size < distance <= LEADING * leading * line.size


def _measure(groups: Sequence[_Group]) -> None:
    """Say how far the lines of each group could reach: two lines tell it by the other groups of their column."""
    reach: dict[tuple[int, tuple[float, float]], float] = defaultdict(float)
    for group in groups:
        group.right = max(line.edges.right for line in group.lines)
        if len(group.lines) >= 3:
            reach[group.column] = max(reach[group.column], group.right)
    for group in groups:
        if len(group.lines) < 3:
            group.right = max(group.right, reach[group.column])


def _chunks(group: _Group) -> Iterator[Chunk]:
    chunk: Chunk | None = None
    markers = markers_of([line.line for line in group.lines])
    following = [*group.lines[1:], None]
    for line, marker, after in zip(group.lines, markers, following, strict=True):
        wraps = chunk is not None and _wraps(chunk, line, after, group.right)
        starts = marker is not None and not (wraps and marker.doubtful and not _announces(chunk))
        if chunk and wraps and not starts and not is_caption(line.text):
            chunk.lines.append(line)
            continue
        if chunk:
            yield chunk
        chunk = _chunk(line, marker if starts else None)
    if chunk:
        yield chunk


def _chunk(line: PrintedLine, marker: Marker | None) -> Chunk:
    if marker:
        return Chunk("list_item", [line], marker)
    return Chunk("caption" if is_caption(line.text) else "paragraph", [line])


def _announces(chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.lines[-1].text.endswith((":", "\uff1a"))


def _wraps(chunk: Chunk, line: PrintedLine, after: PrintedLine | None, right: float) -> bool:
    """Whether the end of a chunk's last line is a wrap."""
    last = chunk.lines[-1]
    if _is_broken(last) and line.text[0].isalnum():
        return True
    if chunk.marker and line.edges.left > chunk.lines[0].edges.left + INDENT * line.size / 2:
        return True  # set under the item's text, not under its marker
    if last.bold != line.bold and not (last.bold and line.opens_bold):
        return False
    if last.edges.right + line.size / 4 + line.first_word <= right - _slack(last, line, right):
        return False
    return not _is_set_in(chunk, line, after)


def _is_broken(line: PrintedLine) -> bool:
    """Whether a line ends in a hyphen behind a letter."""
    return line.text.endswith(HYPHENS) and line.text[-2:-1].isalpha()


def _has_ended(line: PrintedLine) -> bool:
    """Whether a sentence ends with a line."""
    return _ENDED.search(line.text, max(0, len(line.text) - ENDING)) is not None


def _slack(last: PrintedLine, line: PrintedLine, right: float) -> float:
    """How far a wrapped line may stay short of the column: further where the sentence plainly goes on."""
    return RAGGED * (right - last.edges.left) if _goes_on(last, line) else SLACK * line.size


def _goes_on(last: PrintedLine, line: PrintedLine) -> bool:
    """Whether a sentence plainly goes on from one line to the next."""
    return line.text[0].islower() and not _has_ended(last)


def _is_set_in(chunk: Chunk, line: PrintedLine, after: PrintedLine | None) -> bool:
    """Whether a line's left edge shows that it starts something: a first line set in, or the end of what was set in."""
    first, last = chunk.lines[0], chunk.lines[-1]
    if abs(last.edges.centre[0] - line.edges.centre[0]) < CENTRED * line.size:
        return False
    shift = line.edges.left - last.edges.left
    if shift > INDENT * line.size:
        back = after is not None and after.edges.left < line.edges.left - INDENT * line.size
        return back or _has_ended(last)
    if shift < -INDENT * line.size:
        below_cap = abs(line.edges.left - first.edges.left) < INDENT * line.size and _goes_on(last, line)
        return (last is not first and not below_cap) or chunk.marker is not None
    return False


def _cut_off(chunks: Sequence[Chunk], chunk: Chunk) -> Chunk | None:
    """The chunk that goes on in another, which opens a column, a page, or what follows a table or figure.

    Footnotes and captions may stand between, in print of another size.
    """
    opening = chunk.lines[0]
    if chunk.kind != "paragraph" or opening.turned:
        return None
    for before in reversed(chunks[-SEARCHED:]):
        last = before.lines[-1]
        if last.page < opening.page - 1:
            return None
        if abs(last.size - opening.size) <= SAME_SIZE * opening.size and before.kind in ("paragraph", "list_item"):
            return before if _is_unfinished(last, opening) else None
    return None


def _is_unfinished(last: PrintedLine, opening: PrintedLine) -> bool:
    if last.bold != opening.bold or last.turned:
        return False
    if _is_broken(last):
        return opening.text[0].isalpha()
    left, right = last.column
    reaches = last.edges.right >= right - (right - left) / 4
    return reaches and opening.text[0].islower() and not _has_ended(last)


def _nest(chunks: Sequence[Chunk]) -> None:
    """Give each list item its depth, by its indent below the items right before it."""
    indents: list[int] = []
    for chunk in chunks:
        if chunk.kind != "list_item":
            indents = []
            continue
        indent = chunk.lines[0].line.indent
        while indents and indent <= indents[-1]:
            indents.pop()
        indents.append(indent)
        chunk.depth = len(indents)
