"""The lines of a table as parts that stand in columns, and headings that stand over several."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from flows.reading.pdf.page import Edges
from flows.tables.pdf.figures import is_figure, is_year
from flows.tables.pdf.lines import Line, Scale, around, is_leader
from flows.tables.pdf.strokes import Stroke

# In ems: how far the middle of a heading may be off the middle of the columns that it stands over, and how much
# nearer that must be than the middle of its own column.
CENTRED, NEARER = 0.8, 0.5
# A heading over all columns is so much wider than the text under it in its own column.
WIDER = 1.2


@dataclass(frozen=True)
class Part:
    """A stretch of a line's text and the columns that it stands over, from `first` to `last`."""

    line: Line
    first: int
    last: int

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def left(self) -> float:
        return self.line.edges.left

    @property
    def bold(self) -> bool:
        return self.line.words[0].bold


@dataclass(frozen=True)
class Strip:
    """One line of a table as parts from the left."""

    edges: Edges
    parts: tuple[Part, ...]

    @cached_property
    def columns(self) -> set[int]:
        return {column for part in self.parts for column in range(part.first, part.last + 1)}

    @property
    def label(self) -> Part | None:
        """What stands in the first column."""
        return self.parts[0] if self.parts and self.parts[0].first == 0 else None

    @property
    def values(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.first)

    @cached_property
    def figures(self) -> set[int]:
        return {part.first for part in self.values if is_figure(part.text)}


def strips(lines: Sequence[Line], xs: Sequence[float], strokes: Sequence[Stroke], scale: Scale) -> list[Strip]:
    """The lines over columns with edges at `xs`; headings stand over what a stroke below them or their place says."""
    plain = [Strip(line.edges, tuple(_parts(line, xs, scale))) for line in lines]
    extents = _extents(plain, len(xs) - 1)
    found = []
    for at, strip in enumerate(plain):
        above = plain[at - 1] if at else None
        below = plain[at + 1] if at + 1 < len(plain) else None
        found.append(
            _over_all(strip, above, below, extents, scale.em) or _spread(strip, below, extents, strokes, scale)
        )
    return found


def _parts(line: Line, xs: Sequence[float], scale: Scale) -> list[Part]:
    """The segments of a line with their columns; those of one column are one part."""
    found: list[Part] = []
    for segment in line.segments(scale.gap):
        first, last = _columns(segment, xs)
        if found and found[-1].last >= first:
            before = found.pop()
            segment = Line(before.line.words + segment.words)
            first, last = before.first, max(last, before.last)
        found.append(Part(segment, first, last))
    return found


def _columns(segment: Line, xs: Sequence[float]) -> tuple[int, int]:
    """The columns that the middles of a segment's words stand in."""
    at = [bisect_right(xs, word.edges.centre[0], 1, len(xs) - 1) - 1 for word in segment.words if not is_leader(word)]
    return (min(at), max(at)) if at else (0, 0)


def _extents(rows: Sequence[Strip], count: int) -> list[Edges | None]:
    """Where the text of each column stands."""
    boxes: list[list[Edges]] = [[] for _ in range(count)]
    for strip in rows:
        for part in strip.parts:
            if part.first == part.last:
                boxes[part.first].append(part.line.edges)
    return [around(found) if found else None for found in boxes]


def _over_all(
    strip: Strip, above: Strip | None, below: Strip | None, extents: Sequence[Edges | None], em: float
) -> Strip | None:
    """The strip stretched over all columns but the first, if it is one text in the middle of them.

    Under a line that fills them it can be nothing else (a unit); above one, it is wider than its own column's text.
    """
    start, end = (extents[1], extents[-1]) if len(extents) > 2 else (None, None)
    if len(strip.parts) != 1 or strip.label or strip.figures or not start or not end:
        return None
    part, values = strip.parts[0], len(extents) - 1
    if abs((start.left + end.right) / 2 - part.line.edges.centre[0]) > CENTRED * em:
        return None
    under = next((other for other in below.parts if other.first <= part.first <= other.last), None) if below else None
    if (above and len(above.values) == values) or (under and part.line.edges.width > WIDER * under.line.edges.width):
        return replace(strip, parts=(replace(part, first=1, last=values),))
    return None


def _spread(
    strip: Strip, below: Strip | None, extents: Sequence[Edges | None], strokes: Sequence[Stroke], scale: Scale
) -> Strip:
    """The strip with headings stretched over their columns; figures and labels stay where they are."""
    if len(strip.values) == len(extents) - 1 or any(
        is_figure(part.text) and not is_year(part.text) for part in strip.values
    ):
        return strip
    bottom = below.edges.bottom if below else strip.edges.bottom
    parts = list(strip.parts)
    for at, part in enumerate(parts):
        low = parts[at - 1].last + 1 if at else 1
        high = parts[at + 1].first - 1 if at + 1 < len(parts) else len(extents) - 1
        if part.first:
            parts[at] = _underlined(part, (low, high), bottom, extents, strokes) or _centred(
                part, (low, high), extents, scale.em
            )
    return replace(strip, parts=tuple(parts))


def _underlined(
    part: Part, reach: tuple[int, int], below: float, extents: Sequence[Edges | None], strokes: Sequence[Stroke]
) -> Part | None:
    """The part over the columns that a stroke below it runs over."""
    left, top, right, _ = part.line.edges
    for stroke in strokes:
        if top < stroke.position < below and stroke.start <= (left + right) / 2 <= stroke.end:
            under = [
                column
                for column in range(reach[0], reach[1] + 1)
                if (extent := extents[column]) and stroke.start <= extent.centre[0] <= stroke.end
            ]
            if under and under[0] <= part.first and part.last <= under[-1]:
                return replace(part, first=under[0], last=under[-1])
    return None


def _centred(part: Part, reach: tuple[int, int], extents: Sequence[Edges | None], em: float) -> Part:
    """The part over the columns whose common middle is nearest to its own."""
    middle = part.line.edges.centre[0]

    def off(first: int, last: int) -> float:
        start, end = extents[first], extents[last]
        return abs((start.left + end.right) / 2 - middle) if start and end else float("inf")

    found = min(
        (
            (off(first, last), last - first, first, last)
            for first in range(reach[0], part.first + 1)
            for last in range(part.last, reach[1] + 1)
        ),
        default=None,
    )
    if found is None or found[0] > CENTRED * em or found[0] > off(part.first, part.last) - NEARER * em:
        return part
    return replace(part, first=found[2], last=found[3])
