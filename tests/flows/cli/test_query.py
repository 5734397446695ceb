"""`sourceline query`, `trace`, `verify` and `report`: reading a published warehouse."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

SQL = "SELECT path, list_value(1, 2) AS two, NULL AS nothing FROM source_files ORDER BY path"


def test_the_answer_is_csv_where_there_is_no_terminal(sourceline: Any, inside: Path) -> None:
    told = sourceline("query", SQL)
    assert told.code == 0
    assert [*csv.reader(told.out.splitlines())] == [
        ["path", "two", "nothing"],
        ["fares.md", "[1, 2]", ""],
        ["ferries.txt", "[1, 2]", ""],
    ]


def test_the_answer_can_be_json(sourceline: Any, inside: Path) -> None:
    expected = [{"path": path, "two": [1, 2], "nothing": None} for path in ("fares.md", "ferries.txt")]
    assert json.loads(sourceline("query", SQL, "--format", "json").out) == expected
    assert [*map(json.loads, sourceline("query", SQL, "--format", "jsonl").out.splitlines())] == expected


def test_the_answer_can_be_a_table(sourceline: Any, inside: Path) -> None:
    shown = sourceline("query", "SELECT '[bold]' AS markup, 1 AS one", "--format", "table").out
    assert "markup" in shown and "[bold]" in shown


def test_a_table_without_rows_says_so(sourceline: Any, inside: Path) -> None:
    assert sourceline("query", "FROM facts WHERE false", "--format", "table").out == "No rows.\n"


def test_a_table_that_is_too_wide_is_told_value_by_value(
    sourceline: Any, inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sql = "SELECT value, 'a value of 24 characters' AS name, NULL AS no_value FROM (VALUES (1), (2)) AS _(value)"
    monkeypatch.setenv("COLUMNS", "50")
    assert "a value of 24 characters" in sourceline("query", sql, "--format", "table").out.splitlines()[2]
    monkeypatch.setenv("COLUMNS", "40")
    told = [line.split(maxsplit=1) for line in sourceline("query", sql, "--format", "table").out.splitlines()]
    name = ["name", "a value of 24 characters"]
    assert [[word.strip() for word in line] for line in told] == [["value", "1"], name, [], ["value", "2"], name, []]


@pytest.mark.parametrize("width", [20, 60, 100, 200])
def test_a_table_cuts_nothing_off(sourceline: Any, inside: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    values = {"a": 1, "b": 27, "c": 28, "d": 29, "e": 300}
    sql = "SELECT " + ", ".join(f"repeat('x', {length}) AS {name}" for name, length in values.items())
    monkeypatch.setenv("COLUMNS", str(width))
    assert sourceline("query", sql, "--format", "table").out.count("x") == sum(values.values())


def test_saved_queries_are_listed_and_run_by_name(sourceline: Any, inside: Path) -> None:
    names = [row[0] for row in csv.reader(sourceline("query", "--list").out.splitlines())][1:]
    assert len(names) >= 8
    for name in names:
        assert sourceline("query", name).code == 0, name


def test_sql_may_begin_with_a_comment(sourceline: Any, inside: Path) -> None:
    assert sourceline("query", "-- the first\nSELECT 1 AS one WHERE 1 = 1").out == "one\n1\n"


def test_an_option_that_does_not_exist_is_wrong_usage(sourceline: Any, inside: Path) -> None:
    assert sourceline("query", "FROM facts", "--fromat", "csv").code == 2
    told = sourceline("query", "--json", "FROM facts")
    assert (told.code, told.out) == (2, "")
    assert "No such option '--json'" in told.err


def test_sql_can_come_from_standard_input(sourceline: Any, inside: Path) -> None:
    assert sourceline("query", "-", stdin=b"SELECT 1 AS one").out == "one\n1\n"


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("no_such_query", "unknown_query"),
        ("SELEC 1", "query_failed"),
        ("DELETE FROM claims", "query_failed"),
        ("SELECT * FROM read_csv('/etc/passwd')", "query_failed"),
        ("COPY facts TO 'out.csv'", "query_failed"),
    ],
)
def test_what_cannot_be_answered_is_told_by_code(sql: str, code: str, sourceline: Any, inside: Path) -> None:
    told = sourceline("query", sql)
    assert (told.code, told.out) == (3, "")
    assert f"[{code}]" in told.err


@pytest.mark.parametrize("command", [["query", "FROM facts"], ["trace", "0"], ["verify"], ["report"]])
def test_a_missing_warehouse_is_told(command: list[str], sourceline: Any, tmp_path: Path) -> None:
    told = sourceline(*command, "--warehouse", tmp_path / "none.duckdb")
    assert told.code == 3
    assert "[warehouse_missing]" in told.err


def a_claim(sourceline: Any) -> str:
    return str(sourceline("query", "SELECT claim_id FROM facts WHERE value = 3 LIMIT 1").out.split()[1])


def test_trace_marks_the_quote_in_its_numbered_line(sourceline: Any, inside: Path) -> None:
    told = sourceline("trace", a_claim(sourceline))
    assert told.code == 0
    lines = told.out.splitlines()
    [at] = [n for n, line in enumerate(lines) if line.strip().startswith("3 │")]
    marked = "".join(a for a, caret in zip(lines[at], lines[at + 1], strict=False) if caret == "^")
    assert "3%" in marked
    assert "fares.md, line 3" in lines[0]
    assert any(line.strip().startswith("run ") for line in lines)


def test_trace_takes_the_beginning_of_an_identifier(sourceline: Any, inside: Path) -> None:
    claim = a_claim(sourceline)
    assert sourceline("trace", claim[:16]).out == sourceline("trace", claim).out


def test_an_unknown_claim_is_told(sourceline: Any, inside: Path) -> None:
    assert "[unknown_claim]" in sourceline("trace", "zz").err


def test_verify_finds_nothing_in_a_sound_warehouse(sourceline: Any, inside: Path) -> None:
    told = sourceline("verify")
    assert told.code == 0, told.out
    assert told.out.startswith("2 documents, ")
    assert told.out.endswith(" rows, 0 problems\n")


def test_verify_tells_what_changed_below_raw(sourceline: Any, inside: Path, tmp_path: Path) -> None:
    (tmp_path / "fares.md").write_text("Fares fell.\n", "utf-8")
    told = sourceline("verify", "--raw", tmp_path)
    assert told.code == 1
    assert told.out.count("\n") == 3
    assert "fares.md" in told.out and "ferries.txt" in told.out


def test_report_is_written_where_it_is_asked_for(sourceline: Any, inside: Path, tmp_path: Path) -> None:
    told = sourceline("report", "--output", tmp_path / "page.html")
    assert (told.code, told.out) == (0, f"{tmp_path / 'page.html'}\n")
    assert (tmp_path / "page.html").stat().st_size
