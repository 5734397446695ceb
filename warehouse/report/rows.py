"""The rows that an article of the report is made of: the answers to `queries/article*.sql`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from schemas.rows import Severity
from warehouse.report.wording import percent

WEB = ("https://", "http://")
"""How an address begins to which a reader may be sent."""


GRAVEST_FIRST: tuple[Severity, ...] = ("error", "warning", "info")
"""The order in which findings are told."""


class Header(NamedTuple):
    """A current extraction with its counts, as in `Numbers`; `is_new` says that the latest run read it.

    `visible` counts the characters that the report would show of it whole, `set_aside` the blocks of a web page that
    it leaves out: navigation, teasers and the like.
    """

    extraction_id: str
    document_id: str
    media_type: str
    path: str
    title: str | None
    author: str | None
    published: date | None
    modified: date | None
    language: str | None
    url: str | None
    encoding: str
    lines: int
    characters: int
    visible: int
    set_aside: int
    is_new: bool
    source_tables: int
    claims: int
    figures: int
    sourced_figures: int
    errors: int
    warnings: int
    notes: int
    quarantined: int

    @property
    def sourced_share(self) -> str:
        return percent(self.sourced_figures, self.figures)

    @property
    def web_address(self) -> str | None:
        return self.url if self.url and self.url.lower().startswith(WEB) else None


class SourceLine(NamedTuple):
    """A line of the source text, which begins at `char_start` in it."""

    extraction_id: str
    line_no: int
    page: int | None
    char_start: int
    text: str


class PageBlock(NamedTuple):
    """A block of a web page: the line it begins on, its quote, and the source text of its pieces."""

    extraction_id: str
    line_no: int
    quote: str
    starts: Sequence[int]
    texts: Sequence[str]


class Stretch(NamedTuple):
    """Where a row stands in the source text; `number` is its number in the table that the layer is drawn from."""

    extraction_id: str
    layer: str
    number: int
    char_start: int
    char_end: int


class Claim(NamedTuple):
    """A claim with the columns of the view `facts`."""

    extraction_id: str
    claim_no: int
    kind: str
    line: int
    subject: str | None
    predicate: str | None
    population: str | None
    value: float | None
    value_low: float | None
    value_high: float | None
    unit: str | None
    comparator: str | None
    value_kind: str | None
    direction: str | None
    period: str | None
    source: str | None
    instrument: str | None
    source_year: int | None
    modality: str
    negated: bool

    @property
    def lacks_source(self) -> bool:
        """Whether it is a figure of prose that nobody vouches for; a cell's source is its table's."""
        return self.kind == "quantity" and self.source is None


class Source(NamedTuple):
    """Who an attribution names."""

    extraction_id: str
    attribution_no: int
    source: str | None
    instrument: str | None
    source_year: int | None


class Finding(NamedTuple):
    """A finding about an article."""

    extraction_id: str
    finding_no: int
    code: str
    severity: Severity
    line: int
    quote: str
    expected: str | None
    actual: str | None


@dataclass(frozen=True, slots=True)
class Rows:
    """What the page shows of one article, each kind in the order of the text."""

    lines: Sequence[SourceLine]
    blocks: Sequence[PageBlock]
    stretches: Sequence[Stretch]
    claims: Sequence[Claim]
    sources: Sequence[Source]
    findings: Sequence[Finding]
