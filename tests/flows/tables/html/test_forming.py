from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.html.building import parse
from flows.tables.html.forming import MOST_COLUMNS, Formed, form


def formed(source: str) -> Formed:
    table = next(parse(source).tagged("table"))
    return form(table, lambda element: "hidden" in element.attributes)


def drawn(source: str) -> list[str]:
    """The grid as rows of characters: the first of a cell's text in every slot that it covers, "." in empty ones."""
    grid = formed(source)
    rows = [["."] * grid.column_count for _ in range(grid.row_count)]
    for cell, row, column, row_span, column_span in grid.slots:
        for r in range(row, row + row_span):
            for c in range(column, column + column_span):
                rows[r][c] = source[cell.inside]
    return ["".join(row) for row in rows]


@pytest.mark.parametrize(
    ("source", "grid"),
    [
        ("<table><tr><td>a<td>b<tr><td>c", ["ab", "c."]),
        ("<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", ["aab", "cde"]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e", ["ab", "ac", "de"]),
        ("<table><tr><td rowspan=2>a<td>b<td rowspan=3>c<tr><td>d<tr><td>e<td>f", ["abc", "adc", "efc"]),
        ("<table><tr><td>a<td rowspan=2 colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g<td>h", ["abb.", "cbbd", "efgh"]),
        # rowspan 0 and overlong ones end with the row group
        ("<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d<td>e", ["ab", "ac", "de"]),
        ("<table><tbody><tr><td rowspan=9>a<td>b<tr><td>c<tbody><tr><td>d<td>e", ["ab", "ac", "de"]),
        # columns at the end in which no cell starts
        ("<table><tr><td colspan=100>a<tr><td>b<td>c", ["aa", "bc"]),
        ("<table><tr><td colspan=0 rowspan=-1>a<td colspan=x>b<td colspan=+1>c", ["abc"]),
        # the foot is last, wherever it is written; hidden rows and cells are not there
        ("<table><tfoot><tr><td>f<tbody><tr><td>a<thead><tr><td>h", ["a", "h", "f"]),
        ("<table><tr><td>a<td hidden>b<td>c<tr hidden><td>d<tbody hidden><tr><td>e", ["ac"]),
        ("<table><tr><tr><td>a<tr>", [".", "a", "."]),
        ("<table>a", []),
    ],
)
def test_cells_cover_the_slots_of_the_standard(source: str, grid: list[str]) -> None:
    assert drawn(source) == grid


def test_the_head_is_counted_where_it_stands_on_top() -> None:
    assert formed("<table><thead><tr><th>a<tr><th>b<tbody><tr><td>c").head_rows == 2
    assert formed("<table><tbody><tr><td>c<thead><tr><th>a").head_rows == 0


def test_spans_are_capped() -> None:
    grid = formed("<table><tr><td colspan=99999>a<td>b<tr><td>c")
    assert [(slot.column, slot.column_span) for slot in grid.slots] == [(0, MOST_COLUMNS), (MOST_COLUMNS, 1), (0, 1)]


def test_the_spans_of_a_bomb_count_for_one() -> None:
    grid = formed("<table>" + ("<tr>" + "<td rowspan=65534 colspan=1000>a" * 50) * 50)
    assert sum(slot.row_span * slot.column_span for slot in grid.slots) < 200_000


SPANS = st.integers(0, 4)
CELLS = st.builds("<td rowspan={} colspan={}>a".format, SPANS, SPANS)
ROWS = st.lists(CELLS, max_size=5).map(lambda cells: f"<tr>{''.join(cells)}")


@given(st.lists(ROWS, max_size=6).map(lambda rows: f"<table>{''.join(rows)}"))
def test_every_cell_starts_in_a_slot_of_its_own_inside_the_grid(source: str) -> None:
    grid = formed(source)
    starts = [(slot.row, slot.column) for slot in grid.slots]
    assert len(set(starts)) == len(starts) == source.count("<td")
    assert starts == sorted(starts)
    assert all(slot.row + slot.row_span <= grid.row_count for slot in grid.slots)
    assert all(slot.column + slot.column_span <= grid.column_count for slot in grid.slots)
