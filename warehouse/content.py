"""The rows of one reading of a document at a time, as they are needed to hold them against its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import duckdb

from flows.items import Place
from schemas.rows import CONTENT_TABLES, Span
from schemas.versions import PARSER_VERSION

CHUNK = 200
"""Readings whose rows are fetched at a time, at most: each fetch scans its tables once."""

CHUNK_CHARACTERS = 4_000_000
"""Characters that they have together, so that what is held in memory does not grow with the warehouse."""

GROUNDED = tuple(table for table, row in CONTENT_TABLES.items() if issubclass(row, Span))

Grounded = tuple[list[tuple[int, int]], str]
"""A row's pieces and its quote."""


class Header(NamedTuple):
    """A reading of a document that lies in the landing zone: the columns of its extraction, and the places it lies at.

    `is_complete` says that blocks and ledger can be held against the text: this program's reader made them, and none
    of their rows is in quarantine.
    """

    extraction_id: str
    document_id: str
    media_type: str
    encoding: str
    text_sha256: str
    characters: int
    is_complete: bool
    places: Sequence[Place]


@dataclass(frozen=True, slots=True)
class Content:
    """What the warehouse holds of one reading: its lines (start, end, text) and its rows with a quote."""

    header: Header
    lines: Sequence[tuple[int, int, str]]
    grounded: Mapping[str, Sequence[Grounded]]

    @property
    def rows(self) -> int:
        """Rows with a quote; lines not counted."""
        return sum(map(len, self.grounded.values()))


def headers(connection: duckdb.DuckDBPyConnection) -> list[Header]:
    """Every reading of a document that lies in the landing zone, those of one document beside each other."""
    rows = connection.execute(_HEADERS, {"parser": PARSER_VERSION}).fetchall()
    return [Header._make((*columns, [Place(**place) for place in places])) for *columns, places in rows]


def gone_documents(connection: duckdb.DuckDBPyConnection) -> int:
    """How many documents have rows and lie nowhere any more."""
    return int((connection.execute(_GONE).fetchone() or (0,))[0])


def contents(connection: duckdb.DuckDBPyConnection) -> Iterator[Content]:
    """Every reading of `headers` with its rows, in the same order."""
    for chunk in _chunks(headers(connection)):
        keys = [header.extraction_id for header in chunk]
        lines = _lines(connection, keys)
        grounded = {table: _grounded(connection, table, keys) for table in GROUNDED}
        for header in chunk:
            rows = {table: found[header.extraction_id] for table, found in grounded.items()}
            yield Content(header, lines[header.extraction_id], rows)


def _chunks(found: Sequence[Header]) -> Iterator[list[Header]]:
    chunk: list[Header] = []
    characters = 0
    for header in found:
        if chunk and (len(chunk) == CHUNK or characters + header.characters > CHUNK_CHARACTERS):
            yield chunk
            chunk, characters = [], 0
        chunk.append(header)
        characters += header.characters
    if chunk:
        yield chunk


_HEADERS = """
SELECT
    extraction_id,
    document_id,
    media_type,
    encoding,
    text_sha256,
    characters,
    parser_version = $parser AND extraction_id NOT IN (
        SELECT extraction_id FROM quarantine
        WHERE extraction_id IS NOT NULL AND table_name IN ('blocks', 'quantities') AND status <> 'fixed'
    ),
    places
FROM extractions
JOIN (
    SELECT
        document_id,
        media_type,
        list({'path': path, 'member': member, 'byte_offset': byte_offset} ORDER BY path, member, byte_offset) AS places
    FROM source_files
    WHERE gone_run IS NULL
    GROUP BY document_id, media_type
) AS present USING (document_id, media_type)
ORDER BY places, extraction_id
"""

_GONE = """
SELECT count(DISTINCT document_id)
FROM extractions
ANTI JOIN (FROM source_files WHERE gone_run IS NULL) AS present USING (document_id, media_type)
"""

_LINES = """
SELECT extraction_id, char_start, char_end, text
FROM source_lines
WHERE extraction_id IN (SELECT unnest($keys))
ORDER BY line_no
"""


_ROWS = """
SELECT extraction_id, [piece.start FOR piece IN pieces], [piece."end" FOR piece IN pieces], quote
FROM {table}
WHERE extraction_id IN (SELECT unnest($keys))
ORDER BY char_start, char_end
"""


def _lines(connection: duckdb.DuckDBPyConnection, keys: list[str]) -> Mapping[str, list[tuple[int, int, str]]]:
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for key, start, end, text in connection.execute(_LINES, {"keys": keys}).fetchall():
        found[key].append((start, end, text))
    return found


def _grounded(connection: duckdb.DuckDBPyConnection, table: str, keys: list[str]) -> Mapping[str, list[Grounded]]:
    found: dict[str, list[Grounded]] = defaultdict(list)
    for key, starts, ends, quote in connection.execute(_ROWS.format(table=table), {"keys": keys}).fetchall():
        found[key].append((list(zip(starts, ends, strict=True)), quote))
    return found
