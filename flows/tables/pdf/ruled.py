"""Tables that ruling lines frame, wholly or in part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flows.reading.pdf.page import TableLayout, Word
from flows.tables.pdf.cells import PlacedWords, by_region
from flows.tables.pdf.figures import has_digit, is_figure, is_year
from flows.tables.pdf.gutters import ink
from flows.tables.pdf.lattice import lattice_of
from flows.tables.pdf.layout import layout
from flows.tables.pdf.lines import Line, Scale
from flows.tables.pdf.split import split
from flows.tables.pdf.strokes import Frame

# What lies between two lines closer than this is no row or column, in ems: no letter has room there.
LEAST = 0.6
# Regions with text, of all: charts have next to none.
FILLED = 0.25
# Frames within frames, on the whole page.
MOST_NESTED = 4
# Ems under a framed header in which its table's first figures stand.
BELOW = 2.0


def ruled_tables(page: int, words: PlacedWords, frames: Sequence[Frame], scale: Scale) -> list[TableLayout]:
    """The tables that frames stand around, those with more drawn cells first."""
    found = [table for frame, inside in _filled(words, frames) if (table := _table(page, inside, frame, scale))]
    return [table for _, table in sorted(found, key=lambda item: (-item[0], item[1].edges))]


def is_header_alone(table: TableLayout, lines: Sequence[Line], scale: Scale) -> bool:
    """Whether a framed table is the header of what stands in columns below it: without figures, which follow there."""
    texts = (" ".join(word.text for word in cell.words) for cell in table.cells if cell.words)
    if any(has_digit(text) and is_figure(text) and not is_year(text) for text in texts):
        return False
    left, _, right, bottom = table.edges
    below = [line for line in lines if 0 <= line.edges.top - bottom <= BELOW * scale.em]
    return any(
        left - scale.em <= line.edges.left
        and line.edges.right <= right + scale.em
        and any(stretch.is_figure for stretch in ink(line, scale.gap)[1:])
        for line in below
    )


def _filled(words: PlacedWords, frames: Sequence[Frame]) -> Iterator[tuple[Frame, list[Word]]]:
    """The frames with the words inside, those of most lines first, until words have been seen too often."""
    left = MOST_NESTED * len(words)
    for frame in sorted(frames, key=lambda frame: -len(frame.horizontals) - len(frame.verticals)):
        inside = words.inside(frame.edges)
        left -= len(inside)
        if left < 0:
            break
        if inside:
            yield frame, inside


def _table(page: int, words: Sequence[Word], frame: Frame, scale: Scale) -> tuple[int, TableLayout] | None:
    """The table in a frame, and how many of the cells that are drawn hold text."""
    drawn = lattice_of(frame, LEAST * scale.em)
    if drawn is None:
        return None
    filled = sum(map(bool, by_region(drawn, words).values()))
    if filled < FILLED * len(drawn.regions):
        return None
    found = layout(page, split(drawn, words, frame.horizontals, scale, framed=True), words, ruled=True)
    return (filled, found) if _is_table(found) else None


def _is_table(found: TableLayout) -> bool:
    """Two rows and two columns with text, which a box around prose has not."""
    filled = [cell for cell in found.cells if cell.words]
    return len({cell.row for cell in filled}) > 1 and len({cell.column for cell in filled}) > 1
