"""Reading order on a page: columns are told by the gutters between them, strips that stay empty over several rows.

A region is read row by row unless a gutter runs through it; then what stands above the gutter comes first, the column
on its left, the one on its right, and what stands below. Columns are cut the same way again. A gutter must have prose on
both sides: the gaps of a table are as straight, but its cells are narrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from flows.reading.pdf.page import Edges

NARROWEST = 0.8
"""Width of the narrowest gutter, in font sizes."""
FEWEST = 3
"""Rows on each side of a gutter."""
PROSE = 9.0
"""Width from which a side's rows are prose, in font sizes: the middle one of them."""
APART = 2.2
"""White between rows that ends a gutter where only one of its sides goes on, in font sizes."""
MOST_OPEN = 60
"""Gutters that are followed at a time: a page of justified text opens and closes many."""
DEEPEST = 12


class Item(NamedTuple):
    """Something that stands in a row: `at` is its place among what the caller wants ordered."""

    edges: Edges
    at: int


@dataclass(frozen=True, slots=True)
class Band:
    """Items side by side, from the left."""

    items: tuple[Item, ...]
    top: float
    bottom: float

    @classmethod
    def of(cls, items: Sequence[Item]) -> Band:
        return cls(tuple(items), min(item.edges.top for item in items), max(item.edges.bottom for item in items))

    @property
    def left(self) -> float:
        return self.items[0].edges.left

    @property
    def right(self) -> float:
        return self.items[-1].edges.right


class Ordered(NamedTuple):
    """A line as it is read: its items from the left, and the sides of the column that it stands in."""

    items: tuple[Item, ...]
    left: float
    right: float


@dataclass(slots=True)
class _Gutter:
    """A strip that has been empty since band `first`; how many bands stand on each side, and which were the last."""

    left: float
    right: float
    first: int
    last: int
    on_left: list[int]
    on_right: list[int]

    @property
    def weight(self) -> int:
        return min(len(self.on_left), len(self.on_right))


def in_order(bands: Sequence[Band], size: float, depth: int = 0) -> Iterator[Ordered]:
    """The lines of a region in reading order; `bands` come from the top, `size` is the usual font size."""
    gutter = _best(bands, size) if depth < DEEPEST else None
    if gutter is None:
        left, right = min((band.left for band in bands), default=0.0), max((band.right for band in bands), default=0.0)
        for band in bands:
            yield Ordered(band.items, left, right)
        return
    first, last = gutter.first, gutter.last + 1
    yield from in_order(bands[:first], size, depth + 1)
    for side in _sides(bands[first:last], (gutter.left + gutter.right) / 2):
        yield from in_order(side, size, depth + 1)
    yield from in_order(bands[last:], size, depth + 1)


def _sides(bands: Sequence[Band], middle: float) -> Iterator[list[Band]]:
    for is_left in (True, False):
        parts = ([item for item in band.items if (item.edges.centre[0] < middle) == is_left] for band in bands)
        yield [Band.of(part) for part in parts if part]


def _best(bands: Sequence[Band], size: float) -> _Gutter | None:
    """The gutter with the most rows beside it."""
    found = [_trimmed(gutter, bands, size) for gutter in _gutters(bands, NARROWEST * size)]
    prose = [gutter for gutter in found if gutter.weight >= FEWEST and _parts_prose(gutter, bands, size)]
    return max(prose, key=lambda gutter: (gutter.weight, gutter.right - gutter.left), default=None)


def _gutters(bands: Sequence[Band], width: float) -> Iterator[_Gutter]:
    """Every strip of at least the width that stays empty, with the bands that it runs through."""
    gutters: list[_Gutter] = []
    for at, band in enumerate(bands):
        free = _free(band, width)
        still = []
        for gutter in gutters:
            if kept := _narrowed(gutter, free, width):
                gutter.left, gutter.right = kept
                still.append(gutter)
            else:
                yield gutter
        for left, right in free:
            if len(still) < MOST_OPEN and not any(gutter.left >= left and gutter.right <= right for gutter in still):
                still.append(_Gutter(left, right, at, at, [], []))
        gutters = _distinct(still)
        for gutter in gutters:
            gutter.last = at
            if band.left < gutter.left:
                gutter.on_left.append(at)
            if band.right > gutter.right:
                gutter.on_right.append(at)
    yield from gutters


def _free(band: Band, width: float) -> list[tuple[float, float]]:
    """The stretches of a band that hold nothing, those beside its ends included."""
    free, right = [], float("-inf")
    for item in band.items:
        if item.edges.left - right >= width:
            free.append((right, item.edges.left))
        right = max(right, item.edges.right)
    return [*free, (right, float("inf"))]


def _narrowed(gutter: _Gutter, free: Sequence[tuple[float, float]], width: float) -> tuple[float, float] | None:
    """The widest part of the gutter that is free in a band, too."""
    parts = ((max(gutter.left, left), min(gutter.right, right)) for left, right in free)
    left, right = max(parts, key=lambda part: part[1] - part[0])
    return (left, right) if right - left >= width else None


def _distinct(gutters: Sequence[_Gutter]) -> list[_Gutter]:
    """Of gutters that have come to be the same strip the one that began first."""
    return list({(gutter.left, gutter.right): gutter for gutter in reversed(gutters)}.values())[::-1]


def _trimmed(gutter: _Gutter, bands: Sequence[Band], size: float) -> _Gutter:
    """The gutter without the bands at its ends that stand on one side alone, behind white."""
    if not gutter.weight:
        return gutter
    first = max(gutter.on_left[0], gutter.on_right[0])
    while first > gutter.first and bands[first].top - bands[first - 1].bottom < APART * size:
        first -= 1
    last = min(gutter.on_left[-1], gutter.on_right[-1])
    while last < gutter.last and bands[last + 1].top - bands[last].bottom < APART * size:
        last += 1
    inside = range(first, last + 1)
    return _Gutter(
        gutter.left,
        gutter.right,
        first,
        last,
        [at for at in gutter.on_left if at in inside],
        [at for at in gutter.on_right if at in inside],
    )


def _parts_prose(gutter: _Gutter, bands: Sequence[Band], size: float) -> bool:
    lefts = (bands[at].items for at in gutter.on_left)
    rights = (bands[at].items for at in gutter.on_right)
    left = [_extent([item for item in items if item.edges.right <= gutter.left]) for items in lefts]
    right = [_extent([item for item in items if item.edges.left >= gutter.right]) for items in rights]
    return min(median(left), median(right)) >= PROSE * size


def _extent(items: Sequence[Item]) -> float:
    return max(item.edges.right for item in items) - items[0].edges.left if items else 0.0
