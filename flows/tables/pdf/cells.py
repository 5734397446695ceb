"""Words by where they stand: in a rectangle, in the regions of a lattice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from flows.reading.pdf.page import Edges, Word
from flows.tables.pdf.lattice import Lattice, Region
from flows.tables.pdf.lines import is_leader, lines_of, room


class PlacedWords:
    """The words of a page by the height of their middles, to find those inside a rectangle."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = tuple(words)

    def __len__(self) -> int:
        return len(self._words)

    @cached_property
    def _placed(self) -> list[tuple[float, float, Word]]:
        return sorted(((*room(word).centre[::-1], word) for word in self._words), key=lambda item: item[:2])

    @cached_property
    def _heights(self) -> list[float]:
        return [y for y, _, _ in self._placed]

    def inside(self, edges: Edges) -> list[Word]:
        """The words whose middle lies in a rectangle."""
        first, last = bisect_left(self._heights, edges.top), bisect_right(self._heights, edges.bottom)
        return [word for _, x, word in self._placed[first:last] if edges.left <= x <= edges.right]


def reading_order(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words line by line."""
    return tuple(word for line in lines_of(words) for word in line.words)


def by_region(lattice: Lattice, words: Iterable[Word]) -> dict[Region, list[Word]]:
    """The words of each region, in no order. A word belongs where its middle is, dots where their label is."""
    owner = {
        (row, column): region
        for region in lattice.regions
        for row in range(region.row, region.row + region.row_span)
        for column in range(region.column, region.column + region.column_span)
    }
    found: dict[Region, list[Word]] = {region: [] for region in lattice.regions}
    for line in lines_of(words):
        x = line.words[0].edges.centre[0]
        for word in line.words:
            x = x if is_leader(word) else word.edges.centre[0]
            found[owner[lattice.slot(x, room(word).centre[1])]].append(word)
    return found
