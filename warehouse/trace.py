"""A claim with all that is needed to show and to doubt it: its lines, its parts, who says it, and how it came here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from schemas.errors import SourcelineError

Record = dict[str, Any]
"""A row by column name."""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A source line, and the half-open stretches of its text that are to be highlighted."""

    line_no: int
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """A claim and its origin. `claim`, `parts` and `attribution` have the columns of their tables.

    `paths` are the places where the document lies; none means that it lies nowhere any more.
    """

    claim: Record
    lines: tuple[MarkedLine, ...]
    parts: tuple[Record, ...]
    attribution: Record | None
    extraction: Record
    paths: tuple[str, ...]
    load: Record
    run: Record


def trace(connection: duckdb.DuckDBPyConnection, claim_id: str) -> Trace:
    """The claim whose identifier is, or alone begins with, `claim_id`; its current reading, else its latest.

    Raises SourcelineError "unknown_claim" or "ambiguous_claim".
    """
    claim = _claim(connection, claim_id)
    key = {"extraction": claim["extraction_id"]}
    extraction = _one(connection, "FROM extractions WHERE extraction_id = $extraction", key)
    load = _one(connection, "FROM loads WHERE load_id = $load", {"load": extraction["load_id"]})
    return Trace(
        claim=claim,
        lines=_marked_lines(connection, claim),
        parts=tuple(_all(connection, _PARTS, key | {"claim": claim["claim_no"]})),
        attribution=_attribution(connection, claim),
        extraction=extraction,
        paths=_paths(connection, extraction),
        load=load,
        run=_one(connection, "FROM runs WHERE run_id = $run", {"run": load["run_id"]}),
    )


_CLAIM = """
SELECT claims.*
FROM claims
JOIN extractions USING (extraction_id)
JOIN loads USING (load_id)
LEFT JOIN current_extractions AS present USING (extraction_id)
WHERE starts_with(claim_id, $claim)
ORDER BY claim_id, present.extraction_id IS NULL, committed_at DESC
"""

_PARTS = "FROM claim_parts WHERE extraction_id = $extraction AND claim_no = $claim ORDER BY char_start, part"

_LINES = """
FROM source_lines
WHERE extraction_id = $extraction AND line_no BETWEEN $first AND $last
ORDER BY line_no
"""

_PATHS = """
SELECT path FROM source_files
WHERE gone_run IS NULL AND document_id = $document AND media_type = $media_type
ORDER BY path
"""


def _claim(connection: duckdb.DuckDBPyConnection, claim_id: str) -> Record:
    found = _all(connection, _CLAIM, {"claim": claim_id}) if claim_id else []
    if not found:
        raise SourcelineError("unknown_claim", claim_id)
    if len({claim["claim_id"] for claim in found}) > 1:
        raise SourcelineError("ambiguous_claim", claim_id)
    return found[0]


def _attribution(connection: duckdb.DuckDBPyConnection, claim: Record) -> Record | None:
    if claim["attribution_no"] is None:
        return None
    key = {"extraction": claim["extraction_id"], "number": claim["attribution_no"]}
    return _one(connection, "FROM attributions WHERE extraction_id = $extraction AND attribution_no = $number", key)


def _marked_lines(connection: duckdb.DuckDBPyConnection, claim: Record) -> tuple[MarkedLine, ...]:
    place = {"extraction": claim["extraction_id"], "first": claim["line_start"], "last": claim["line_end"]}
    lines = _all(connection, _LINES, place)
    return tuple(MarkedLine(line["line_no"], line["text"], _marks(line, claim["pieces"])) for line in lines)


def _marks(line: Record, pieces: Sequence[dict[str, int]]) -> tuple[tuple[int, int], ...]:
    """The parts of the pieces that lie on the line, counted from its start."""
    start, end = line["char_start"], line["char_end"]
    cut = ((max(piece["start"], start) - start, min(piece["end"], end) - start) for piece in pieces)
    return tuple((first, last) for first, last in cut if first < last)


def _paths(connection: duckdb.DuckDBPyConnection, extraction: Record) -> tuple[str, ...]:
    key = {"document": extraction["document_id"], "media_type": extraction["media_type"]}
    return tuple(row["path"] for row in _all(connection, _PATHS, key))


def _one(connection: duckdb.DuckDBPyConnection, sql: str, values: Record) -> Record:
    return _all(connection, sql, values)[0]


def _all(connection: duckdb.DuckDBPyConnection, sql: str, values: Record) -> list[Record]:
    result = connection.execute(sql, values)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
