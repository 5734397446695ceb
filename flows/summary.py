"""What a run did and what it leaves behind, in counts: the closing table, and the `counts` column of `runs`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import duckdb

from warehouse.versions import held_versions

_FINDINGS = "SELECT code, count(*) FROM current_findings GROUP BY code ORDER BY code"
_QUARANTINE = "SELECT code, count(*) FROM current_quarantine GROUP BY code ORDER BY code"
_ERRORS = "SELECT count(*) FROM current_findings WHERE severity = 'error'"
_FORGOTTEN = "SELECT document_id FROM forgotten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts of a run.

    `files` are `unchanged` where their content was read before, `forgotten` where it is never to be read again. `rows`
    are the rows that it added, by table. `findings`, `quarantine` (both by code), `errors`, the findings of severity
    error, and `holdings` (see the view of that name) count what is current in the warehouse; `failed_checks` the rows
    that break a promise, by check. `unpublished` names a version that is newer than the one that readers are shown.
    """

    run_id: str
    files: int
    documents: int
    unchanged: int
    forgotten: int
    rejected: int
    rows: Mapping[str, int]
    findings: Mapping[str, int]
    quarantine: Mapping[str, int]
    errors: int
    failed_checks: Mapping[str, int]
    holdings: Mapping[str, int]
    unpublished: str | None

    @property
    def flawed(self) -> bool:
        """Whether something in the warehouse wants a person's eye."""
        return bool(self.quarantine or self.errors or self.failed_checks)

    def counts(self) -> dict[str, Any]:
        """The counts as JSON can hold them."""
        return asdict(self)


def forgotten_documents(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """The documents that are never to be read again, under whatever name they lie in the landing zone."""
    return {document_id for (document_id,) in connection.execute(_FORGOTTEN).fetchall()}


def standing(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """What a summary says of the warehouse as it stands, whatever the run did."""
    newest = held_versions(connection)[-1:]
    return {
        "findings": dict(connection.execute(_FINDINGS).fetchall()),
        "quarantine": dict(connection.execute(_QUARANTINE).fetchall()),
        "errors": (connection.execute(_ERRORS).fetchone() or (0,))[0],
        "holdings": _one_row(connection.execute("FROM holdings")),
        "unpublished": next((version.name for version in newest if not version.published), None),
    }


def _one_row(result: duckdb.DuckDBPyConnection) -> dict[str, int]:
    names = [column[0] for column in result.description or ()]
    return dict(zip(names, result.fetchone() or (), strict=True))
