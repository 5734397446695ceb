from __future__ import annotations

import csv
import io
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.export.csv import FORMULA_STARTS, harmless, write_csv
from warehouse.export.tables import Export, read_table


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+44 20",
        "-5 %",
        "@SUM(A1)",
        "\t=1",
        " =1+1",
        "\n@x",
        "＝1",
        '=HYPERLINK("http://x","y")',
        "\r=cmd|' /C calc'!A0",
    ],
)
def test_what_a_spreadsheet_would_run_is_told_as_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "5 %", "a=b", "'=1", "café", "(5)"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text())
def test_no_cell_starts_a_formula_and_every_text_can_be_had_again(text: str) -> None:
    told = harmless(text)
    assert not told.lstrip().startswith(FORMULA_STARTS)
    assert told.removeprefix("'") == text.removeprefix("'")


def test_a_file_has_every_row_with_nulls_empty_and_lists_as_json(tmp_path: Path) -> None:
    target = tmp_path / "rows.csv"
    with duckdb.connect() as connection:
        rows = connection.sql(
            """
            SELECT * FROM (VALUES
                ('=1', -5.5, NULL, true, [{'start': 1, 'end': 2}]),
                ('a,"b', NULL, DATE '2024-01-31', false, [])
            ) AS rows (quote, value, day, negated, pieces)
            """
        ).to_arrow_reader(100)
        write_csv(Export("rows", rows.schema, iter(rows)), target)
    text = target.read_bytes().decode()
    assert text.count("\r\n") == 3
    assert list(csv.reader(io.StringIO(text))) == [
        ["quote", "value", "day", "negated", "pieces"],
        ["'=1", "-5.5", "", "true", '[{"start": 1, "end": 2}]'],
        ['a,"b', "", "2024-01-31", "false", "[]"],
    ]


def test_an_exported_table_holds_the_current_rows(reader: duckdb.DuckDBPyConnection) -> None:
    rows = sum(chunk.num_rows for chunk in read_table(reader, "claims").chunks)
    assert reader.execute("SELECT count(*) FROM current_claims").fetchall() == [(rows,)]
    assert rows
