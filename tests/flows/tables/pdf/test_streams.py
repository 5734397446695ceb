"""Which lines of a page are read together when tables are looked for."""

from __future__ import annotations

import pytest

from flows.tables.pdf.find import find_tables
from flows.tables.pdf.lines import lines_of, scale_of
from flows.tables.pdf.streams import streams
from tests.support.layouts import drawn, rows

WIDTH = 32
LEFT = """
the board said on Monday that
more ships came to the quay in
the year than in the last one,
and that the fees would stay as
they have been since the vote,
whatever the owners may say of
"""
RIGHT = """
those who own the boats want a
vote on the fees of the summer
alone, which are too high, and
they say that nobody has asked
them in all the years that the
new quay was planned and built
"""


def beside(*columns: str) -> str:
    """Columns of text on one page."""
    lines = zip(*(column.strip().split("\n") for column in columns), strict=True)
    return "\n".join("   ".join(part.ljust(WIDTH) for part in parts) for parts in lines)


@pytest.mark.parametrize("columns", [(LEFT, RIGHT), (LEFT, RIGHT, LEFT)], ids=["two", "three"])
def test_columns_of_text_are_streams_of_their_own(columns: tuple[str, ...]) -> None:
    lines = lines_of(drawn(beside(*columns)).words)

    found = [" ".join(line.text for line in stream) for stream in streams(lines, scale_of(lines))]

    assert found == [" ".join(column.split()) for column in columns]


def test_a_table_of_figures_over_both_columns_is_one() -> None:
    table = """
Port        2019       2020       2021
Ardel        410        395        420
Brisk         55         47         60
Corve         12         11         12"""

    found = find_tables(drawn(f"{beside(LEFT, RIGHT)}\n\n{table}\n\n\n{beside(RIGHT, LEFT)}"))

    assert [rows(layout) for layout in found] == [[line.split() for line in table.strip().split("\n")]]


def test_tables_side_by_side_in_two_columns_are_two() -> None:
    table = """
Port                2020   2021     Pier                2020   2021
Ardel                410    420     Ellis                 31     30
Brisk                 55     60     Ford                  12     14
Corve                 12     12     Grice                  7      9"""

    found = find_tables(drawn(f"{beside(LEFT, RIGHT)}\n\n{table}\n\n\n{beside(RIGHT, LEFT)}"))

    assert [rows(layout)[0] for layout in found] == [["Port", "2020", "2021"], ["Pier", "2020", "2021"]]


@pytest.mark.parametrize("mirrored", [False, True], ids=["left", "right"])
def test_a_table_beside_a_column_of_text_takes_none_of_it(mirrored: bool) -> None:
    figures = [f"Port{at:02}         {at}10   {at}20" for at in range(12)]
    text = "\n".join([LEFT.strip(), *RIGHT.strip().split("\n")])
    columns = (text, "\n".join(figures)) if mirrored else ("\n".join(figures), text)

    (found,) = find_tables(drawn(beside(*columns)))

    assert rows(found) == [line.split() for line in figures]


def test_what_a_table_says_of_each_row_is_a_column_of_it() -> None:
    remarks = ("Nobody asked for more of them", "Some of them lie there in fog", "All of those were counted twice")
    table = [f"Port{at:02}     {at}10   {at}20     {remarks[at % 3]}" for at in range(12)]

    (found,) = find_tables(drawn("\n".join(table)))

    assert [row[:3] for row in rows(found)] == [line.split()[:3] for line in table]
    assert rows(found)[0][3] == remarks[0]
