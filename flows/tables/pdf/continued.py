"""Tables that go on over pages: which tables of two pages are one."""

from __future__ import annotations

from flows.reading.pdf.page import Page, TableLayout
from flows.tables.pdf.lines import is_turned, lines_of, room

# Lines of text that may stand between a table and the end of its page, or the start of the next page and the table
# that goes on there: a running title, a page number, "continued".
FURNITURE = 3
# In ems: how far columns may be off, when both tables are laid with their left edges together.
SHIFT = 2.0


def goes_on(table: TableLayout, page: Page, later: TableLayout, following: Page) -> bool:
    """Whether a table of a page goes on with one of the following page.

    It does at the end and the start of the two pages' text, with the same columns, under the same header or under none.
    """
    return (
        following.number == page.number + 1
        and _lines_below(page, table.edges.bottom) <= FURNITURE
        and _lines_above(following, later.edges.top) <= FURNITURE
        and (not later.header_rows or _repeated_rows(table, later) == later.header_rows)
        and _same_columns(table, later)
    )


def _repeated_rows(table: TableLayout, later: TableLayout) -> int:
    """The header rows of a later table that say what the header of a table says, from the top."""
    rows = 0
    for row in range(min(table.header_rows, later.header_rows)):
        if _texts(table, row) != _texts(later, row):
            break
        rows += 1
    return rows


def _lines_below(page: Page, bottom: float) -> int:
    return len(lines_of(word for word in page.words if room(word).centre[1] > bottom and not is_turned(word)))


def _lines_above(page: Page, top: float) -> int:
    return len(lines_of(word for word in page.words if room(word).centre[1] < top and not is_turned(word)))


def _texts(table: TableLayout, row: int) -> list[tuple[int, str]]:
    return [(cell.column, " ".join(word.text for word in cell.words)) for cell in table.cells if cell.row == row]


def _same_columns(table: TableLayout, later: TableLayout) -> bool:
    """Whether the columns of two tables stand in the same places, seen from the tables' left edges."""
    some, others = _columns(table), _columns(later)
    sizes = [word.size for cell in later.cells for word in cell.words]
    most = SHIFT * max(sizes, default=0.0)
    return some.keys() == others.keys() and all(
        abs(some[column][0] - others[column][0]) <= most or abs(some[column][1] - others[column][1]) <= most
        for column in some
    )


def _columns(table: TableLayout) -> dict[int, tuple[float, float]]:
    """Where the text of each column starts and ends, from the table's left edge."""
    found: dict[int, tuple[float, float]] = {}
    for cell in table.cells:
        if cell.words and cell.column_span == 1:
            left = min(word.edges.left for word in cell.words) - table.edges.left
            right = max(word.edges.right for word in cell.words) - table.edges.left
            start, end = found.get(cell.column, (left, right))
            found[cell.column] = min(start, left), max(end, right)
    return found
