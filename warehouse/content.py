"""The current rows of one document at a time, as they are needed to hold them against its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import duckdb

from schemas.rows import CONTENT_TABLES, Span
from schemas.versions import PARSER_VERSION

CHUNK = 200
"""Documents whose rows are fetched at a time: each fetch scans its tables once."""

GROUNDED = tuple(table for table, row in CONTENT_TABLES.items() if issubclass(row, Span))

Grounded = tuple[list[tuple[int, int]], str]
"""A row's pieces and its quote."""


class Header(NamedTuple):
    """A current document: the columns of its extraction, and the paths where it lies.

    `is_complete` says that blocks and ledger can be held against the text: this program's reader made them, and none
    of their rows is in quarantine.
    """

    extraction_id: str
    document_id: str
    media_type: str
    encoding: str
    text_sha256: str
    is_complete: bool
    paths: Sequence[str]


@dataclass(frozen=True, slots=True)
class Content:
    """What the warehouse holds of a current document: its lines (start, end, text) and its rows with a quote."""

    header: Header
    lines: Sequence[tuple[int, int, str]]
    grounded: Mapping[str, Sequence[Grounded]]

    @property
    def rows(self) -> int:
        """Rows with a quote; lines not counted."""
        return sum(map(len, self.grounded.values()))


def contents(connection: duckdb.DuckDBPyConnection) -> Iterator[Content]:
    """Every current document with its rows, in the order of loading."""
    headers = [Header(*row) for row in connection.execute(_HEADERS, {"parser": PARSER_VERSION}).fetchall()]
    for start in range(0, len(headers), CHUNK):
        chunk = headers[start : start + CHUNK]
        keys = [header.extraction_id for header in chunk]
        lines = _lines(connection, keys)
        grounded = {table: _grounded(connection, table, keys) for table in GROUNDED}
        for header in chunk:
            rows = {table: found[header.extraction_id] for table, found in grounded.items()}
            yield Content(header, lines[header.extraction_id], rows)


_HEADERS = """
SELECT
    extraction_id,
    document_id,
    media_type,
    encoding,
    text_sha256,
    parser_version = $parser AND extraction_id NOT IN (
        SELECT extraction_id FROM quarantine WHERE table_name IN ('blocks', 'quantities')
    ),
    (
        SELECT list(file.path ORDER BY file.path)
        FROM source_files AS file
        WHERE gone_run IS NULL AND (file.document_id, file.media_type) = (present.document_id, present.media_type)
    )
FROM current_extractions AS present
ORDER BY load_id, extraction_id
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
