"""Pipe tables to grids.

Cells are split in the source text by the rules of GitHub Flavored Markdown (`flows.reading.pipes`); what each of them
shows is what the reader has left of it in the block's passage.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flows.reading.document import Block, Document
from flows.reading.media import MARKDOWN
from flows.reading.passage import Passage, PassageBuilder
from flows.reading.pipes import ESCAPED_PIPE, container_end, is_delimiter, is_rule, split_row
from flows.tables.grid import Grid, GridCell


class _Row(NamedTuple):
    cells: list[Passage]
    places: list[int]


def read_grid(document: Document, block: Block) -> Grid:
    """The grid of a pipe table.

    In Markdown the second line is the delimiter, whatever it looks like, and the header row tells the number of
    columns; in plain text every delimiter is one, and the longest row tells it.
    """
    markdown = document.media_type == MARKDOWN
    rows: list[_Row] = []
    rules: list[int] = []
    for number, (start, end) in enumerate(_lines(document, block)):
        line = document.text[start:end].strip()
        if number == 1 if markdown else is_rule(line) if rules else is_delimiter(line):
            rules.append(len(rows))
        else:
            rows.append(_row(document.text, block.passage, start, end))
    header = _header_rows(rules, len(rows))
    columns = len(rows[0].cells) if markdown else max(len(row.cells) for row in rows)
    return Grid(tuple(_cells(rows, header, columns)), header, len(rows), columns)


def _lines(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """The lines of a table in the source text, without the marks of quotes and lists in front of them."""
    source, starts = document.text, document.lines.starts
    runs = block.passage.runs
    first, last = document.lines.line(runs[0].source_start), document.lines.line(runs[-1].source_end - 1)
    for number in range(first, last + 1):
        start, end = starts[number - 1], starts[number] if number < len(starts) else len(source)
        if shown := block.passage.between(start, end).stripped().runs:
            yield container_end(source, start, shown[0].source_start), end


def _row(source: str, passage: Passage, start: int, end: int) -> _Row:
    end = start + len(source[start:end].rstrip())
    spans = split_row(source, start, end)
    return _Row([_cell(source, passage, *span) for span in spans], [min(span[0], end) for span in spans])


def _cell(source: str, passage: Passage, start: int, end: int) -> Passage:
    builder = PassageBuilder(source)
    for escape in ESCAPED_PIPE.finditer(source, start, end):
        builder.add(passage.between(start, escape.start()))
        start = escape.end()
    builder.add(passage.between(start, end))
    return builder.build().stripped()


def _header_rows(rules: list[int], rows: int) -> int:
    """How many rows stand above the first delimiter with rows above it; none if the table has no rows below it."""
    above = next((rule for rule in rules if rule), 0)
    return above if above < rows or len(rules) == 1 else 0


def _cells(rows: list[_Row], header: int, columns: int) -> Iterator[GridCell]:
    for number, row in enumerate(rows):
        for column, (passage, place) in enumerate(zip(row.cells[:columns], row.places, strict=False)):
            yield GridCell(passage, number, column, place, is_header=number < header)
