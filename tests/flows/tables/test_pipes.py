"""Pipe tables to grids, rule by rule of GitHub Flavored Markdown (section 4.10), and the tables of plain text."""

from __future__ import annotations

import pytest

from flows.reading.media import MARKDOWN, TEXT
from flows.reading.read import read
from flows.tables.grid import Grid
from flows.tables.read import tables_of


def grids(source: str, media_type: str = MARKDOWN) -> list[Grid]:
    return [table.grid for table in tables_of(read(source.encode(), media_type=media_type))]


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows()]


def test_a_wide_row_costs_only_its_own_cells() -> None:
    source = "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 2_000 + "| 3 " * 2_000 + "|"
    (grid,) = grids(source, TEXT)
    assert (grid.row_count, grid.column_count, len(grid.cells)) == (2_002, 2_000, 2 * 2_001 + 2_000)


TABLES = {
    "a header, a delimiter, a row": (
        "| port | share |\n| --- | --- |\n| north | 42 |",
        [["port", "share"], ["north", "42"]],
    ),
    "pipes need not line up": ("| a | bcd |\n|:-:|---:|\ne | f", [["a", "bcd"], ["e", "f"]]),
    "outer pipes are optional": ("a | b\n-|-\n1 | 2", [["a", "b"], ["1", "2"]]),
    "an escaped pipe parts no cells": (
        "| f\\|oo |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |",
        [["f|oo"], ["b | az"], ["b | im"]],
    ),
    "code parts cells, too": ("| a | b |\n|---|---|\n| `x | y` |", [["a", "b"], ["`x", "y`"]]),
    "a quote breaks the table": ("| a | b |\n|---|---|\n| 1 | 2 |\n> quote", [["a", "b"], ["1", "2"]]),
    "a blank line breaks it": ("| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |", [["a", "b"], ["1", "2"]]),
    "a line without pipes is a row": ("| a | b |\n|---|---|\n| 1 | 2 |\nc", [["a", "b"], ["1", "2"], ["c"]]),
    "short rows stay short, long ones are cut": (
        "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |",
        [["a", "b"], ["1"], ["1", "2"]],
    ),
    "a table may have no rows": ("| a | b |\n|---|---|", [["a", "b"]]),
    "empty cells": ("| a | | c |\n|---|---|---|\n| | 2 | |", [["a", "", "c"], ["", "2", ""]]),
    "delimiters may be short": ("|a|b|\n|-|:-:|\n|1|2|", [["a", "b"], ["1", "2"]]),
    "indented up to three spaces": ("   | a |\n   |---|\n   | 1 |", [["a"], ["1"]]),
    "in a quote": ("> | a | b |\n> |---|---|\n> | 1 | 2 |", [["a", "b"], ["1", "2"]]),
    "in a list item": ("1. | a | b |\n   |---|---|\n   | 1 | 2 |", [["a", "b"], ["1", "2"]]),
    "a first cell that shows nothing": ("![i](x) | b\n---|---\n![j](y) | 2", [["", "b"], ["", "2"]]),
    "a row of dashes holds dashes": ("| a | b |\n|---|---|\n|---|---|", [["a", "b"], ["---", "---"]]),
    "markup and entities": ("| **a** | R&amp;D |\n|---|---|\n| [x](/y) | *5* |", [["a", "R&D"], ["x", "5"]]),
    "inline pipes by entity": ("| a | b |\n|---|---|\n| x &#124; y | 2 |", [["a", "b"], ["x | y", "2"]]),
}


@pytest.mark.parametrize(("source", "expected"), TABLES.values(), ids=TABLES.keys())
def test_markdown_tables(source: str, expected: list[list[str]]) -> None:
    (grid,) = grids(source)
    assert texts(grid) == expected
    assert grid.header_rows == 1


@pytest.mark.parametrize(
    "source",
    [
        "| a | b |\n|---|\n| 1 | 2 |",  # header and delimiter differ in length
        "| a | b |",
        "| a | b |\n| c | d |",
        "a | b\n- - -",
        "text\n---",
        "    | a | b |\n    |---|---|",
        "```\n| a | b |\n|---|---|\n```",
        "`a | b`",
    ],
)
def test_what_is_no_markdown_table(source: str) -> None:
    assert not grids(source)


TEXT_TABLES = {
    "pipes": ("| a | b |\n|---|---|\n| 1 | 2 |", [["a", "b"], ["1", "2"]], 1),
    "cells behind the header's last are kept": ("a | b\n---|---\n1 | 2 | 3", [["a", "b"], ["1", "2", "3"]], 1),
    "database client": (" a | b\n---+---\n 1 | 2\n", [["a", "b"], ["1", "2"]], 1),
    "drawn grid": ("+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n+---+---+", [["a", "b"], ["1", "2"]], 1),
    "no delimiter, words over figures": ("| port | share |\n| north | 42 |", [["port", "share"], ["north", "42"]], 1),
    "no header": ("| north | 42 |\n| south | 7 |", [["north", "42"], ["south", "7"]], 0),
    "escaped pipe": ("| a | b |\n|---|---|\n| x\\|y | 2 |", [["a", "b"], ["x|y", "2"]], 1),
    "one dash is a value": ("| a | b |\n|---|---|\n| - | - |", [["a", "b"], ["-", "-"]], 1),
}


@pytest.mark.parametrize(("source", "expected", "header"), TEXT_TABLES.values(), ids=TEXT_TABLES.keys())
def test_tables_of_plain_text(source: str, expected: list[list[str]], header: int) -> None:
    (grid,) = grids(source, TEXT)
    assert texts(grid) == expected
    assert grid.header_rows == header


def test_each_cell_knows_its_place() -> None:
    source = "Text.\n\n| a | **b c** |\n|---|---|\n| x\\|y | 42% |\n"
    document = read(source.encode(), media_type=MARKDOWN)
    (table,) = tables_of(document)
    for cell in table.grid.cells:
        span = document.span(table.block_of(cell), 0, len(cell.text), "t")
        assert span.quote == "".join(source[start:end] for start, end in span.pieces) == cell.text
