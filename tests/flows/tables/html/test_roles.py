"""Tables that are named by role."""

from __future__ import annotations

import pytest

from flows.extract import extract


def cells(source: str) -> list[list[str]]:
    """The cells of the only table of a page, row by row."""
    extraction = extract(f"<main><p>The board counts all ships.</p>{source}</main>".encode(), media_type="text/html")
    rows: dict[int, list[str]] = {}
    for cell in extraction.cells:
        rows.setdefault(cell.row_no, []).append(cell.quote)
    assert len(extraction.source_tables) == bool(rows)
    return list(rows.values())


HEADER = '<div role="row"><span role="columnheader">Port</span><span role="columnheader">Ships</span></div>'
ROWS = (
    '<div role="row"><div role="rowheader">Ardel</div><div role="cell">12</div></div>'
    '<div role="row"><div role="rowheader">Brisk</div><div role="cell">3</div></div>'
)
TABLE = [["Port", "Ships"], ["Ardel", "12"], ["Brisk", "3"]]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (f'<div role="table">{HEADER}{ROWS}</div>', TABLE),
        (f'<div role="grid"><div role="rowgroup">{HEADER}</div><div role="rowgroup">{ROWS}</div></div>', TABLE),
        (f"<section ROLE=Table>{HEADER}{ROWS}</section>", TABLE),
        (f"<div>{HEADER}{ROWS}</div>", []),
        (f'<div role="table"><div>{HEADER}{ROWS}</div></div>', []),
        (f'<div role="table">{HEADER}</div>', []),
    ],
    ids=["table", "groups", "section", "without a table", "apart", "one row"],
)
def test_roles_make_a_table_where_they_stand_right_in_one_another(source: str, found: list[list[str]]) -> None:
    assert cells(source) == found


def test_the_header_of_a_table_by_role_names_its_columns_and_rows() -> None:
    extraction = extract(f'<div role="table">{HEADER}{ROWS}</div>'.encode(), media_type="text/html")

    assert [(cell.row_path, cell.column_path) for cell in extraction.cells if cell.quote == "3"] == [
        (("Brisk",), ("Ships",))
    ]
