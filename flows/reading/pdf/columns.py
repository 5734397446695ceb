"""Reading order on a page: columns are told by the gutters between them, strips that stay empty over several rows.

A region is read row by row unless a gutter runs through it; then what stands above the gutter comes first, the column
on its left, the one on its right, and what stands below. Columns are cut the same way again. A gutter must have prose
on both sides: the gaps of a table are as straight, but its cells are narrow or hold figures. What stands apart at the
page's top and bottom is in no column.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from math import isinf
from statistics import median
from typing import NamedTuple

import regex

from flows.reading.pdf.page import Edges, Word
from flows.reading.pdf.words import around

NARROWEST = 0.8
"""Width of the narrowest gutter, in font sizes."""
FEWEST = 3
"""Rows on each side of a gutter."""
PROSE = 9.0
"""Width from which a side's rows are prose, in their own font sizes: the middle one of them."""
APART = 2.2
"""White between rows that ends a gutter where only one of its sides goes on, in font sizes."""
MOST_FIGURES = 0.4
"""Part of the words on a side of a gutter that are figures."""
MOST_OPEN = 60
"""Gutters that are followed at a time: a page of justified text opens and closes many."""
DEEPEST = 12
MARGIN = 0.14
"""Part of the page's height at its top and at its bottom where headers and footers stand."""
MOST_APART = 2
"""Lines of a header or footer that no gutter goes through."""

_LETTER = regex.compile(r"\p{L}")


class Item(NamedTuple):
    """Something that stands in a row: a table, or words with no room for a gutter between them.

    `first` and `last` are the places of the words at its ends among all that the caller wants ordered, below 0 for a
    table; so many of them are `figures`. `size` is the font size of the first; 0 for a table.
    """

    edges: Edges
    first: int
    last: int
    figures: int = 0
    size: float = 0.0

    @property
    def words(self) -> int:
        return self.last - self.first + 1


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
    """A line as it is read: its items from the left, and the sides of the column that it stands in.

    One that is `apart` stands at the page's edge, behind white.
    """

    items: tuple[Item, ...]
    left: float
    right: float
    apart: bool = False


class _Strip(NamedTuple):
    """A strip that is empty in the bands `first` to `last`: at least in `FEWEST`."""

    left: float
    right: float
    first: int
    last: int


class _Gutter(NamedTuple):
    """A strip, and what stands on each side of it: the items of every band that has some there."""

    strip: _Strip
    lefts: list[list[Item]]
    rights: list[list[Item]]

    def rank(self, at: int) -> tuple[int, int, float, int]:
        """How good a gutter it is, the one of the strip at `at`: rows on both sides, on either, how wide."""
        rows = _rows(self.lefts), _rows(self.rights)
        return min(rows), sum(rows), self.strip.right - self.strip.left, -at


def _rows(side: Iterable[Sequence[Item]]) -> int:
    """How many rows stand on a side of a gutter; a table has enough of them."""
    return sum(FEWEST if any(item.first < 0 for item in items) else 1 for items in side)


def band_of(words: Sequence[Word], first: int, size: float) -> Band:
    """The band of words from the left; `first` is the place of the first of them, `size` the page's usual font size."""
    starts, right = [0], words[0].edges.right
    for at, word in enumerate(words):
        left, _, end, _ = word.edges
        if left - right >= NARROWEST * size and at:
            starts.append(at)
        right = end if end > right else right
    return Band.of([_item(words, first, start, end) for start, end in pairwise([*starts, len(words)])])


def _item(words: Sequence[Word], first: int, start: int, end: int) -> Item:
    some = words[start:end]
    figures = sum(not word.text.isalpha() and _LETTER.search(word.text) is None for word in some)
    return Item(around([word.edges for word in some]), first + start, first + end - 1, figures, some[0].size)


def page_order(bands: Sequence[Band], size: float, height: float) -> Iterator[Ordered]:
    """The lines of a page in reading order; `bands` come from the top, `size` is the usual font size.

    What stands apart at the top and bottom of the page's height is read across it: a gutter that runs into a footer by
    chance would put half of it between two columns.
    """
    first, last = _apart_at_top(bands, size, height), len(bands) - _apart_at_bottom(bands, size, height)
    left, right = _sides(bands)
    for band in bands[:first]:
        yield Ordered(band.items, left, right, apart=True)
    yield from in_order(bands[first:last], size)
    for band in bands[last:]:
        yield Ordered(band.items, left, right, apart=True)


def in_order(bands: Sequence[Band], size: float, depth: int = 0) -> Iterator[Ordered]:
    """The lines of a region in reading order."""
    gutter = _best(bands, size) if depth < DEEPEST else None
    if gutter is None:
        left, right = _sides(bands)
        for band in bands:
            yield Ordered(band.items, left, right)
        return
    yield from in_order(bands[: gutter.strip.first], size, depth + 1)
    for side in (gutter.lefts, gutter.rights):
        yield from in_order([Band.of(items) for items in side], size, depth + 1)
    yield from in_order(bands[gutter.strip.last + 1 :], size, depth + 1)


def _apart_at_top(bands: Sequence[Band], size: float, height: float) -> int:
    """How many lines stand in the top margin, with white below them."""
    for count in range(1, min(MOST_APART, len(bands) - 1) + 1):
        bottom = max(band.bottom for band in bands[:count])
        if bottom > MARGIN * height:
            break
        if min(band.top for band in bands[count:]) - bottom >= APART * size:
            return count
    return 0


def _apart_at_bottom(bands: Sequence[Band], size: float, height: float) -> int:
    """How many lines stand in the bottom margin, with white above them."""
    for count in range(1, min(MOST_APART, len(bands) - 1) + 1):
        top = min(band.top for band in bands[-count:])
        if top < (1 - MARGIN) * height:
            break
        if top - max(band.bottom for band in bands[:-count]) >= APART * size:
            return count
    return 0


def _sides(bands: Sequence[Band]) -> tuple[float, float]:
    return min((band.left for band in bands), default=0.0), max((band.right for band in bands), default=0.0)


def _best(bands: Sequence[Band], size: float) -> _Gutter | None:
    """The gutter with the most rows beside it, of those between prose; of equals the longest, the widest, the first."""
    strips = list(_strips(bands, NARROWEST * size))
    best, rank = None, (FEWEST, 0, 0.0, -len(strips))
    for at, strip in sorted(enumerate(strips), key=lambda item: item[1].first - item[1].last):
        if strip.last - strip.first + 1 < rank[0]:
            break
        gutter = _gutter(strip, bands, size)
        if gutter and (found := gutter.rank(at)) > rank and _parts_prose(gutter, size):
            best, rank = gutter, found
    return best


def _strips(bands: Sequence[Band], width: float) -> Iterator[_Strip]:
    """Every strip of at least the width that stays empty over several bands, as long as it does."""
    open_strips: dict[tuple[float, float], int] = {}  # and the band that each opens in
    for at, band in enumerate(bands):
        free = _free(band, width)
        lefts, rights = [left for left, _ in free], [right for _, right in free]
        still: dict[tuple[float, float], int] = {}
        for strip, first in open_strips.items():
            near = free[bisect_left(rights, strip[0]) : bisect_right(lefts, strip[1])]
            parts = [part for space in near if (part := _common(strip, space, width))]
            if at - first >= FEWEST and strip not in parts:
                yield _Strip(*strip, first, at - 1)
            for part in parts:
                still.setdefault(part, first)
        for space in free:
            still.setdefault(space, at)
        open_strips = dict(islice(still.items(), MOST_OPEN))
    for strip, first in open_strips.items():
        if len(bands) - first >= FEWEST:
            yield _Strip(*strip, first, len(bands) - 1)


def _free(band: Band, width: float) -> list[tuple[float, float]]:
    """The stretches of a band that hold nothing, those beside its ends included."""
    free, right = [], float("-inf")
    for item in band.items:
        if item.edges.left - right >= width:
            free.append((right, item.edges.left))
        right = max(right, item.edges.right)
    return [*free, (right, float("inf"))]


def _common(strip: tuple[float, float], space: tuple[float, float], width: float) -> tuple[float, float] | None:
    left = strip[0] if strip[0] > space[0] else space[0]
    right = strip[1] if strip[1] < space[1] else space[1]
    return (left, right) if right - left >= width else None


def _gutter(strip: _Strip, bands: Sequence[Band], size: float) -> _Gutter | None:
    """The strip without the bands at its ends that stand on one side alone, behind white; None with an empty side."""
    if isinf(strip.left) or isinf(strip.right):
        return None
    inside = range(strip.first, strip.last + 1)
    left = [at for at in inside if bands[at].left < strip.left]
    right = [at for at in inside if bands[at].right > strip.right]
    if not left or not right:
        return None
    first, last = max(left[0], right[0]), min(left[-1], right[-1])
    while first > strip.first and bands[first].top - bands[first - 1].bottom < APART * size:
        first -= 1
    while last < strip.last and bands[last + 1].top - bands[last].bottom < APART * size:
        last += 1
    lefts = ([item for item in band.items if item.edges.right <= strip.left] for band in bands[first : last + 1])
    rights = ([item for item in band.items if item.edges.left >= strip.right] for band in bands[first : last + 1])
    return _Gutter(_Strip(strip.left, strip.right, first, last), [*filter(None, lefts)], [*filter(None, rights)])


def _parts_prose(gutter: _Gutter, size: float) -> bool:
    """Whether both sides are wide and hold words."""
    return all(
        median(_extent(items) - PROSE * (items[0].size or size) for items in side) >= 0
        and sum(item.figures for items in side for item in items)
        <= MOST_FIGURES * sum(item.words for items in side for item in items)
        for side in (gutter.lefts, gutter.rights)
    )


def _extent(items: Sequence[Item]) -> float:
    return max(item.edges.right for item in items) - items[0].edges.left
