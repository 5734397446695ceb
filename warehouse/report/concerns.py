"""What wants a person's eye: findings and rejects by code, figures without a source, copies; and who is cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Generic, NamedTuple, Protocol, TypeVar

import duckdb

from schemas.codes import CODES, Code
from warehouse.report.asking import ask, ask_saved
from warehouse.report.limits import Limits
from warehouse.report.rows import GRAVEST_FIRST


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
    table_name: str | None
    column_name: str | None
    failing_value: str | None
    quote: str | None
    message: str | None


class Unsourced(NamedTuple):
    """A claim whose figure, given as it is stated, names no source; `total` counts those of its article."""

    article: str
    extraction_id: str
    total: int
    line: int
    quote: str
    figure: str


class Cited(NamedTuple):
    """A source, how many claims it vouches for, and one of them."""

    source: str
    source_kind: str | None
    claims: int
    articles: int
    example: str


class Copy(NamedTuple):
    """Two articles that share text, the second standing for both, and which parts of the shorter and longer it is."""

    article: str
    canonical_article: str
    kind: str
    shared_of_smaller: float
    shared_of_larger: float
    published: date | None
    canonical_published: date | None


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
class Silent:
    """An article, how many of its figures name no source, and the first of them."""

    article: str
    extraction_id: str
    total: int
    examples: Sequence[Unsourced]

    @property
    def left_out(self) -> int:
        return self.total - len(self.examples)


@dataclass(frozen=True, slots=True)
class Concerns:
    """The lists of the page's first half, each cut to its limit."""

    findings: Sequence[Group[Found]]
    quarantine: Sequence[Group[Rejected]]
    unsourced: Sequence[Silent]
    cited: Sequence[Cited]
    copies: Sequence[Copy]


def find_concerns(connection: duckdb.DuckDBPyConnection, limits: Limits) -> Concerns:
    """What a published warehouse asks its readers to look at."""
    first = limits.examples
    return Concerns(
        findings=_by_code(ask(connection, "findings", Found, examples=first)),
        quarantine=_by_code(ask(connection, "quarantine", Rejected, examples=first)),
        unsourced=_by_article(ask(connection, "unsourced", Unsourced, examples=first))[:first],
        cited=ask_saved(connection, "who_says_what", Cited, first),
        copies=ask_saved(connection, "near_duplicates", Copy, first),
    )


def _by_code(cases: Iterable[Case]) -> list[Group[Case]]:
    """The cases, which come in the order of their codes, one group each; the gravest and largest first."""
    groups = []
    for code, alike in groupby(cases, lambda case: case.code):
        examples = list(alike)
        groups.append(Group(CODES[code], examples[0].total, examples))
    return sorted(groups, key=lambda group: (GRAVEST_FIRST.index(group.code.severity), -group.total, group.code.code))


def _by_article(claims: Iterable[Unsourced]) -> list[Silent]:
    """The claims, which come article by article, gathered."""
    articles = []
    for key, alike in groupby(claims, lambda claim: claim.extraction_id):
        examples = list(alike)
        articles.append(Silent(examples[0].article, key, examples[0].total, examples))
    return articles
