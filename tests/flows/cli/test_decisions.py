"""`sourceline diff`, `publish`, `forget`, `quarantine`, `replay`, `waive` and `rebuild`."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from flows.run import run_directly
from flows.settings import Settings
from schemas.dtypes import TABLES
from warehouse.store import open_store


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a project of two articles and an empty file, read once."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "raw").mkdir()
    (folder / "raw/a.txt").write_text("Harbour news\n\nFares rose by 3% in 2022.\n", "utf-8")
    (folder / "raw/b.txt").write_text("Quillfeather said rents fell by 2%.\n", "utf-8")
    (folder / "raw/empty.txt").touch()
    assert run_directly(Settings(raw=folder / "raw", warehouse=folder / "warehouse/sourceline.duckdb")).flawed
    return folder


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project as the current folder, nothing set in the environment."""
    (tmp_path / "raw").mkdir()
    monkeypatch.delenv("SOURCELINE_RAW", raising=False)
    monkeypatch.delenv("SOURCELINE_WAREHOUSE", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def folder(empty: Path, first_run: Path) -> Path:
    """A project of one's own that has been read once, as the current folder."""
    shutil.copytree(first_run, empty, dirs_exist_ok=True)
    return empty


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(out.splitlines()))


def load_another_version() -> None:
    """Have the warehouse hold what a version 2 has read: the same, and one figure otherwise."""
    with open_store(Path("warehouse/sourceline.duckdb")) as store:
        for table in (*TABLES, "extraction_rows"):
            changed = ", '2' AS parser_version" if table == "extractions" else ""
            sql = f"INSERT INTO {table} SELECT * REPLACE ('2' || extraction_id AS extraction_id{changed}) FROM {table}"
            store.connection.execute(sql)
        store.connection.execute("UPDATE claims SET value = 5 WHERE value = 3 AND starts_with(extraction_id, '2')")
        store.connection.execute("INSERT INTO decisions VALUES (1, now()::TIMESTAMP, 'publish', '1/1', NULL, NULL)")


def test_a_new_version_is_compared_and_published(sourceline: Any, folder: Path) -> None:
    load_another_version()
    assert sourceline("publish", "1").code == 0
    assert "Version 2/1 is loaded, but readers are still shown the one before." in sourceline("run", "--direct").out
    counts = {row["table_name"]: row for row in rows(sourceline("diff").out)}
    assert (counts["claims"]["changed"], counts["quantities"]["same"]) == ("1", "3")
    told = sourceline("diff", "--changes", "--table", "claims", "--format", "jsonl")
    assert json.loads(told.out)["differs"] == "value: 3.0 → 5.0"
    assert "from 1/1 (2 documents) to 2/1 (2)" in told.err
    figures = "SELECT value FROM facts WHERE article = 'a.txt' AND value IS NOT NULL"
    assert sourceline("query", figures).out.split() == ["value", "3.0"]
    assert "Readers are shown version 2/1" in sourceline("publish").out
    assert sourceline("query", figures).out.split() == ["value", "5.0"]
    assert "[unknown_version]" in sourceline("publish", "7").err


def test_forget_asks_erases_and_tells(sourceline: Any, folder: Path) -> None:
    def left() -> list[str]:
        files = (path for path in folder.rglob("*") if path.is_file() and b"Quillfeather" in path.read_bytes())
        return [str(path.relative_to(folder)) for path in files]

    assert len(left()) > 1
    assert sourceline("forget", "raw/b.txt").code == 1  # nobody answers
    told = sourceline("forget", "raw/b.txt", "--yes", "--reason", "withdrawn")
    assert told.code == 0
    assert "b.txt still lies in raw; runs pass over it." in told.out
    assert re.search(r"files forgotten +1\n", sourceline("run", "--direct").out)
    assert left() == ["raw/b.txt"]
    assert sourceline("verify").code == 0
    assert sourceline("forget", "b.txt", "--undo").code == 0
    sourceline("run", "--direct")
    assert len(left()) > 1


def test_quarantine_lists_by_code_and_row(sourceline: Any, folder: Path) -> None:
    [counted] = rows(sourceline("quarantine").out)
    assert (counted["code"], counted["open"], counted["meaning"]) == ("empty_file", "1", "The file is empty")
    [listed] = rows(sourceline("quarantine", "--code", "empty_file").out)
    assert (listed["article"], listed["status"], listed["shown"]) == ("empty.txt", "open", "The file has 0 bytes.")
    assert rows(sourceline("quarantine", "--code", "not_text").out) == []
    assert sourceline("quarantine", "--code", "nonsense").code == 2


def test_what_is_mended_is_replayed_and_then_only_shown_with_all(sourceline: Any, folder: Path) -> None:
    told = sourceline("replay")
    assert (told.code, told.out) == (1, "0 documents read again: 0 in quarantine fixed, 1 still open\n")
    (folder / "raw/empty.txt").write_text("Dues grew by 4%.\n", "utf-8")
    told = sourceline("replay", "raw/empty.txt", "--code", "empty_file")
    assert (told.code, told.out) == (0, "1 document read again: 1 in quarantine fixed, 0 still open\n")
    assert rows(sourceline("quarantine").out) == []
    assert [row["status"] for row in rows(sourceline("quarantine", "--all").out)] == ["fixed"]


def test_what_is_waived_does_not_make_a_run_flawed_until_the_day_comes(sourceline: Any, folder: Path) -> None:
    [listed] = rows(sourceline("quarantine", "--all").out)
    waive = ("waive", listed["quarantine_id"][:8], "--reason", "meant to be empty", "--until")
    told = sourceline(*waive, "2999-01-01")
    assert told.out == "empty_file in empty.txt is waived until 2999-01-01: “The file has 0 bytes.”\n"
    assert sourceline("run", "--direct").code == 0
    assert rows(sourceline("quarantine").out)[0]["waived"] == "1"
    assert sourceline(*waive, "2020-01-01").code == 0
    assert sourceline("run", "--direct").code == 1


@pytest.mark.parametrize("arguments", [["waive", "x"], ["waive", "x", "--reason", "y"], ["forget"]])
def test_what_must_be_said_must_be_said(sourceline: Any, empty: Path, arguments: list[str]) -> None:
    assert sourceline(*arguments).code == 2


def test_rebuild_compares_and_replaces(sourceline: Any, folder: Path) -> None:
    told = sourceline("rebuild")
    assert told.code == 0, told.err
    assert {row["result"] for row in rows(told.out)} == {"same"}
    assert "The old warehouse is in place." in told.err
    with open_store(Path("warehouse/sourceline.duckdb")) as store:
        store.connection.execute("UPDATE claims SET value = 9")
    told = sourceline("rebuild", "--replace")
    assert told.code == 1
    assert [row["table"] for row in rows(told.out) if row["result"] == "differs"] == ["claims"]
    assert sourceline("rebuild").code == 0


@pytest.mark.parametrize(
    "command",
    [
        ["diff"],
        ["publish"],
        ["forget", "a.txt", "--yes"],
        ["quarantine"],
        ["replay"],
        ["waive", "x", "--reason", "y", "--until", "2999-01-01"],
        ["rebuild"],
    ],
    ids=lambda command: command[0],
)
def test_a_missing_warehouse_is_told(sourceline: Any, empty: Path, command: list[str]) -> None:
    told = sourceline(*command, "--warehouse", empty / "none.duckdb")
    assert told.code == 3
    assert "[warehouse_missing]" in told.err
    assert not list(empty.glob("none*.duckdb"))
