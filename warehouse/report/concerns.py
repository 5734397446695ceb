"""What wants a person's eye: findings and rejects by code, open numerals, figures without a source; who is cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, NamedTuple, Protocol, TypeVar

import duckdb

from schemas.codes import CODES, Code
from warehouse.report.asking import ask, ask_saved
from warehouse.report.limits import Limits
from warehouse.report.wording import GRAVEST_FIRST


class Found(NamedTuple):
    """A finding; `total` counts those with its code."""

    code: str
    total: int
    extraction_id: str
    path: str
    line: int
    quote: str
    expected: str | None
    actual: str | None


class Rejected(NamedTuple):
    """A row in quarantine; `total` counts those with its code. One that is a whole source has no line."""

    code: str
    total: int
    extraction_id: str | None
    path: str | None
    line: int | None
    stage: str
    table_name: str | None
    column_name: str | None
    failing_value: str | None
    quote: str | None
    message: str | None


class Unsourced(NamedTuple):
    """A claim whose figure names no source."""

    article: str
    line: int
    subject: str | None
    comparator: str | None
    value: float | None
    value_low: float | None
    value_high: float | None
    unit: str | None
    quote: str
    claim_id: str
    value_kind: str | None = None
    direction: str | None = None


class OpenNumeral(NamedTuple):
    """A numeral that no rule could read."""

    article: str
    line: int
    numeral: str
    source_line: str


class Cited(NamedTuple):
    """A source, how many claims it vouches for, and one of them."""

    source: str
    source_kind: str | None
    claims: int
    articles: int
    example: str


class _Coded(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def total(self) -> int: ...


Case = TypeVar("Case", bound=_Coded)


@dataclass(frozen=True, slots=True)
class Group(Generic[Case]):
    """The cases of one code: how many there are, and the first of them."""

    code: Code
    total: int
    examples: Sequence[Case]

    @property
    def left_out(self) -> int:
        return self.total - len(self.examples)


@dataclass(frozen=True, slots=True)
class Concerns:
    """The lists of the page's first half, each cut to its limit."""

    findings: Sequence[Group[Found]]
    quarantine: Sequence[Group[Rejected]]
    unsourced: Sequence[Unsourced]
    open_numerals: Sequence[OpenNumeral]
    cited: Sequence[Cited]


def find_concerns(connection: duckdb.DuckDBPyConnection, limits: Limits) -> Concerns:
    """What a published warehouse asks its readers to look at."""
    first = limits.examples
    return Concerns(
        findings=_by_code(ask(connection, "findings", Found, examples=first)),
        quarantine=_by_code(ask(connection, "quarantine", Rejected, examples=first)),
        unsourced=ask_saved(connection, "claims_without_source", Unsourced, first),
        open_numerals=ask_saved(connection, "open_numerals", OpenNumeral, first),
        cited=ask_saved(connection, "who_says_what", Cited, first),
    )


def _by_code(cases: Iterable[Case]) -> list[Group[Case]]:
    """The cases, which come in the order of their codes, one group each; the gravest and largest first."""
    groups = []
    for code, alike in groupby(cases, lambda case: case.code):
        examples = list(alike)
        groups.append(Group(CODES[code], examples[0].total, examples))
    return sorted(groups, key=lambda group: (GRAVEST_FIRST.index(group.code.severity), -group.total, group.code.code))
