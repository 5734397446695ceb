"""What people decide about a warehouse, entered in its ledger: later decisions outweigh earlier ones."""

from __future__ import annotations

from datetime import date
from typing import Literal

import duckdb

Kind = Literal["publish", "forget", "remember", "waive"]

_DECIDE = """
INSERT INTO decisions
SELECT coalesce(max(decision_no), 0) + 1, now() AT TIME ZONE 'UTC', $kind, $subject, $reason, $until
FROM decisions
"""


def decide(
    connection: duckdb.DuckDBPyConnection,
    kind: Kind,
    subject: str,
    reason: str | None = None,
    until: date | None = None,
) -> None:
    """Enter a decision about a version, a document, or what is waived; a waiver holds before the day `until`."""
    connection.execute(_DECIDE, {"kind": kind, "subject": subject, "reason": reason, "until": until})
