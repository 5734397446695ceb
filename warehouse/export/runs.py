"""The runs of the ledger as an export tells them: when, by which versions, what they read and what they wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import duckdb

from warehouse.statements import statements


@dataclass(frozen=True, slots=True)
class Run:
    """A run; times are UTC. `tables` holds rows per table, `extractions` what was read: ids, media type and path."""

    run_id: str
    code_version: str
    parser_version: str
    schema_version: str
    started_at: datetime
    finished_at: datetime | None
    state: str
    tables: list[dict[str, Any]]
    extractions: list[dict[str, Any]]


def read_runs(connection: duckdb.DuckDBPyConnection) -> Iterator[Run]:
    """Every run of the ledger, the oldest first."""
    (query,) = [query for query in statements("export/queries") if query.name == "runs"]
    for row in connection.execute(query.sql).fetchall():
        run = Run(*row)
        yield replace(run, tables=run.tables or [], extractions=run.extractions or [])


def utc(moment: datetime) -> str:
    """A time of the ledger in ISO 8601."""
    return f"{moment.isoformat(timespec='milliseconds')}Z"
