"""Printed lines: lines of the source text with what print says about them, their place, size and weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from flows.reading.lines import TextLine
from flows.reading.pdf.columns import Band, Item, Ordered, band_of, page_order
from flows.reading.pdf.page import Edges, TableCell, TableLayout, Word
from flows.reading.pdf.sheets import Sheet
from flows.reading.pdf.transcript import Transcript
from flows.reading.pdf.words import around
from schemas.rows import Piece

SAME_LINE = 0.5
"""Part of the font size by which baselines of one line of a table row differ."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line and how it is printed; lengths are in points.

    `column` is the left and right of its column, `first_word` the width of its first word, `height` that of its page.
    `line.indent` counts half font sizes from the left of the column. A `turned` line runs in another direction, one
    that is `apart` stands at the page's edge, behind white.
    """

    line: TextLine
    page: int
    edges: Edges
    column: tuple[float, float]
    baseline: float
    size: float
    bold: bool
    opens_bold: bool
    first_word: float
    height: float
    turned: bool = False
    apart: bool = False

    @property
    def text(self) -> str:
        return self.line.text


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table that was written to the source text: where it stands, and where the words of each of its cells do.

    One that `goes_on` goes on with the table before it, on the page before.
    """

    layout: TableLayout
    start: int
    end: int
    cells: tuple[tuple[Piece, ...], ...]
    goes_on: bool = False


def write_sheet(
    sheet: Sheet, tables: Sequence[TableLayout], transcript: Transcript
) -> Iterator[PrintedLine | WrittenTable]:
    """Write a page in reading order, its tables where they stand among the lines; turned lines come last."""
    taken = {id(word) for table in tables for cell in table.cells for word in cell.words}
    rows = [[word for word in row.words if id(word) not in taken] for row in sheet.rows]
    words = [word for row in rows for word in row]
    size = usual_size(words)
    bands = [(table.edges.top, Band.of([Item(table.edges, at, at)])) for at, table in enumerate(tables, -len(tables))]
    places = accumulate(map(len, rows), initial=0)
    bands += [
        (row.baseline, band_of(left, at, size)) for row, left, at in zip(sheet.rows, rows, places, strict=False) if left
    ]
    bands.sort(key=lambda band: band[0])
    for line in page_order([band for _, band in bands], size, sheet.page.height):
        first = line.items[0].first
        if first < 0:
            yield write_table(tables[first], transcript)
        else:
            found = [word for item in line.items for word in words[item.first : item.last + 1]]
            yield _write(found, line, sheet, transcript)
    for row in sheet.turned:
        if left := [word for word in row.words if id(word) not in taken]:
            edges = around([word.edges for word in left])
            yield _write(left, Ordered((), edges.left, edges.right), sheet, transcript, turned=True)


def usual_size(words: Iterable[Word]) -> float:
    """The font size of most characters, to half a point; 0 without words."""
    lengths: dict[float, int] = {}
    for word in words:
        lengths[word.size] = lengths.get(word.size, 0) + len(word.text)
    sizes: dict[float, int] = {}
    for size, length in lengths.items():
        near = round(2 * size) / 2
        sizes[near] = sizes.get(near, 0) + length
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _write(
    words: Sequence[Word], order: Ordered, sheet: Sheet, transcript: Transcript, *, turned: bool = False
) -> PrintedLine:
    start, end = transcript.write_line(words)
    edges = around([word.edges for word in words])
    size = usual_size(words) or words[0].size
    indent = round(2 * (edges.left - order.left) / size) if size else 0
    return PrintedLine(
        TextLine(" ".join(word.text for word in words), start, end, indent),
        sheet.page.number,
        edges,
        (order.left, order.right),
        words[0].baseline,
        size,
        all(word.bold for word in words),
        words[0].bold,
        words[0].edges.width,
        sheet.page.height,
        turned,
        order.apart,
    )


def write_table(table: TableLayout, transcript: Transcript) -> WrittenTable:
    """Write a table row by row, the printed lines of a row one after the other, cells parted by tabs."""
    rows: dict[int, list[TableCell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    start, places = transcript.length, dict[int, Piece]()
    for row in sorted(rows):
        for words, gaps in _lines([(word, cell) for cell in rows[row] for word in cell.words]):
            at, _ = transcript.write_line(words, gaps)
            start = start if places else at
            for word in words:
                places[id(word)] = Piece(at, at + len(word.text))
                at += len(word.text) + 1
    cells = tuple(tuple(sorted(places[id(word)] for word in cell.words)) for cell in table.cells)
    return WrittenTable(table, start, transcript.length, cells)


def _lines(words: Sequence[tuple[Word, TableCell]]) -> Iterator[tuple[list[Word], list[str]]]:
    """The words of a table row line by line, each line with what parts its words."""
    line: list[tuple[Word, TableCell]] = []
    for word, cell in sorted(words, key=lambda placed: placed[0].baseline):
        if line and word.baseline - line[0][0].baseline > SAME_LINE * word.size:
            yield _parted(line)
            line = []
        line.append((word, cell))
    if line:
        yield _parted(line)


def _parted(line: list[tuple[Word, TableCell]]) -> tuple[list[Word], list[str]]:
    line.sort(key=lambda placed: (placed[1].column, placed[0].edges.left))
    cells = [cell.column for _, cell in line]
    gaps = [" " if cell == following else "\t" for cell, following in pairwise(cells)]
    return [word for word, _ in line], gaps
