"""What a new parser or schema version reads otherwise: the rows of what both versions have read, side by side.

Rows are the same when they were read from the same pieces, claims when they have the same identifier. Numbers within a
document are no content here: one new row shifts all that follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import duckdb

from schemas.dtypes import KEY, TABLES, schema_of
from schemas.rows import Span, columns_of

COMPARED = tuple(table for table in TABLES if table != "source_lines")
"""Lines say nothing that blocks do not."""

_PLACE = ("char_start", "pieces")
_KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "extractions": (),
    "blocks": (*_PLACE, "kind"),
    "source_tables": _PLACE,
    "cells": (*_PLACE, "row_no", "column_no"),
    "quantities": _PLACE,
    "attributions": _PLACE,
    "mentions": (*_PLACE, "kind"),
    "claims": ("claim_id",),
    "claim_parts": ("claim_id", "part"),
    "findings": (*_PLACE, "code"),
}
"""What a row is known by in its document; rows that share it are told apart by their turn."""

_OF_THE_READING = frozenset({KEY, "document_id", "media_type", "parser_version", "schema_version", "text_sha256"})
_NO_CONTENT = _OF_THE_READING | {"claim_id", "parent", *columns_of(Span)}


class Counts(NamedTuple):
    """Rows of a table that only the new or only the old version has, that say something else, and that agree."""

    table_name: str
    added: int
    lost: int
    changed: int
    same: int


class Change(NamedTuple):
    """A row that is added, lost or changed; `differs` says of a changed one what it said before and says now."""

    table_name: str
    change: str
    article: str
    line: int | None
    differs: str | None
    old_quote: str | None
    new_quote: str | None


def count_changes(
    connection: duckdb.DuckDBPyConnection, old: str, new: str, tables: Sequence[str] = COMPARED
) -> list[Counts]:
    """The changes from one version to another by table; versions are named as in `warehouse.versions`."""
    return [_count(connection, table, old, new) for table in tables]


def changes(
    connection: duckdb.DuckDBPyConnection, table: str, old: str, new: str, limit: int | None = None
) -> Iterator[Change]:
    """The first `limit` changes of one table in the order of articles and lines."""
    values = {"table": table, "old": old, "new": new, "limit": limit}
    rows = connection.execute(_sides(table) + _CHANGES, values)
    while chunk := rows.fetchmany(1000):
        yield from (Change(*row) for row in chunk)


def _count(connection: duckdb.DuckDBPyConnection, table: str, old: str, new: str) -> Counts:
    counted: dict[str, int] = dict(connection.execute(_sides(table) + _COUNT, {"old": old, "new": new}).fetchall())
    return Counts(table, *(counted.get(change, 0) for change in ("added", "lost", "changed", "same")))


def _sides(table: str) -> str:
    """Common table expressions up to `compared`: each row of either version beside the one that answers it."""
    has_quote = table != "extractions"
    told = _told(table)
    return _COMPARED.format(
        rows=_ROWS.get(table, table),
        known_by=", ".join(("held.document_id", "held.media_type", *_KNOWN_BY[table])),
        line="line_start" if has_quote else "NULL::BIGINT",
        quote="quote" if has_quote else "title",
        told=", ".join(f"{name} := listed.{name}" for name in told),
        both="SEMI JOIN read_by_both USING (document_id, media_type)" if has_quote else "",
        differs=", ".join(_DIFFERS.format(name=name) for name in told),
    )


def _told(table: str) -> list[str]:
    """The columns whose content is compared."""
    names = [name for name in schema_of(table) if name not in _NO_CONTENT and not name.endswith("_no")]
    return [*names, "source"] if table == "claims" else names


_ROWS = {
    "claims": """(
        SELECT claims.*, source_text AS source
        FROM claims
        LEFT JOIN (SELECT extraction_id, attribution_no, source_text FROM attributions)
        USING (extraction_id, attribution_no)
    )"""
}
"""A claim is another one when somebody else says it."""

_DIFFERS = """
    CASE WHEN olds.told.{name} IS DISTINCT FROM news.told.{name} THEN concat(
        '{name}: ', coalesce(olds.told.{name}::VARCHAR, 'none'), ' → ', coalesce(news.told.{name}::VARCHAR, 'none')
    ) END"""

_COMPARED = """
WITH held AS (
    SELECT extraction_id, document_id, media_type, version_name(parser_version, schema_version) AS version, article
    FROM extractions
    JOIN (
        SELECT document_id, media_type, min(place_name(path, member)) AS article
        FROM source_files
        WHERE gone_run IS NULL
        GROUP BY document_id, media_type
    ) USING (document_id, media_type)
    WHERE version IN ($old, $new)
),
read_by_both AS (
    SELECT document_id, media_type FROM held GROUP BY ALL HAVING count(DISTINCT version) = 2
),
content AS (
    SELECT
        held.version,
        row({known_by}) AS known_by,
        held.article,
        {line} AS line,
        {quote} AS quote,
        struct_pack({told}) AS told
    FROM {rows} AS listed
    JOIN (FROM held {both}) AS held USING (extraction_id)
),
numbered AS (SELECT *, row_number() OVER (PARTITION BY version, known_by ORDER BY told) AS turn FROM content),
compared AS (
    SELECT
        CASE
            WHEN olds.version IS NULL THEN 'added'
            WHEN news.version IS NULL THEN 'lost'
            WHEN olds.told IS DISTINCT FROM news.told THEN 'changed'
            ELSE 'same'
        END AS change,
        coalesce(news.article, olds.article) AS article,
        coalesce(news.line, olds.line) AS line,
        CASE change WHEN 'changed' THEN array_to_string([{differs}], '; ') END AS differs,
        olds.quote AS old_quote,
        news.quote AS new_quote
    FROM (FROM numbered WHERE version = $old) AS olds
    FULL JOIN (FROM numbered WHERE version = $new) AS news USING (known_by, turn)
)
"""

_COUNT = "SELECT change, count(*) FROM compared GROUP BY change"

_CHANGES = """
SELECT $table, change, article, line, differs, old_quote, new_quote
FROM compared
WHERE change <> 'same'
ORDER BY article, line, change, old_quote, new_quote, differs
LIMIT $limit
"""
