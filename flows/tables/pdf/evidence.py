"""Whether what stands in columns is a table: figures tell most; prose, lists, contents and formulae are none."""

from __future__ import annotations

from flows.reading.pdf.page import TableCell, TableLayout
from flows.tables.pdf.figures import is_figure
from flows.tables.pdf.lines import is_dotted

# Cells of the body with text, of all of its cells.
FILLED = 0.4
# Filled cells beside the first column that hold figures.
FIGURES = 0.5
# Words in a cell of a table without figures.
WORDS = 5.0


def is_table(found: TableLayout, strokes: int) -> bool:
    """Whether a layout of columns is a table, with some number of lines across it."""
    filled = [cell for cell in found.cells if cell.words]
    rows = {cell.row for cell in filled}
    columns = {cell.column for cell in filled}
    if len(rows) < 2 or len(columns) < 2:
        return False
    body = [cell for cell in found.cells if cell.row >= found.header_rows and cell.column]
    values = [cell for cell in body if cell.words]
    if len(values) < FILLED * len(body) or not values:
        return False
    if len(columns) < 4 and _is_contents(found):
        return False
    figures = sum(is_figure(_text(cell)) for cell in values)
    if figures >= FIGURES * len(values):
        return len(rows) > 2 or len(columns) > 2
    words = sum(len(cell.words) for cell in values) / len(values)
    return words <= WORDS and len(columns) > 2 and len(rows) > 3 - (strokes > 0)


def _is_contents(found: TableLayout) -> bool:
    """Whether dots lead to page numbers, as in contents (where they never fall) or an index (without a heading)."""
    rows: dict[int, list[TableCell]] = {}
    for cell in found.cells:
        if cell.words:
            rows.setdefault(cell.row, []).append(cell)
    pages = [_text(row[-1]) for row in rows.values() if len(row) > 1 and is_dotted(row[-2].words[-1])]
    numbers = [int(page) for page in pages if page.isascii() and page.isdigit()]
    return 2 * len(numbers) > len(rows) and (numbers == sorted(numbers) or not found.header_rows)


def _text(cell: TableCell) -> str:
    return " ".join(word.text for word in cell.words)
