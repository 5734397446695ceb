"""The tables of a PDF page: those that ruling lines frame, and those that only stand in columns."""

from __future__ import annotations

from collections.abc import Sequence

from flows.reading.pdf.page import Edges, Page, TableLayout
from flows.tables.pdf.blocks import is_pictured
from flows.tables.pdf.borderless import Rest, borderless_tables
from flows.tables.pdf.cells import is_inside
from flows.tables.pdf.lines import is_turned, lines_of, scale_of
from flows.tables.pdf.ruled import SAME_LINE, ruled_tables
from flows.tables.pdf.strokes import frames


def find_tables(page: Page) -> Sequence[TableLayout]:
    """The tables of a page from the top. They do not overlap."""
    if not page.words:
        return []
    scale = scale_of(lines_of(page.words))
    framed, alone = frames(page.rules, SAME_LINE * scale.em)
    ruled = list(ruled_tables(page, framed, scale))
    words = [word for word in page.words if not any(is_inside(word, table.edges) for table in ruled)]
    lines = lines_of(word for word in words if not is_turned(word))
    rest = Rest(page.number, words, lines, alone, scale)
    boxes = [frame.edges for frame in framed]
    found = [
        table
        for table in (*ruled, *borderless_tables(rest))
        if not any(is_pictured(lines, edges, scale.em) for edges in (table.edges, *_around(table.edges, boxes)))
    ]
    return sorted(found, key=lambda table: (table.edges.top, table.edges.left))


def _around(edges: Edges, boxes: Sequence[Edges]) -> list[Edges]:
    """The boxes that stand around something."""
    x, y = edges.centre
    return [
        box for box in boxes if box.left <= x <= box.right and box.top <= y <= box.bottom and box.width >= edges.width
    ]
