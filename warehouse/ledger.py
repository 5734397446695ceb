"""The ledger: which runs there were, what they loaded, and which document lay at which path from when to when.

Questions take any connection, the writer's or a reader's; entries take the store.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]

from flows.reading.media import BY_SUFFIX
from schemas.versions import PARSER_VERSION, SCHEMA_VERSION
from warehouse.store import Store
from warehouse.transactions import transaction

RunState = Literal["running", "completed", "failed", "interrupted"]


class SourceFile(NamedTuple):
    """A path as a run saw it. `document_id` is None where it gave no bytes, size and time where there are none.

    `path` is relative to the landing zone; `member` and `byte_offset` say where in an archive.
    """

    path: str
    document_id: str | None
    media_type: str | None
    size: int | None
    mtime_ns: int | None
    url: str | None = None
    member: str = ""
    byte_offset: int = 0


class Changes(NamedTuple):
    """How many places hold a document that is new there, and how many no longer hold theirs."""

    opened: int
    closed: int


def start_run(store: Store, *, code_version: str, flow_run_id: str | None = None) -> str:
    """Enter a run and return its id, which sorts by time.

    Only one run is open at a time, so one that is still entered as running was killed: it was interrupted.
    """
    now = datetime.now(UTC).replace(tzinfo=None)
    run_id = f"{now:%Y%m%dT%H%M%S.%f}-{secrets.token_hex(2)}"
    with transaction(store.connection):
        store.connection.execute("UPDATE runs SET state = 'interrupted' WHERE state = 'running'")
        store.connection.execute(
            "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, NULL, 'running', NULL)",
            [run_id, flow_run_id, code_version, PARSER_VERSION, SCHEMA_VERSION, now],
        )
    return run_id


def finish_run(store: Store, run_id: str, state: RunState, counts: Mapping[str, Any]) -> None:
    """Enter how a run ended; `counts` is kept as JSON."""
    store.connection.execute(
        "UPDATE runs SET finished_at = now() AT TIME ZONE 'UTC', state = ?, counts = ? WHERE run_id = ?",
        [state, json.dumps(counts), run_id],
    )


def present_files(connection: duckdb.DuckDBPyConnection) -> list[SourceFile]:
    """What lay at each place when it was last seen, by path, member and offset; places that are gone are left out."""
    columns = ", ".join(SourceFile._fields)
    rows = connection.execute(f"SELECT {columns} FROM source_files WHERE gone_run IS NULL ORDER BY ALL")
    return [SourceFile(*row) for row in rows.fetchall()]


def settled(
    connection: duckdb.DuckDBPyConnection,
    parser_version: str = PARSER_VERSION,
    schema_version: str = SCHEMA_VERSION,
) -> set[tuple[str, str]]:
    """Document id and media type of every content that these versions have read or found unreadable, or that is
    forgotten.
    """
    rows = connection.execute(
        """
        SELECT document_id, media_type FROM extractions WHERE parser_version = $parser AND schema_version = $schema
        UNION
        SELECT document_id, media_type FROM quarantine
        WHERE document_id IS NOT NULL AND parser_version = $parser AND schema_version = $schema
        UNION
        SELECT document_id, unnest($media_types) FROM forgotten
        """,
        {"parser": parser_version, "schema": schema_version, "media_types": sorted({*BY_SUFFIX.values()})},
    )
    return set(rows.fetchall())


def record_files(store: Store, run_id: str, seen: Sequence[SourceFile], scope: Sequence[str] = ("",)) -> Changes:
    """Enter what a run saw, in one transaction.

    A place whose document changed closes its interval and opens another. A place below one of the `scope` paths that
    was not seen is gone; "" is the whole landing zone, and paths outside it are absolute. Below a path that gave no
    document nothing can be gone: it may be a folder that could not be listed. Rejections of a path are fixed once it
    gives a document.
    """
    connection = store.connection
    connection.register("seen", _table(seen))
    with transaction(connection):
        closed = _count(connection, _CLOSE, {"run": run_id, "scope": [path.rstrip("/") for path in scope]})
        connection.execute(_TOUCH)
        opened = _count(connection, _OPEN, {"run": run_id})
        connection.execute(_SETTLE)
    connection.unregister("seen")
    return Changes(opened, closed)


_COLUMNS = pa.schema(
    [
        ("path", pa.string()),
        ("document_id", pa.string()),
        ("media_type", pa.string()),
        ("size", pa.int64()),
        ("mtime_ns", pa.int64()),
        ("url", pa.string()),
        ("member", pa.string()),
        ("byte_offset", pa.int64()),
    ]
)

_SAME_PLACE = """
    (file.path, file.member, file.byte_offset) = (seen.path, seen.member, seen.byte_offset)
"""
_SAME_DOCUMENT = f"""
    {_SAME_PLACE}
    AND file.document_id IS NOT DISTINCT FROM seen.document_id
    AND file.media_type IS NOT DISTINCT FROM seen.media_type
"""

_CLOSE = f"""
WITH folders AS (
    SELECT DISTINCT path, unnest([array_to_string(string_split(path, '/')[:depth], '/')
        FOR depth IN range(1, len(string_split(path, '/')))] || ['.']) AS folder
    FROM source_files
    WHERE gone_run IS NULL AND path NOT IN (SELECT path FROM seen)
),
unlisted AS (
    SELECT DISTINCT folders.path FROM folders JOIN seen ON seen.path = folder WHERE seen.document_id IS NULL
)
UPDATE source_files AS file SET gone_run = $run
WHERE gone_run IS NULL
  AND NOT EXISTS (FROM seen WHERE {_SAME_DOCUMENT})
  AND (
      EXISTS (FROM seen WHERE {_SAME_PLACE})
      OR EXISTS (
          FROM unnest($scope) AS _(folder)
          WHERE CASE folder
              WHEN '' THEN NOT starts_with(file.path, '/')
              ELSE file.path = folder OR starts_with(file.path, folder || '/')
          END
      )
      AND file.path NOT IN (FROM unlisted)
  )
"""

_TOUCH = f"""
UPDATE source_files AS file SET size = seen.size, mtime_ns = seen.mtime_ns, url = seen.url
FROM seen
WHERE file.gone_run IS NULL AND {_SAME_PLACE}
  AND (file.size, file.mtime_ns, file.url) IS DISTINCT FROM (seen.size, seen.mtime_ns, seen.url)
"""

_OPEN = f"""
INSERT INTO source_files BY NAME
SELECT *, $run AS first_run FROM seen
WHERE NOT EXISTS (FROM source_files AS file WHERE file.gone_run IS NULL AND {_SAME_PLACE})
"""

_SETTLE = """
UPDATE quarantine SET status = 'fixed'
WHERE status = 'open'
  AND path IN (SELECT concat_ws('/', path, nullif(member, '')) FROM seen WHERE document_id IS NOT NULL)
"""


def _table(seen: Sequence[SourceFile]) -> pa.Table:
    columns = list(zip(*seen, strict=True)) or [()] * len(_COLUMNS)
    return pa.table(
        [pa.array(column, type=field.type) for column, field in zip(columns, _COLUMNS, strict=True)], _COLUMNS
    )


def _count(connection: duckdb.DuckDBPyConnection, sql: str, values: Mapping[str, Any]) -> int:
    return int((connection.execute(sql, dict(values)).fetchone() or (0,))[0])
