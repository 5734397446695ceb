"""What stands on a PDF page: characters, words and ruling lines with their boxes, in points from the top left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Edges(NamedTuple):
    """A rectangle on one page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Boxes(NamedTuple):
    """Rectangles of a page's characters, side by side: each list has one number for each character.

    A page has thousands of characters: as objects they would keep the garbage collector busier than the reader.
    """

    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]

    @classmethod
    def of(cls, boxes: Iterable[tuple[float, float, float, float]]) -> Boxes:
        """Left, top, right and bottom of each; a turned page may show none of its characters."""
        return cls(*([list(edges) for edges in zip(*boxes, strict=True)] or ([], [], [], [])))

    def around(self, start: int, end: int) -> Edges:
        """The smallest rectangle around some characters that follow one another."""
        lefts, tops, rights, bottoms = self
        return Edges(min(lefts[start:end]), min(tops[start:end]), max(rights[start:end]), max(bottoms[start:end]))


NO_BOXES = Boxes([], [], [], [])


class Word(NamedTuple):
    """Characters with no white space and no visible gap between them, in the order they are read.

    `characters` are their numbers among those of the page, as stretches (start, end). `baseline` is where the letters
    stand, from the top of the page.
    """

    text: str
    edges: Edges
    size: float
    characters: tuple[tuple[int, int], ...] = ()
    baseline: float = 0.0
    bold: bool = False


class Rule(NamedTuple):
    """A straight line that is drawn on the page, or a side of a drawn box; horizontal or vertical."""

    edges: Edges
    horizontal: bool


@dataclass(frozen=True)
class Page:
    """A page as it was drawn, before anything is known of its order. `number` counts from 1; sizes are in points."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]


class TableCell(NamedTuple):
    """A cell that a detector found: its words in reading order, line by line; none in an empty cell."""

    row: int
    column: int
    row_span: int
    column_span: int
    words: tuple[Word, ...]


@dataclass(frozen=True)
class TableLayout:
    """A table on a page: where it stands, and its cells row by row. Every word inside `edges` is in one cell."""

    page: int
    edges: Edges
    cells: tuple[TableCell, ...]
    header_rows: int
    ruled: bool
