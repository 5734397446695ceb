"""What a run did and what it leaves behind, in counts: the closing table, and the `counts` column of `runs`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import duckdb

_FINDINGS = "SELECT code, count(*) FROM current_findings GROUP BY code ORDER BY code"
_QUARANTINE = "SELECT code, count(*) FROM current_quarantine GROUP BY code ORDER BY code"
_ERRORS = "SELECT count(*) FROM current_findings WHERE severity = 'error'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts of a run.

    `rows` are the rows that it added, by table. `findings`, `quarantine` (both by code) and `errors`, the findings of
    severity error, count what is current in the warehouse; `failed_checks` the rows that break a promise, by check.
    """

    run_id: str
    files: int
    documents: int
    unchanged: int
    rejected: int
    rows: Mapping[str, int]
    findings: Mapping[str, int]
    quarantine: Mapping[str, int]
    errors: int
    failed_checks: Mapping[str, int]

    @property
    def flawed(self) -> bool:
        """Whether something in the warehouse wants a person's eye."""
        return bool(self.quarantine or self.errors or self.failed_checks)

    def counts(self) -> dict[str, Any]:
        """The counts as JSON can hold them."""
        return asdict(self)


def by_code(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """The current findings and quarantine by code, and how many findings are errors."""
    return {
        "findings": dict(connection.execute(_FINDINGS).fetchall()),
        "quarantine": dict(connection.execute(_QUARANTINE).fetchall()),
        "errors": (connection.execute(_ERRORS).fetchone() or (0,))[0],
    }
