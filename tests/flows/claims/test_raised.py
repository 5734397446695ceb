from __future__ import annotations

import pytest

from flows.extract import extract


def ledger(source: str) -> list[tuple[str, str]]:
    rows = extract(f"<p>{source}</p>".encode(), media_type="text/html")
    return [(row.quote, row.role) for row in rows.quantities]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("We know that 42% of firms<sup>3</sup> agree.", [("42%", "value"), ("3", "reference")]),
        ("It emits CO<sub>2</sub> and SO<sub>2</sub>.", [("2", "name_part"), ("2", "name_part")]),
        ("The area in km<sup>2</sup> is known.", [("2", "name_part")]),
        ("It covers 12 km<sup>2</sup> of land.", [("12 km2", "value")]),
        ("There are 3&times;10<sup>6</sup> of them.", [("3×106", "value")]),
        ("It covers 12 km<sup>29</sup> of land.", [("12 km2", "value"), ("9", "reference")]),
    ],
)
def test_each_raised_number_has_one_row(source: str, expected: list[tuple[str, str]]) -> None:
    assert ledger(source) == expected


def test_a_power_is_read_and_its_quote_is_the_text_of_the_page() -> None:
    (row,) = extract(b"<p>There are 3&times;10<sup>6</sup> of them.</p>", media_type="text/html").quantities
    assert (row.value, row.quote) == (3e6, "3×106")


def test_the_marks_of_notes_in_cells_are_no_figures() -> None:
    page = b"<table><tr><th>Year<th>Fares<tr><td>2019<td>12<sup>1</sup><tr><td>2020<td>14<sup>2</sup></table>"
    rows = extract(page, media_type="text/html")
    assert [cell.value for cell in rows.cells if cell.column_no == 1] == [None, 12, 14]
