"""The articles of the report: which there are, and the text of those that need most attention, marked line by line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

import duckdb

from schemas.codes import CODES, Code
from warehouse.report.asking import ask
from warehouse.report.limits import Limits
from warehouse.report.marks import Mark, Segment, cut
from warehouse.report.wording import claim_title, clip, percent, source_title


class Header(NamedTuple):
    """A current extraction with its counts, as in `Numbers`; `is_new` says that the latest run read it."""

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
        """The address of the article, if it is one that a browser may be sent to."""
        return self.url if self.url and self.url.lower().startswith(("https://", "http://")) else None


class Line(NamedTuple):
    extraction_id: str
    line_no: int
    char_start: int
    text: str


class Stretch(NamedTuple):
    extraction_id: str
    layer: str
    number: int | None
    char_start: int
    char_end: int


class Claim(NamedTuple):
    """A claim as an analyst reads it: columns of `facts`."""

    extraction_id: str
    claim_no: int
    kind: str
    line: int
    quote: str
    subject: str | None
    predicate: str | None
    population: str | None
    value: float | None
    value_low: float | None
    value_high: float | None
    unit_kind: str | None
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


class Source(NamedTuple):
    extraction_id: str
    attribution_no: int
    source: str | None
    instrument: str | None
    source_year: int | None


class Finding(NamedTuple):
    extraction_id: str
    finding_no: int
    code: str
    severity: str
    line: int
    quote: str
    expected: str | None
    actual: str | None


class Note(NamedTuple):
    """The findings of one code on one line; `quoted` are the first of them, none where the code is about claims."""

    code: Code
    count: int
    quoted: Sequence[Finding]


class MarkedLine(NamedTuple):
    """A source line in segments, with its notes; `is_table` says that it is part of a table."""

    line_no: int
    segments: Sequence[Segment]
    is_table: bool
    notes: Sequence[Note]


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its text; `left_out` counts lines not shown, `later` are the findings about those."""

    header: Header
    anchor: str
    lines: Sequence[MarkedLine]
    left_out: int
    later: Sequence[Note]
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True)
class Articles:
    """All that are listed, and of these the ones that are shown; `anchors` name both, by extraction and by path."""

    listed: Sequence[Header]
    shown: Sequence[Article]
    anchors: Mapping[str, str]

    def link(self, article: str | None, line: int | None = None) -> str | None:
        """Where on the page an article (its extraction or its path) stands, and the line if that is shown."""
        anchor = self.anchors.get(article or "")
        if anchor is None:
            return None
        return f"#{anchor}-L{line}" if line and line <= self._lines_shown(anchor) else f"#{anchor}"

    def _lines_shown(self, anchor: str) -> int:
        return next((article.lines[-1].line_no for article in self.shown if article.anchor == anchor), 0)


def collect_articles(connection: duckdb.DuckDBPyConnection, run_id: str, limits: Limits) -> Articles:
    """The articles of a published warehouse, those with the gravest and most findings first."""
