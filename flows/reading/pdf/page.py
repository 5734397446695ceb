"""What stands on a PDF page: characters, words and ruling lines with their boxes, in points from the top left."""

from __future__ import annotations

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


Room = tuple[float, float, float, float]
"""Left, top, right and bottom, as in `Edges`; of a character, of which there are many."""


class Word(NamedTuple):
    """Characters with no white space and no visible gap between them, in the order they are read.

    `boxes` are those of its characters; the characters of a ligature have the same. `baseline` is where the letters
    stand, from the top of the page.
    """

    text: str
    edges: Edges
    size: float
    boxes: tuple[Room, ...]
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
