"""Tables that stand in columns only: columns, rows of several lines, headers, and what is no table."""

from __future__ import annotations

import pytest

from flows.reading.pdf.page import TableLayout
from flows.tables.pdf.find import find_tables
from tests.support.layouts import drawn, rows, spans


def only(art: str) -> TableLayout:
    (table,) = find_tables(drawn(art))
    return table


def test_columns_of_figures_aligned_on_the_right() -> None:
    table = only("""
The catch of the fleet is given below; it is counted in tonnes, and no boat is left out.

Harbour         2018      2019
Northhaven     1,204     1,310
Sandwick          88        79
Eel Bay          310     1,002

The figures for Eel Bay are from a single boat that was new in the year that is shown.
""")
    assert rows(table) == [
        ["Harbour", "2018", "2019"],
        ["Northhaven", "1,204", "1,310"],
        ["Sandwick", "88", "79"],
        ["Eel Bay", "310", "1,002"],
    ]
    assert (table.header_rows, table.ruled) == (1, False)


def test_a_header_of_several_lines_is_one_row() -> None:
    table = only("""
                Average    Share of    Median
                monthly   all rented    price
Quarter            rent        flats   (US$)
North               820         21.0     790
South               760         35.5     744
East                905         18.1     888
""")
    assert rows(table)[0] == ["Quarter", "Average monthly rent", "Share of all rented flats", "Median price (US$)"]


def test_a_heading_over_several_columns_spans_them() -> None:
    table = only("""
                              2008                2009
                       -----------------   -----------------
Lender                 Number     Amount   Number     Amount
-------------------------------------------------------------
Town banks              1,204      $38.1    1,310      $40.2
Unions                    310        4.0      295        3.9
Other                      12          -       15        0.2
""")
    assert spans(table) == {"2008": (1, 2), "2009": (1, 2)}
    assert rows(table)[1] == ["Lender", "Number", "Amount", "Number", "Amount"]
    assert table.header_rows == 2


def test_headers_of_three_levels_with_lines_below_the_headings() -> None:
    table = only("""
                   Public schools           Private schools
              ------------------------   ------------------------
                 Pupils       Teachers      Pupils       Teachers
              --------------  --------   --------------  --------
Year           Total   Girls     Total    Total   Girls     Total
1990          41,217  20,100     2,398    5,232   2,600       356
2000          47,204  23,004     2,941    6,169   3,010       424
""")
    assert rows(table)[:3] == [
        ["", "Public schools", "Private schools"],
        ["", "Pupils", "Teachers", "Pupils", "Teachers"],
        ["Year", "Total", "Girls", "Total", "Total", "Girls", "Total"],
    ]
    assert spans(table) == {"Public schools": (1, 3), "Private schools": (1, 3), "Pupils": (1, 2)}
    assert table.header_rows == 3


def test_a_heading_that_reaches_into_a_gutter_does_not_move_the_column() -> None:
    table = only("""
Age              Employed   Not employed
16 to 19              410            310
20 to 24            1,210            190
25 and over         9,870            640
""")
    assert rows(table)[0] == ["Age", "Employed", "Not employed"]


def test_lines_of_prose_between_tables_part_them() -> None:
    tables = find_tables(
        drawn("""
Harbour       2008     2009
Mull           120      131
Eel Bay        210      220
These are boats of more than ten metres, and the ones below
are all of the others, whatever their length may be.
Size         Owned    Hired   Lent
Small         12.0     40.1    1.1
Middle        30.2     30.3    2.0
""")
    )
    assert [len(rows(table)) for table in tables] == [3, 3]


def test_a_heading_line_inside_a_table_does_not_part_it() -> None:
    table = only("""
                 Men     Women     All
Panel A. Number of persons who were asked in the survey
At work          120       131     251
At home           21        22      43
Panel B. Percent of all persons asked in the survey
At work         85.1      85.6    85.4
At home         14.9      14.4    14.6
""")
    assert len(rows(table)) == 7


def test_a_unit_under_the_header_spans_all_figures() -> None:
    table = only("""
Crop          2005     2006     2007
                  1,000 tons
Barley      11,112   10,531   13,038
Wheat        2,103    1,808    2,051
""")
    assert spans(table) == {"1,000 tons": (1, 3)}


def test_labels_that_wrap_are_joined_and_headings_of_groups_are_not() -> None:
    table = only("""
Kind of visit                 2007       2008
State parks
   Day visits               10,210     11,300
   Stays over night, with
   or without a tent         1,840      1,902
Forests
   Day visits               22,750     21,004
All of them                 34,800     34,206
""")
    assert [row[0] for row in rows(table)] == [
        "Kind of visit",
        "State parks",
        "Day visits",
        "Stays over night, with or without a tent",
        "Forests",
        "Day visits",
        "All of them",
    ]


def test_dots_lead_from_a_label_and_belong_to_it() -> None:
    table = only("""
Sector                      Men     Women
Farming ...............   1,198       114
Mining ................      80         8
Trade .................  12,310     9,640
""")
    assert [row[1:] for row in rows(table)] == [["Men", "Women"], ["1,198", "114"], ["80", "8"], ["12,310", "9,640"]]


def test_a_currency_sign_apart_is_no_column() -> None:
    table = only("""
Item                 Plan 2010        Plan 2011
Wages             $  1,204,300     $  1,310,200
Contracts              310,000          295,400
Total             $  1,514,300     $  1,605,600
""")
    assert rows(table)[1] == ["Wages", "$ 1,204,300", "$ 1,310,200"]


def test_empty_cells_are_cells() -> None:
    table = only("""
County        Storms   Hurt   Damage
Adams              1      4      $2M
Boone                     1
Clark              2     10      $5M
Dane                      3    $0.1M
""")
    assert rows(table)[2] == ["Boone", "", "1", ""]
    assert len(table.cells) == 20


def test_titles_and_notes_are_not_in_it() -> None:
    table = only("""
Table 4. Persons at work by sector
in a year, in thousands
Sector         Total     Men   Women
Farming          312     198     114
Mining            88      80       8
Trade          1,950   1,310     640
Note: Figures may not add up.
""")
    assert rows(table)[0] == ["Sector", "Total", "Men", "Women"]
    assert rows(table)[-1] == ["Trade", "1,950", "1,310", "640"]


def test_a_further_header_starts_another_table() -> None:
    tables = find_tables(
        drawn("""
District      2008     2009
North          120      131
South          210      220

Share of farms by who owns them
Size         Owned    Rented
Small         12.0      40.1
Middle        30.2      30.3
""")
    )
    assert [rows(table)[0] for table in tables] == [["District", "2008", "2009"], ["Size", "Owned", "Rented"]]


def test_a_table_in_a_column_of_prose() -> None:
    table = only("""
The committee met in spring to hear the     of members voted to postpone the final
report on water quality in the northern     decision until the autumn session when a
districts. Samples had been taken in 14     complete set of samples would be at hand.
wells over a period of six months, and
the results were compared to those of       Table 3. Nitrate by well
earlier years. It was found that levels
of nitrate had fallen in most places but    Well          2009    2010
remained high in two of them. A majority    North         12.1    11.0
thought that the summer had been too        South          8.8     8.1
dry for a sound comparison and that the     East          22.5    23.0
next one would tell more. The two wells
with high values are both near farms.       In the meantime the wells stay closed and
Since then the farms have used less of      water is brought in by lorries from the
the fertilizer, and the wells have been     neighbouring towns, which costs about 300
""")
    assert rows(table) == [
        ["Well", "2009", "2010"],
        ["North", "12.1", "11.0"],
        ["South", "8.8", "8.1"],
        ["East", "22.5", "23.0"],
    ]


def test_lines_across_make_a_table_of_words() -> None:
    table = only("""
------------------------------------------------------------------
Measure          Agency                  Status
------------------------------------------------------------------
Flood maps       Water Board             Published in 2010
Dam repairs      State Engineer          Work began late and
                                         will end next year
River clean-up   Helpers and             Done
                 town councils
------------------------------------------------------------------
""")
    assert rows(table)[2:] == [
        ["Dam repairs", "State Engineer", "Work began late and will end next year"],
        ["River clean-up", "Helpers and town councils", "Done"],
    ]


@pytest.mark.parametrize(
    "art",
    [
        pytest.param(
            """
The committee met in spring to hear the     of members voted to postpone the final
report on water quality in the northern     decision until the autumn session when a
districts. Samples had been taken in 14     complete set of samples would be at hand.
wells over a period of six months, and      In the meantime the wells stay closed and
the results were compared to those of       water is brought in by lorries from the
earlier years. It was found that levels     neighbouring towns, which costs about 300
""",
            id="prose in two columns",
        ),
        pytest.param(
            """
Summary .................................... 1
1 Aims ..................................... 3
2 Methods .................................. 5
  2.1 Sampling ............................. 9
3 Results .................................. 12
""",
            id="contents",
        ),
        pytest.param(
            """
levee, see dam
mill .......................... 31
north field ................... 4
oats .......................... 17
pond .......................... 12
""",
            id="index",
        ),
        pytest.param(
            """
1.   to keep the rivers clean for all who live near them,
2.   to warn towns in time of a flood, and
3.   to pay for the repair of dams that are older than
     50 years and have not been seen to since.
""",
            id="list",
        ),
        pytest.param(
            """
Office of Public Affairs          Phone: 555-0100
12 Main Street                    Fax: 555-0101
Springfield                       www.example.org
""",
            id="address",
        ),
        pytest.param(
            """
We estimate the model by least squares, where the rate of growth is

           y = a + b x + u                                  (1)

           z = c + d y + v                                  (2)

and the errors are taken to be independent of one another.
""",
            id="formulae",
        ),
    ],
)
def test_what_is_no_table(art: str) -> None:
    assert not find_tables(drawn(art))
