"""Words in the regions of a lattice, and what a cell's text looks like."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from flows.reading.pdf.page import Edges, Word
from flows.tables.pdf.lattice import Lattice, Region
from flows.tables.pdf.lines import is_leader, lines_of, room

_MARKS = r"[*†‡§#]*(?:\(?[a-z0-9]\)|[a-z])?[*†‡§#]*"
# A cell that holds a figure and nothing else, or what stands for one that is missing.
_FIGURE = regex.compile(
    r"[(\[<>≤≥~≈±]*[-–—−+]?[(\[]?(?:[$€£¥]|US\$|Rs\.?)?[-–—−+]?[\d][\d., '’/:–-]*(?:[%‰ºx¢]|pp|bn|mn?|k)?[)\]]?"
    + _MARKS
    + r"|[-–—−.…*]{1,4}|\.{2,}|n\.?/?a\.?|nil|none|x|\([a-z]\)|[$€£¥%]",
    regex.IGNORECASE,
)
# A year, a school or fiscal year, a day of a year: figures that head columns.
_YEAR = regex.compile(r"(?:FY)?(?:1[89]|20)\d\d(?:[-–/]\d{2,4})?" + _MARKS, regex.IGNORECASE)
_DIGIT = regex.compile(r"\d")


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, or the sign for one that is missing, and nothing else."""
    return _FIGURE.fullmatch(text.replace(" ", "")) is not None


def has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None


def is_year(text: str) -> bool:
    return _YEAR.fullmatch(text) is not None


def text_of(words: Iterable[Word]) -> str:
    """The words of a cell in reading order with single spaces."""
    return " ".join(word.text for word in reading_order(words))


def reading_order(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words line by line."""
    return tuple(word for line in lines_of(words) for word in line.words)


def words_inside(words: Iterable[Word], edges: Edges) -> list[Word]:
    """The words whose middle lies in a rectangle."""
    return [word for word in words if is_inside(word, edges)]


def is_inside(word: Word, edges: Edges) -> bool:
    x, y = room(word).centre
    return edges.left <= x <= edges.right and edges.top <= y <= edges.bottom


def by_region(lattice: Lattice, words: Iterable[Word]) -> dict[Region, list[Word]]:
    """The words of each region, in no order; a word belongs where its middle is, dots where the label before them is."""
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
