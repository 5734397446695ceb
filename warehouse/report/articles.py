"""Which articles the report lists, and which it shows with their text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import duckdb

from warehouse.report.asking import ask
from warehouse.report.limits import Limits
from warehouse.report.marked import Article, mark_article
from warehouse.report.rows import Claim, Finding, Header, PageBlock, Rows, Source, SourceLine, Stretch


@dataclass(frozen=True, slots=True)
class Articles:
    """All that are listed, and of these the ones that are shown; `anchors` name both, by extraction and by path."""

    listed: Sequence[Header]
    shown: Sequence[Article]
    anchors: Mapping[str, str]
    lines_shown: Mapping[str, Sequence[int]]

    def link(self, article: str | None, line: int | None = None) -> str | None:
        """Where on the page an article (given by extraction or path) stands, and the line if that is shown.

        A line in the middle of a web page's block is shown with the line that the block begins on.
        """
        anchor = self.anchors.get(article or "")
        shown = self.lines_shown.get(anchor or "", ())
        if line and shown and shown[0] <= line <= shown[-1]:
            return f"#{anchor}-L{shown[bisect_right(shown, line) - 1]}"
        return f"#{anchor}" if anchor else None


def collect_articles(connection: duckdb.DuckDBPyConnection, run_id: str, limits: Limits) -> Articles:
    """The articles of a published warehouse, those with the gravest and most findings first."""
    listed = ask(connection, "articles", Header, run=run_id, listed=limits.listed)
    anchors = _anchors(listed)
    headers = listed[: limits.shown]
    rows = _rows(connection, [header.extraction_id for header in headers], limits)
    shown = [mark_article(header, anchors[header.extraction_id], rows(header), limits) for header in headers]
    return Articles(
        listed=listed,
        shown=shown,
        anchors=anchors | {header.path: anchors[header.extraction_id] for header in listed},
        lines_shown={article.anchor: [line.line_no for line in article.lines] for article in shown},
    )


def _anchors(headers: Iterable[Header]) -> dict[str, str]:
    """A name for each extraction that lasts as long as its document; a content read as two types has two."""
    seen: Counter[str] = Counter()
    anchors = {}
    for header in headers:
        short = header.document_id[:12]
        anchors[header.extraction_id] = f"{short}-{seen[short]}" if seen[short] else short
        seen[short] += 1
    return anchors


def _rows(connection: duckdb.DuckDBPyConnection, keys: Sequence[str], limits: Limits) -> Callable[[Header], Rows]:
    """The rows of the articles that are shown, each kind fetched once for all of them."""
    cut_off = {"articles": keys, "characters": limits.characters}
    lines = _by_article(ask(connection, "article_lines", SourceLine, **cut_off))
    blocks = _by_article(ask(connection, "article_blocks", PageBlock, **cut_off))
    stretches = _by_article(ask(connection, "article_marks", Stretch, **cut_off))
    claims = _by_article(ask(connection, "article_claims", Claim, **cut_off))
    sources = _by_article(ask(connection, "article_sources", Source, **cut_off))
    findings = _by_article(ask(connection, "article_findings", Finding, articles=keys))

    def of(header: Header) -> Rows:
        key = header.extraction_id
        return Rows(lines[key], blocks[key], stretches[key], claims[key], sources[key], findings[key])

    return of


class _OfArticle(Protocol):
    @property
    def extraction_id(self) -> str: ...


Row = TypeVar("Row", bound=_OfArticle)


def _by_article(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.extraction_id].append(row)
    return found
