"""The warehouse at a glance: its latest run, its counts, its number ledger, its promises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import duckdb

from warehouse.check import Broken, run_checks
from warehouse.report.asking import ask
from warehouse.report.wording import percent
from warehouse.statements import statements


class LatestRun(NamedTuple):
    """A row of `runs`; times are UTC."""

    run_id: str
    code_version: str
    parser_version: str
    schema_version: str
    started_at: datetime
    finished_at: datetime | None
    state: str


class Numbers(NamedTuple):
    """Counts of what is current; `figures` are claims of prose that state one, `notes` findings of severity info."""

    articles: int
    new_articles: int
    source_tables: int
    claims: int
    new_claims: int
    figures: int
    sourced_figures: int
    errors: int
    warnings: int
    notes: int
    quarantined: int

    @property
    def findings(self) -> int:
        return self.errors + self.warnings + self.notes

    @property
    def sourced_share(self) -> str:
        return percent(self.sourced_figures, self.figures)


class NumeralRole(NamedTuple):
    """How many numerals play a role in the number ledger."""

    role: str
    numerals: int


@dataclass(frozen=True, slots=True)
class Overview:
    """`promises` is the number of checks that were run, `broken` those that found rows."""

    run: LatestRun
    numbers: Numbers
    roles: Sequence[NumeralRole]
    promises: int
    broken: Sequence[Broken]

    @property
    def numerals(self) -> int:
        return sum(role.numerals for role in self.roles)

    @property
    def unresolved(self) -> int:
        return sum(role.numerals for role in self.roles if role.role == "unresolved")


def look_over(connection: duckdb.DuckDBPyConnection) -> Overview:
    """The overview of a published warehouse."""
    run = ask(connection, "latest_run", LatestRun)[0]
    return Overview(
        run=run,
        numbers=ask(connection, "numbers", Numbers, run=run.run_id)[0],
        roles=ask(connection, "numeral_roles", NumeralRole),
        promises=len(statements("checks")),
        broken=run_checks(connection),
    )
