from __future__ import annotations

import pytest

from flows.reading.html.building import parse
from flows.tables.html.asides import set_asides_apart
from flows.tables.html.forming import form


def apart(rows: str) -> tuple[str, str, str]:
    """Rows written as cells a, b, c; "A" is a cell over all three columns. Title, kept rows, and notes."""
    cells = {"A": "<td colspan=3>A"}
    source = "<table>" + "".join("<tr>" + "".join(cells.get(c, f"<td>{c}") for c in row) for row in rows.split())
    asides = set_asides_apart(form(next(parse(source).tagged("table")), lambda _: False))
    kept = [""] * asides.table.row_count
    for slot in asides.table.slots:
        kept[slot.row] += source[slot.cell.inside]
    return "A" * len(asides.titles), " ".join(kept), "A" * len(asides.notes)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("abc def", ("", "abc def", "")),
        ("A abc def", ("A", "abc def", "")),
        ("abc def A A", ("", "abc def", "AA")),
        ("A abc def A", ("A", "abc def", "A")),
        ("abc A def ghi", ("", "abc A def ghi", "")),
        ("A abc A def", ("", "A abc A def", "")),
        ("A abc A def A", ("", "A abc A def", "A")),
        ("abc A", ("", "abc A", "")),
        ("A A A", ("", "A A A", "")),
    ],
)
def test_rows_over_all_columns_at_top_and_foot_stand_aside(rows: str, expected: tuple[str, str, str]) -> None:
    assert apart(rows) == expected
