from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from schemas.dtypes import TABLES
from schemas.rows import Extraction
from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row
from tests.support.warehouses import run_once
from warehouse.checksums import Changed, changed_rows, checksums
from warehouse.reader import open_reader

FILES = {"a.txt": FERRIES, "b.txt": BUSES}
A, B = made_by_hand(FERRIES), with_row(made_by_hand(BUSES), "findings", 0, severity="grave")


def built(folder: Path, batches: Sequence[Sequence[Extraction]]) -> dict[str, str]:
    run_once(folder / "w.duckdb", FILES, batches=batches)
    with open_reader(folder / "w.duckdb") as connection:
        return checksums(connection)


@pytest.mark.parametrize("batches", [[[B, A]], [[A], [B]], [[B], [A]], [[A], [A, B]], [[A, B, A]]])
def test_order_and_batches_do_not_matter(tmp_path: Path, batches: list[list[Extraction]]) -> None:
    assert built(tmp_path / "one", batches) == built(tmp_path / "other", [[A, B]])


@pytest.mark.parametrize(
    ("table", "changes"),
    [
        ("claims", {"subject": "delays "}),
        ("claims", {"subject": None}),
        ("claims", {"value_low": 11.999999999999998}),
        ("blocks", {"section_path": ("a", "b")}),
    ],
)
def test_any_content_matters(tmp_path: Path, table: str, changes: dict[str, object]) -> None:
    sound = built(tmp_path / "one", [[A, made_by_hand(BUSES)]])
    changed = built(tmp_path / "other", [[A, with_row(made_by_hand(BUSES), table, 0, **changes)]])
    assert {name for name in sound if sound[name] != changed[name]} == {table}


def entered(folder: Path) -> tuple[list[tuple[object, ...]], list[Changed]]:
    """The checksums in the ledger, and where they do not hold."""
    with open_reader(folder / "w.duckdb") as connection:
        entries = connection.execute("SELECT * EXCLUDE load_id FROM extraction_rows ORDER BY ALL").fetchall()
        return entries, changed_rows(connection)


@pytest.mark.parametrize("batches", [[[B, A]], [[A], [B]], [[A], [A, B]]])
def test_the_ledger_enters_what_is_accepted_however_it_comes(tmp_path: Path, batches: list[list[Extraction]]) -> None:
    built(tmp_path / "one", batches)
    built(tmp_path / "other", [[A, B]])
    assert entered(tmp_path / "one") == entered(tmp_path / "other")
    assert entered(tmp_path / "one")[1] == []


def test_there_is_one_for_each_content_table(tmp_path: Path) -> None:
    made = built(tmp_path, [[A, B]])
    assert tuple(made) == (*TABLES, "quarantine")
    assert made["mentions"] == "0:0"
    assert made["claims"].startswith("4:")
