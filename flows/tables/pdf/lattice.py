"""A table's area as a lattice: slots between all its lines, joined to regions where no wall stands between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from flows.reading.pdf.page import Edges
from flows.tables.pdf.strokes import Frame, Stroke

# More slots than this are no table that somebody reads.
MOST_SLOTS = 40_000

Walls = frozenset[tuple[int, int]]
"""(line, slot along it) of each side of a slot that keeps its neighbours apart."""


class Region(NamedTuple):
    """A rectangle of slots; rows and columns count from 0."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True)
class Lattice:
    """Column edges `xs` and row edges `ys`, `down` the walls on column edges, `across` those on row edges."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    down: Walls
    across: Walls

    @property
    def rows(self) -> int:
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Regions that cover every slot once, row by row."""
        return tuple(sorted(self._regions()))

    def slot(self, x: float, y: float) -> tuple[int, int]:
        """The row and column of a point; one outside belongs to the slot at the border."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), self.rows - 1)
        return row, min(max(bisect_right(self.xs, x) - 1, 0), self.columns - 1)

    def edges(self, region: Region) -> Edges:
        row, column, row_span, column_span = region
        return Edges(self.xs[column], self.ys[row], self.xs[column + column_span], self.ys[row + row_span])

    def with_columns(self, cuts: Sequence[float], wall: Callable[[int, int], bool]) -> Lattice:
        """With further column edges; wall(edge, row) tells, in the new numbers, where they keep slots apart."""
        xs = tuple(sorted({*self.xs, *cuts}))
        place = {x: edge for edge, x in enumerate(xs)}
        down, across = _refined([place[x] for x in self.xs], self.down, self.across)
        new = {place[cut] for cut in cuts}
        down |= {(edge, row) for edge in new for row in range(self.rows) if wall(edge, row)}
        return Lattice(xs, self.ys, down, across)

    def with_rows(self, cuts: Sequence[float], wall: Callable[[int, int], bool]) -> Lattice:
        """With further row edges; wall(edge, column) tells, in the new numbers, where they keep slots apart."""
        turned = Lattice(self.ys, self.xs, self.across, self.down).with_columns(cuts, wall)
        return Lattice(self.xs, turned.xs, turned.across, turned.down)

    def opened(self, down: Collection[tuple[int, int]]) -> Lattice:
        """Without some of the walls on column edges."""
        return Lattice(self.xs, self.ys, self.down.difference(down), self.across)

    def _regions(self) -> Iterator[Region]:
        """Runs of slots without a wall, and equal runs of neighbouring rows joined where no wall is between them."""
        started: dict[tuple[int, int], int] = {}
        for row in range(self.rows + 1):
            runs = set(self._runs(row)) if row < self.rows else set()
            for run, first in list(started.items()):
                if run not in runs or any((row, column) in self.across for column in range(*run)):
                    yield Region(first, run[0], row - first, run[1] - run[0])
                    del started[run]
            for run in runs:
                started.setdefault(run, row)

    def _runs(self, row: int) -> Iterator[tuple[int, int]]:
        return pairwise([0, *(edge for edge in range(1, self.columns) if (edge, row) in self.down), self.columns])


def lattice_of(frame: Frame, least: float) -> Lattice | None:
    """The lattice of a frame, with slots of at least some width and height. Sides left open count as drawn.

    None where no slot has room, or too many would.
    """
    left, top, right, bottom = frame.edges
    xs = _positions(frame.verticals, left, right, least)
    ys = _positions(frame.horizontals, top, bottom, least)
    if right - left <= least or bottom - top <= least or (len(xs) - 1) * (len(ys) - 1) > MOST_SLOTS:
        return None
    return Lattice(xs, ys, _drawn(frame.verticals, xs, ys), _drawn(frame.horizontals, ys, xs))


def _positions(strokes: Sequence[Stroke], low: float, high: float, least: float) -> tuple[float, ...]:
    """Where lines stand on an axis, with the ends of the frame; of lines with no room between them, the first."""
    found = [low]
    for stroke in strokes:
        if stroke.position - found[-1] > least:
            found.append(stroke.position)
    if high - found[-1] > least or len(found) == 1:
        return *found, high
    return *found[:-1], high


def _drawn(strokes: Sequence[Stroke], positions: Sequence[float], stops: Sequence[float]) -> Walls:
    """A wall on each side of a slot with a stroke over its middle."""
    middles = [(start + end) / 2 for start, end in pairwise(stops)]
    found: set[tuple[int, int]] = set()
    for stroke in strokes:
        line = _nearest(positions, stroke.position)
        slots = range(bisect_right(middles, stroke.start), bisect_right(middles, stroke.end))
        found.update((line, slot) for slot in slots)
    return frozenset(found)


def _nearest(positions: Sequence[float], position: float) -> int:
    after = min(bisect_right(positions, position), len(positions) - 1)
    before = max(after - 1, 0)
    return before if position - positions[before] <= positions[after] - position else after


def _refined(moved: Sequence[int], down: Walls, across: Walls) -> tuple[Walls, Walls]:
    """Walls in new numbers, `moved` from the old: a slot's walls stand along each slot it was cut to."""
    return (
        frozenset((moved[edge], row) for edge, row in down),
        frozenset((line, slot) for line, column in across for slot in range(moved[column], moved[column + 1])),
    )
