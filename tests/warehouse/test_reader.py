from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from schemas.errors import SourcelineError
from tests.support.articles import BUSES
from tests.support.warehouses import run_once
from warehouse.reader import open_reader, run, saved_queries, saved_query
from warehouse.report.render import write_report


def test_sql_is_answered(reader: duckdb.DuckDBPyConnection) -> None:
    answer = run(reader, "SELECT article, value FROM facts ORDER BY article, line")
    assert answer.columns == ("article", "value")
    assert answer.rows == [
        ("ferries.txt", 42.0),
        ("ferries.txt", 7.0),
        ("more/buses.txt", 12.0),
        ("more/buses.txt", 3.0),
    ]


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE t AS SELECT 1",
        "INSERT INTO claims SELECT * FROM claims",
        "DELETE FROM claims",
        "DROP VIEW facts",
        "COPY claims TO '{folder}/out.csv'",
        "EXPORT DATABASE '{folder}/out'",
        "ATTACH '{folder}/other.duckdb'",
        "ATTACH ':memory:' AS other",
        "SELECT * FROM read_text('{folder}/secret.txt')",
        "SELECT * FROM '{folder}/secret.csv'",
        "SELECT * FROM glob('{folder}/*')",
        "SELECT * FROM sniff_csv('{folder}/secret.csv')",
        "SELECT * FROM published",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "PRAGMA enable_external_access",
        "SELECT 1; COPY claims TO '{folder}/out.csv'",
        "SELEC 1",
        "SELECT * FROM nothing_here",
    ],
)
def test_nothing_is_written_and_nothing_outside_is_read(published: Path, tmp_path: Path, sql: str) -> None:
    for name in ("secret.txt", "secret.csv"):
        (tmp_path / name).write_text("a,b\n1,2\n")
    before = published.read_bytes()
    with open_reader(published) as connection, pytest.raises(SourcelineError) as refused:
        run(connection, sql.format(folder=tmp_path))
    assert refused.value.code == "query_failed"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["secret.csv", "secret.txt"]
    assert published.read_bytes() == before


def test_a_warehouse_that_is_not_there_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(SourcelineError) as refused, open_reader(tmp_path / "w.duckdb"):
        pass
    assert refused.value.code == "warehouse_missing"


def test_a_file_that_is_no_warehouse_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "w.duckdb").write_text("no database" * 999)
    with pytest.raises(SourcelineError) as refused, open_reader(tmp_path / "w.duckdb"):
        pass
    assert refused.value.code == "warehouse_damaged"


def test_a_warehouse_of_a_later_version_is_refused(published: Path, tmp_path: Path) -> None:
    later = tmp_path / "w.duckdb"
    shutil.copy(published, later)
    with duckdb.connect(later) as connection:
        connection.execute("INSERT INTO migrations VALUES ('9999_of_tomorrow', 'x', NULL)")
    with pytest.raises(SourcelineError) as refused, open_reader(later):
        pass
    assert refused.value.code == "warehouse_newer"


def test_a_database_that_is_no_warehouse_is_refused(tmp_path: Path) -> None:
    with duckdb.connect(tmp_path / "w.duckdb") as connection:
        connection.execute("CREATE TABLE claims (claim VARCHAR)")
    with pytest.raises(SourcelineError) as refused, open_reader(tmp_path / "w.duckdb"):
        pass
    assert refused.value.code == "warehouse_damaged"


def test_what_an_older_release_published_is_told_where_a_view_is_missing(tmp_path: Path) -> None:
    run_once(tmp_path / "w.duckdb", {"a.txt": BUSES})
    with duckdb.connect(tmp_path / "w.duckdb") as connection:
        connection.execute("DROP VIEW near_duplicates")
    with pytest.raises(SourcelineError) as refused:
        write_report(tmp_path / "w.duckdb", tmp_path / "report.html")
    assert refused.value.code == "warehouse_older"
    assert not (tmp_path / "report.html").exists()


def test_saved_queries_are_described_and_found_by_name() -> None:
    queries = saved_queries()
    assert len(queries) >= 8
    assert all(query.description.endswith(".") for query in queries)
    assert saved_query("who_says_what") in queries


def test_an_unknown_query_is_an_error_of_its_own() -> None:
    with pytest.raises(SourcelineError) as refused:
        saved_query("who_says_why")
    assert refused.value.code == "unknown_query"
