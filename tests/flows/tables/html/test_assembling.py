from __future__ import annotations

import pytest

from flows.reading.html.building import parse
from flows.reading.html.leaves import leaves_of
from flows.tables.grid import Grid


def grid(source: str) -> Grid:
    (leaf,) = (leaf for leaf in leaves_of(parse(source)).leaves if leaf.kind == "table")
    assert leaf.grid is not None
    return leaf.grid


@pytest.mark.parametrize(
    ("rows", "header_rows"),
    [
        ("<tr><th>a<th>b<tr><td>1<td>2<tr><td>3<td>4", 1),
        ("<tr><td><th>b<tr><td>1<td>2<tr><td>3<td>4", 1),
        ("<thead><tr><td>a<td>b<tbody><tr><td>1<td>2<tr><td>3<td>4", 1),
        ("<thead><tr><th>a<th>b<tr><td>1<td>2<tr><td>3<td>4", 1),
        ("<tr><th>a<th>b<tr><th>c<th>d<tr><td>3<td>4", 2),
        ("<tr><th rowspan=2>a<th>b<tr><td>c<tr><td>3<td>4<tr><td>5<td>6", 2),
        ("<tr><th>a<th>b<tr><th>c<th>d<tr><th>e<th>f", 1),
        ("<tr><th>a<td>1<tr><th>b<td>2<tr><th>c<td>3", 0),
        ("<tr class=x><td>a<td>b<tr><td>1<td>2<tr><td>3<td>4", 0),
    ],
)
def test_the_header_is_what_the_marks_say(rows: str, header_rows: int) -> None:
    assert grid(f"<table>{rows}</table>").header_rows == header_rows


@pytest.mark.parametrize(
    ("rows", "marked"),
    [
        ("<tr><th>a<th>b<tr><th>c<td>2<tr><th>d<td>4", "a b c d"),
        ("<tr><th>a<th>b<th>e<tr><th>c<th>f<td>2<tr><th>d<th>g<td>4", "a b e c f d g"),
        ("<tr><th>a<th>b<tr><td>c<th>2<tr><td>d<th>4", "a b"),
        ("<tr><th>a<th>b<tr><th>c<th>2<tr><th>d<th>4", "a b"),
        ("<tr><th>a<th>b<tr><td>c<td>2<tr><td>d<td>4<tr><th>All<td>6", "a b"),
    ],
)
def test_columns_of_header_cells_head_their_rows(rows: str, marked: str) -> None:
    cells = grid(f"<table>{rows}</table>").cells
    assert " ".join(cell.text for cell in cells if cell.is_header) == marked


def test_the_passage_follows_the_source_and_the_grid_the_standard() -> None:
    source = "<table><tfoot><tr><td>All<td>5<tbody><tr><td>a<td>2<tr><td>b<td>3</table>"
    (leaf,) = leaves_of(parse(source)).leaves
    assert leaf.passage.text == "All\t5\na\t2\nb\t3"
    assert leaf.grid is not None
    assert [cell.text for cell in leaf.grid.cells] == ["a", "2", "b", "3", "All", "5"]
