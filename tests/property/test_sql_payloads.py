"""Text that looks like SQL is text: in cells, headers, titles and file names it changes nothing and runs nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from flows.run import run_directly
from flows.settings import Settings
from schemas.errors import SourcelineError
from warehouse.forget import find_documents
from warehouse.migrate import migrate
from warehouse.parameters import bind
from warehouse.reader import open_reader, run, saved_queries
from warehouse.store import open_store
from warehouse.verify import verify
from warehouse.waive import waive

DEEDS = (
    "DROP TABLE claims",
    "DELETE FROM claims",
    "UPDATE claims SET value = 0",
    "INSERT INTO claims SELECT * FROM claims",
    "CREATE TABLE stolen AS FROM claims",
    "CREATE OR REPLACE VIEW facts AS SELECT 1 AS one",
    "CREATE MACRO source_of(x) AS x",
    "ALTER TABLE claims RENAME TO gone",
    "TRUNCATE claims",
    "COPY claims TO 'stolen.csv'",
    "COPY (SELECT 1) TO 'stolen.parquet'",
    "EXPORT DATABASE 'stolen'",
    "ATTACH 'stolen.duckdb' AS stolen",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "PRAGMA database_list",
    "CALL pragma_version()",
    "VACUUM",
    "CHECKPOINT",
)
QUESTIONS = (
    "SELECT * FROM read_csv('secret.csv')",
    "SELECT * FROM read_text('secret.csv')",
    "SELECT * FROM 'secret.csv'",
    "SELECT * FROM glob('*')",
    "SELECT getenv('HOME')",
)
QUOTING = (
    "{}",
    "'; {}; --",
    '"; {}; --',
    "' UNION {} --",
    "$$; {}; $$",
    "1); {}; --",
    "\\'; {}; /*",
    "{{{}}}",
)
PAYLOADS = [quoting.format(sql) for quoting, sql in itertools.product(QUOTING, (*DEEDS, *QUESTIONS))]
SOME = PAYLOADS[::13]
SAFE_NAME = str.maketrans({"/": "∕", "\0": None})

CATALOGUE = """
SELECT schema_name, table_name AS name, sql FROM duckdb_tables()
UNION ALL
SELECT schema_name, view_name, sql FROM duckdb_views() WHERE NOT internal
ORDER BY ALL
"""


def article(payload: str, number: int) -> str:
    """The payload as title, heading, header, cell, source and subject of a claim."""
    cell = payload.replace("|", " ")
    return f"""---
title: {payload!r}
author: {payload!r}
---
# {payload}

According to {payload}, {number}% of firms say {payload}.

| {cell} | Share (2024) |
|---|---|
| {cell} | {number}% |
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A warehouse of an article and a file name for each payload."""
    folder = tmp_path_factory.mktemp("payloads")
    (folder / "raw").mkdir()
    for number, payload in enumerate(PAYLOADS):
        name = payload.translate(SAFE_NAME)[:80]
        (folder / "raw" / f"{number:03} {name}.md").write_text(article(payload, number), "utf-8")
    (folder / "secret.csv").write_text("a,b\n1,2\n")
    settings = Settings(raw=folder / "raw", warehouse=folder / "w/facts.duckdb", workers=1)
    run_directly(settings)
    return settings


@pytest.fixture
def reader(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_reader(settings.warehouse) as connection:
        yield connection


def catalogue(connection: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    return connection.execute(CATALOGUE).fetchall()


def test_there_are_two_hundred() -> None:
    assert len(set(PAYLOADS)) == 200


def test_the_catalogue_is_that_of_an_empty_warehouse(settings: Settings) -> None:
    with duckdb.connect() as empty, open_store(settings.warehouse) as store:
        migrate(empty, "-")
        assert catalogue(store.connection) == catalogue(empty)


def test_every_article_is_loaded_and_verified(settings: Settings, reader: duckdb.DuckDBPyConnection) -> None:
    assert run(reader, "SELECT count(*) FROM current_extractions").rows == [(200,)]
    assert run(reader, "SELECT count(*) >= 200 FROM facts").rows == [(True,)]
    assert verify(reader, settings.raw).problems == ()


def test_nothing_was_written_beside_the_warehouse(settings: Settings) -> None:
    assert {path.name for path in settings.raw.parent.iterdir()} == {"raw", "w", "secret.csv"}


@pytest.mark.parametrize("sql", [*DEEDS, *QUESTIONS[:-1]])
def test_a_query_can_neither_write_nor_read_a_file(
    settings: Settings, reader: duckdb.DuckDBPyConnection, sql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(settings.raw.parent)
    before = settings.warehouse.read_bytes()
    for form in (sql, f"SELECT 1; {sql}", f"EXPLAIN ANALYZE {sql}", f"WITH x AS (SELECT 1) {sql}"):
        try:
            answer = run(reader, form)
        except SourcelineError as refused:
            assert refused.code == "query_failed"
        else:
            assert not any("1,2" in str(row) for row in answer.rows)
    assert settings.warehouse.read_bytes() == before
    assert not list(settings.raw.parent.glob("stolen*"))


def test_a_payload_as_a_value_is_a_value(reader: duckdb.DuckDBPyConnection) -> None:
    for query in saved_queries():
        for payload in SOME[::3]:
            for parameter in query.parameters:
                try:
                    run(reader, query.sql, bind(query, {parameter.name: payload}))
                except SourcelineError as refused:  # it is no year, or no truth value
                    assert "Conversion Error" in refused.place
    assert run(reader, "SELECT count(*) FROM current_extractions").rows == [(200,)]


def test_a_payload_as_a_name_finds_nothing_and_does_nothing(settings: Settings) -> None:
    with open_store(settings.warehouse) as store:
        before = catalogue(store.connection)
        for payload in SOME:
            for ask in (
                lambda name: find_documents(store.connection, [name]),
                lambda name: waive(store.connection, name, name, None),  # type: ignore[arg-type]
            ):
                with pytest.raises(SourcelineError):
                    ask(payload)
        assert catalogue(store.connection) == before
