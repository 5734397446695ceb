"""Tables of a PDF as the rows show them."""

from __future__ import annotations

from collections.abc import Sequence

from flows.extract import extract
from schemas.rows import Extraction
from tests.support.printing import Mark, Stroke, Text, printed

COLUMNS = (60, 220, 340)
HEADER = ("Harbour", "2018", "2019")
ROWS = [("Northhaven", "1,204", "1,310"), ("Sandwick", "88", "79"), ("Eel Bay", "310", "1,002")]
MORE = [("Mull", "15", "18"), ("Ness", "9", "11"), ("Oban", "7", "70")]


def ruled(rows: Sequence[Sequence[str]], top: float = 60) -> list[Mark]:
    """A table of rows, 20 points high each, with lines around every cell."""
    texts = [
        Text(x + 4, top + 20 * at + 14, text)
        for at, row in enumerate(rows)
        for x, text in zip(COLUMNS, row, strict=True)
    ]
    bottom = top + 20 * len(rows)
    across = [Stroke(60, top + 20 * at, 460, top + 20 * at) for at in range(len(rows) + 1)]
    return [*texts, *across, *(Stroke(x, top, x, bottom) for x in (*COLUMNS, 460))]


def read(*pages: Sequence[Mark]) -> Extraction:
    return extract(printed(*pages), media_type="application/pdf")


def paths(rows: Extraction, table: int) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The row and column path of each figure of a table."""
    cells = (cell for cell in rows.cells if cell.table_no == table and cell.value is not None)
    return {cell.quote: (cell.row_path, cell.column_path) for cell in cells}


def test_a_table_that_goes_on_without_a_header_stands_under_the_one_before() -> None:
    rows = read(ruled([HEADER, *ROWS], top=600), ruled(MORE))
    assert [table.page for table in rows.source_tables] == [1, 2]
    assert [table.header for table in rows.source_tables] == [HEADER, HEADER]
    assert paths(rows, 1)["18"] == (("Mull",), ("2019",))
    assert {cell.period_edtf for cell in rows.cells if cell.quote == "18"} == {"2019"}


def test_a_table_after_other_text_stands_alone() -> None:
    between = [Text(60, 60 + 14 * line, f"Line {line} tells of the boats of the east.") for line in range(9)]
    rows = read(ruled([HEADER, *ROWS], top=600), [*between, *ruled(MORE, top=300)])
    assert rows.source_tables[1].header != HEADER


def test_a_cell_has_its_page_and_a_box_inside_its_table() -> None:
    rows = read(ruled([HEADER, *ROWS]))
    (table,) = rows.source_tables
    (around,) = [box for box in table.boxes or () if box.page == 1][:1]
    tops = [box.top for box in table.boxes or ()]
    for cell in rows.cells:
        assert cell.page == 1
        for box in cell.boxes or ():
            assert around.left - 1 <= box.left < box.right <= 460
            assert min(tops) - 1 <= box.top < box.bottom <= 60 + 20 * 4
