from __future__ import annotations

import pytest

from flows.reading.html.building import parse
from flows.tables.html.forming import form
from flows.tables.html.layout import is_data


def is_table_of_data(source: str) -> bool:
    page = parse(source)
    table = next(page.tagged("table"))
    return is_data(table, form(table, lambda _: False), page.nesting)


def table(rows: list[list[str]], attributes: str = "", cell: str = "td") -> str:
    body = "".join("<tr>" + "".join(f"<{cell}>{text}" for text in row) for row in rows)
    return f"<table {attributes}>{body}</table>"


FIGURES = [["North", "12"], ["South", "8"], ["East", "5"]]
PROSE = "The board said that fares would rise in May, for the first time in four years. " * 6


@pytest.mark.parametrize(
    "source",
    [
        table(FIGURES),
        table(FIGURES, "role=table"),
        table([["Line", "Why"], ["North", PROSE[:300]], ["South", PROSE[:300]]], cell="th"),
        f"<table><caption>Fares</caption><tr><td>North<td>{PROSE[:300]}<tr><td>South<td>{PROSE[:300]}</table>",
        f"<table class='wikitable'><tr><td>a<td>b<tr><td>{PROSE[:300]}<td>{PROSE[:300]}</table>",
        table([*FIGURES, ["All lines"]]),
        "<table><tr><th>Line<th>Stops<tr><td>North<td>twelve, see <table><tr><td>1</table><tr><td>Southern line<td>8",
    ],
)
def test_data(source: str) -> None:
    assert is_table_of_data(source)


@pytest.mark.parametrize(
    "source",
    [
        table(FIGURES, "role=presentation"),
        table([["One", "row", "only"]]),
        table([["One"], ["column"], ["only"]], cell="th"),
        table([["a", ""], ["", "b"]]),
        table([["Menu", PROSE], ["", "Foot"]]),
        table([["Menu", PROSE], ["", "Foot"]], cell="th"),
        table([[PROSE, PROSE], [PROSE, PROSE]]),
        table([["1.", "Story"], ["5 points"], ["2.", "Story"], ["7 points"], ["3.", "Story"], ["9 points"]]),
        f"<table><tr><th>Page<th>x<tr><td>Menu<td>{table([*FIGURES, *FIGURES])}</table>",
        "<table></table>",
    ],
)
def test_layout(source: str) -> None:
    assert not is_table_of_data(source)
