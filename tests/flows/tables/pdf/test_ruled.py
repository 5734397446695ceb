"""Tables in ruling lines: full grids, spans, sides left open, lines in one direction, boxes around other things."""

from __future__ import annotations

from flows.reading.pdf.page import Edges, Page, Rule, TableLayout
from flows.tables.pdf.find import find_tables
from tests.support.layouts import drawn, rows, spans


def only(page: Page) -> TableLayout:
    (table,) = find_tables(page)
    return table


def test_a_cell_stands_between_lines_on_all_sides() -> None:
    table = only(
        drawn("""
+-----------+--------+-----------+
| Port      | Ships  | Berths    |
+-----------+--------+-----------+
| East Pier | 12     | two, one  |
|           |        | of stone  |
+-----------+--------+-----------+
| Old Dock  |        | 4         |
+-----------+--------+-----------+
""")
    )
    assert rows(table) == [
        ["Port", "Ships", "Berths"],
        ["East Pier", "12", "two, one of stone"],
        ["Old Dock", "", "4"],
    ]
    assert table.ruled
    assert table.header_rows == 1


def test_a_framed_header_belongs_to_the_columns_below_it() -> None:
    table = only(
        drawn("""
+------------+-----------------+-----------------+
| Region     |      Men        |     Women       |
|            +--------+--------+--------+--------+
|            | 2008   | 2009   | 2008   | 2009   |
+------------+--------+--------+--------+--------+
  North           12       14       18       19
  South           22       24       28       29
  East            32       34       38       39
--------------------------------------------------
""")
    )
    assert rows(table)[1:3] == [["", "2008", "2009", "2008", "2009"], ["North", "12", "14", "18", "19"]]
    assert spans(table) == {"Men": (1, 2), "Women": (1, 2)}
    assert table.header_rows == 2


def test_lines_down_alone_leave_the_rows_to_the_text() -> None:
    table = only(
        drawn("""
+------------+--------+--------+
| Region     | 2008   | 2009   |
+------------+--------+--------+
| North      |    12  |     14 |
| South and  |        |        |
|   east     |    22  |     24 |
| Islands:   |        |        |
|   Mull     |    32  |     34 |
|   Eel      |     9  |      8 |
+------------+--------+--------+
""")
    )
    assert [row[0] for row in rows(table)] == ["Region", "North", "South and east", "Islands:", "Mull", "Eel"]


def test_a_missing_line_joins_cells() -> None:
    table = only(
        drawn("""
+--------+-------------------+
| Ward   | Pupils by year    |
|        +---------+---------+
|        | 2019    | 2020    |
+--------+---------+---------+
| Hill   | 310     | 295     |
+--------+---------+---------+
| Quay   | 120     | 131     |
+--------+---------+---------+
""")
    )
    assert spans(table) == {"Ward": (2, 1), "Pupils by year": (1, 2)}
    assert rows(table)[1:] == [["2019", "2020"], ["Hill", "310", "295"], ["Quay", "120", "131"]]
    assert table.header_rows == 2


def test_sides_may_be_open() -> None:
    table = only(
        drawn("""
------------+--------+-----------
 Crop       | Acres  | Tons
------------+--------+-----------
 Barley     | 40     | 91
------------+--------+-----------
 Flax       | 7      | 12
------------+--------+-----------
""")
    )
    assert rows(table) == [["Crop", "Acres", "Tons"], ["Barley", "40", "91"], ["Flax", "7", "12"]]


def test_lines_across_alone_leave_the_columns_to_the_text() -> None:
    table = only(
        drawn("""
------------------------------------
Crop             Acres          Tons
------------------------------------
Barley              40           1.5
Flax                 7             -
Spring wheat     1,120           2.4
------------------------------------
""")
    )
    assert rows(table) == [
        ["Crop", "Acres", "Tons"],
        ["Barley", "40", "1.5"],
        ["Flax", "7", "-"],
        ["Spring wheat", "1,120", "2.4"],
    ]


def test_a_ruled_header_and_a_box_hold_rows_of_figures() -> None:
    table = only(
        drawn("""
+-----------+--------+---------+
| Month     | Rain   | Sun     |
+-----------+--------+---------+
| March     |   41.0 |     120 |
| April     |   38.5 |     160 |
| May       |   50.1 |     201 |
+-----------+--------+---------+
""")
    )
    assert rows(table)[1:] == [["March", "41.0", "120"], ["April", "38.5", "160"], ["May", "50.1", "201"]]


def test_wrapped_text_in_a_ruled_cell_is_one_cell() -> None:
    table = only(
        drawn("""
+-------------+------------------+
| Aim         | What was done    |
+-------------+------------------+
| Clean water | Two wells were   |
|             | dug, and a third |
|             | one is planned   |
+-------------+------------------+
| Safe roads  | Nothing so far   |
+-------------+------------------+
""")
    )
    assert rows(table)[1] == ["Clean water", "Two wells were dug, and a third one is planned"]


def test_a_double_line_is_one_line() -> None:
    page = drawn("""
+--------+-------+
| Ward   | Votes |
+--------+-------+
| Hill   | 310   |
+--------+-------+
""")
    again = tuple(Rule(Edges(*(side + 1.5 for side in rule.edges)), rule.horizontal) for rule in page.rules)
    double = Page(1, page.width, page.height, page.words, page.rules + again)
    assert rows(only(double)) == rows(only(page)) == [["Ward", "Votes"], ["Hill", "310"]]


def test_a_box_around_prose_is_no_table() -> None:
    page = drawn("""
+-----------------------------------------------------+
| Box 2: What is a levy?                              |
| A levy is paid by those who gain from a work, such  |
| as a dam or a road, and by nobody else. The town    |
| sets it once a year.                                |
+-----------------------------------------------------+
""")
    assert not find_tables(page)


def test_what_a_caption_calls_a_figure_is_no_table() -> None:
    grid = """
+--------+--------+--------+
| 10     | 20     | 30     |
+--------+--------+--------+
| North  | South  | East   |
+--------+--------+--------+
"""
    assert len(find_tables(drawn("Table 3: Shares of the vote\n" + grid.strip("\n")))) == 1
    assert not find_tables(drawn("Figure 3: Shares of the vote\n" + grid.strip("\n")))


def test_a_grid_with_next_to_no_text_is_a_chart() -> None:
    edge, slot = "+----" * 12 + "+", "|    " * 12 + "|"
    labelled = slot.replace("|    |    |", "| 5  | 10 |", 1)
    assert not find_tables(drawn("\n".join([edge, labelled, edge, labelled, *[edge, slot] * 8, edge])))


def test_tables_side_by_side_are_two() -> None:
    tables = find_tables(
        drawn("""
+--------+-------+     +--------+-------+
| Ward   | Votes |     | Ward   | Seats |
+--------+-------+     +--------+-------+
| Hill   | 310   |     | Quay   | 2     |
+--------+-------+     +--------+-------+
""")
    )
    assert [rows(table) for table in tables] == [
        [["Ward", "Votes"], ["Hill", "310"]],
        [["Ward", "Seats"], ["Quay", "2"]],
    ]
