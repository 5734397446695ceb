"""Data table or layout: whether an HTML table says something by its rows and columns, or only places text on a page.

The marks are those by which browsers tell screen readers of a table (Firefox's and Chrome's accessibility trees), as
far as they need no style sheet. The cells of a layout table are read as ordinary blocks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import regex

from flows.reading.html.tree import Element
from flows.tables.html.forming import Formed, Slot, rows_of

LAYOUT_ROLES = frozenset({"presentation", "none"})
DATA_ROLES = frozenset({"table", "grid", "treegrid"})
MARKS = frozenset({"caption", "thead", "tfoot"})

# Class names that stand for a table of data on many sites.
_DATA_CLASS = regex.compile(r"wikitable|sortable|infobox|data-?table|table-(?:striped|bordered|data)", regex.IGNORECASE)

FEWEST_CELLS = 3
FRAME = 0.8
"""A cell with a larger share of the table's text is the frame of something else,"""
FRAME_LENGTH = 400
"""if it has at least so many characters."""
LONG = 200
"""Cells of an unmarked table are shorter on average."""
REGULAR = 0.6
"""Share of an unmarked table's rows with the same number of filled cells."""


def is_data(table: Element, formed: Formed, nesting: Collection[Element]) -> bool:
    """Whether a table is one of data; `nesting` are the cells of the page that hold a table."""
    role = table.get("role").strip().lower()
    filled = [slot for slot in formed.slots if slot.cell.length]
    if role in LAYOUT_ROLES or min(formed.row_count, formed.column_count) < 2 or len(filled) < FEWEST_CELLS:
        return False
    if _is_frame(filled, nesting):
        return False
    return role in DATA_ROLES or _is_marked(table, filled) or (_is_regular(formed) and not _is_long(filled))


def _is_frame(filled: Sequence[Slot], nesting: Collection[Element]) -> bool:
    """Whether one cell holds nearly all the text, or half of it and tables of its own."""
    largest = max(filled, key=lambda slot: slot.cell.length).cell
    share = largest.length / sum(slot.cell.length for slot in filled)
    return (share > FRAME and largest.length > FRAME_LENGTH) or (share > 0.5 and largest in nesting)


def _is_marked(table: Element, filled: Sequence[Slot]) -> bool:
    """Whether the author calls it a table: header cells, caption, head or foot, a class made for tables."""
    return (
        any(child.tag in MARKS for child in table.elements())
        or bool(_DATA_CLASS.search(table.get("class")))
        or any(slot.cell.tag == "th" or slot.cell.get("scope") or slot.cell.get("headers") for slot in filled)
    )


def _is_regular(formed: Formed) -> bool:
    """Whether most rows have the same number of filled cells, two or more."""
    counts = Counter(sum(slot.cell.length > 0 for slot in row) for row in rows_of(formed))
    del counts[0]
    count, rows = max(counts.items(), key=lambda item: item[1])
    return count >= 2 and rows >= REGULAR * counts.total()


def _is_long(filled: Sequence[Slot]) -> bool:
    return sum(slot.cell.length for slot in filled) > LONG * len(filled)
