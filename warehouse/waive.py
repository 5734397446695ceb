"""Waive a quarantine row or a finding: until a day it counts as seen, and is open again from then on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import duckdb

from schemas.errors import SourcelineError
from warehouse.decisions import decide

_FIND = """
SELECT quarantine_id AS id, code, article, coalesce(quote, message) AS shown
FROM quarantine_entries
WHERE status <> 'fixed' AND starts_with(quarantine_id, $id)
UNION
SELECT finding_id(document_id, code, pieces) AS id, code, path, quote
FROM findings
JOIN current_extractions USING (extraction_id)
WHERE starts_with(finding_id(document_id, code, pieces), $id)
ORDER BY id
"""


class Waivable(NamedTuple):
    """What can be waived: its identifier, its code, where it stands, and its quote or message."""

    identifier: str
    code: str
    article: str | None
    shown: str | None


def waive(connection: duckdb.DuckDBPyConnection, identifier: str, reason: str, until: date) -> Waivable:
    """Enter a waiver of what alone has this identifier, or one that begins so; a later one takes its place.

    Raises SourcelineError "unknown_entry" or "ambiguous_entry".
    """
    found = [Waivable(*row) for row in connection.execute(_FIND, {"id": identifier}).fetchall()] if identifier else []
    if not found:
        raise SourcelineError("unknown_entry", identifier)
    if len({entry.identifier for entry in found}) > 1:
        raise SourcelineError("ambiguous_entry", identifier)
    decide(connection, "waive", found[0].identifier, reason, until)
    return found[0]
