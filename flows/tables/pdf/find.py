"""The tables of a PDF page: those that ruling lines frame, and those that only stand in columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from flows.reading.pdf.page import Edges, Page, TableLayout, Word
from flows.tables.pdf.blocks import is_pictured
from flows.tables.pdf.borderless import Rest, borderless_tables
from flows.tables.pdf.cells import PlacedWords
from flows.tables.pdf.lines import Line, Scale, is_turned, lines_of, scale_of
from flows.tables.pdf.ruled import is_header_alone, ruled_tables
from flows.tables.pdf.streams import streams
from flows.tables.pdf.strokes import Frame, frames

# A page with more words is no page that somebody reads: it is not searched.
MOST_WORDS = 10_000
# Ruling lines this close are one, in ems: a double line, or a line drawn in pieces that do not quite meet.
SAME_STROKE = 0.3


def find_tables(page: Page) -> Sequence[TableLayout]:
    """The tables of a page from the top. They do not overlap, and what a caption calls a figure is none."""
    if not 0 < len(page.words) <= MOST_WORDS:
        return []
    lines = lines_of(page.words)
    scale = scale_of(lines)
    framed, alone = frames(page.rules, SAME_STROKE * scale.em)
    ruled = _ruled(page, framed, scale)
    words = _left(page.words, ruled)
    unused = [frame for frame in framed if not any(table.edges == frame.edges for table in ruled)]
    strokes = sorted((*alone, *(stroke for frame in unused for stroke in frame.horizontals)))
    lines = lines_of(words) if ruled else lines
    borderless = _borderless(Rest(page.number, PlacedWords(words), lines, strokes, scale))
    boxes = [frame.edges for frame in framed]
    found = [
        table
        for table in _apart((*ruled, *borderless))
        if not any(is_pictured(lines, edges, scale.em) for edges in (table.edges, *_around(table.edges, boxes)))
    ]
    return sorted(found, key=lambda table: (table.edges.top, table.edges.left))


def _ruled(page: Page, framed: Sequence[Frame], scale: Scale) -> list[TableLayout]:
    """The framed tables; a framed header is left to the columns below it."""
    found = _apart(ruled_tables(page.number, PlacedWords(page.words), framed, scale)) if framed else []
    if not found:
        return []
    lines = lines_of(_left(page.words, found))
    return [table for table in found if not is_header_alone(table, lines, scale)]


def _borderless(rest: Rest) -> Iterator[TableLayout]:
    """The tables among words that no frame holds. Turned words make no lines, but may stand in a cell."""
    for lines in streams(_upright(rest.lines), rest.scale):
        yield from borderless_tables(replace(rest, lines=lines))


def _upright(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without words that run up or down the page."""
    words = [word for line in lines for word in line.words]
    upright = [word for word in words if not is_turned(word)]
    return lines if len(upright) == len(words) else lines_of(upright)


def _left(words: Iterable[Word], tables: Iterable[TableLayout]) -> list[Word]:
    """The words that are in none of the tables."""
    taken = {id(word) for table in tables for cell in table.cells for word in cell.words}
    return [word for word in words if id(word) not in taken]


def _apart(tables: Iterable[TableLayout]) -> list[TableLayout]:
    """The tables without those that overlap an earlier one."""
    found: list[TableLayout] = []
    for table in tables:
        if not any(_overlap(table.edges, other.edges) for other in found):
            found.append(table)
    return found


def _overlap(some: Edges, other: Edges) -> bool:
    return min(some.right, other.right) > max(some.left, other.left) and min(some.bottom, other.bottom) > max(
        some.top, other.top
    )


def _around(edges: Edges, boxes: Sequence[Edges]) -> list[Edges]:
    """The boxes that stand around something."""
    x, y = edges.centre
    return [
        box for box in boxes if box.left <= x <= box.right and box.top <= y <= box.bottom and box.width >= edges.width
    ]
