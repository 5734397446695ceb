"""Tables over two pages: told by place, columns and header."""

from __future__ import annotations

import pytest

from flows.reading.pdf.page import Page, TableLayout
from flows.tables.pdf.continued import goes_on
from flows.tables.pdf.find import find_tables
from tests.support.layouts import drawn

FIRST = """
Harbour         2018      2019
Northhaven     1,204     1,310
Sandwick          88        79
"""
SAME_HEADER = """
Table 1 (continued)
Harbour         2018      2019
Eel Bay          310     1,002
Mull              15        18
"""
NO_HEADER = """
Eel Bay          310     1,002
Mull              15        18
Ness               9        11
"""
OTHER_HEADER = """
Harbour        Boats     Crews
Eel Bay          310     1,002
Mull              15        18
"""
OTHER_COLUMNS = """
Eel Bay                    310              1,002
Mull                        15                 18
Ness                         9                 11
"""
AFTER_PROSE = """
The boats of the east coast are
fewer than they were before the
great storm. Most crews left in
that year and did not come back.

Eel Bay          310     1,002
Mull              15        18
Ness               9        11
"""


def found(art: str, number: int) -> tuple[TableLayout, Page]:
    page = drawn(art, number)
    (table,) = find_tables(page)
    return table, page


@pytest.mark.parametrize(
    ("later", "number", "expected"),
    [
        (SAME_HEADER, 2, True),
        (NO_HEADER, 2, True),
        (OTHER_HEADER, 2, False),
        (OTHER_COLUMNS, 2, False),
        (AFTER_PROSE, 2, False),
        (SAME_HEADER, 3, False),
    ],
)
def test_a_table_goes_on_with_the_same_columns_at_the_start_of_the_next_page(
    later: str, number: int, expected: bool
) -> None:
    assert goes_on(*found(FIRST, 1), *found(later, number)) is expected


def test_prose_below_ends_a_table() -> None:
    below = FIRST + "\n\n" + "\n".join(f"Line {line} of what is said about the boats." for line in "abcd")
    assert not goes_on(*found(below, 1), *found(NO_HEADER, 2))
