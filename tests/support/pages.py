"""Reports as a browser would read them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from schemas.rows import Extraction, Piece, Span
from tests.support.warehouses import run_once
from warehouse.report.limits import Limits
from warehouse.report.render import render


def page_of(published: Path, **limits: int) -> BeautifulSoup:
    return BeautifulSoup(render(published, Limits(**limits)), "html.parser")


def report_on(folder: Path, article: Extraction, text: str, **limits: int) -> BeautifulSoup:
    """The report of a warehouse with one article, which lies at `a.txt`."""
    run_once(folder / "w.duckdb", {"a.txt": text}, batches=[[article]])
    return page_of(folder / "w.duckdb", **limits)


def anchor_of(article: Extraction) -> str:
    return article.document_id[:12]


def lines_of(page: BeautifulSoup, article: Extraction) -> list[Tag]:
    """The lines of an article as the page shows them."""
    shown = page.find("article", id=anchor_of(article))
    assert isinstance(shown, Tag)
    return shown.select(".line")


def text_of(line: Tag) -> str:
    return line.select_one(".text").get_text()


def marked(page: BeautifulSoup, article: Extraction, name: str) -> set[int]:
    """The offsets of the source text that a class is drawn over."""
    found: set[int] = set()
    for row, line in zip(article.source_lines, lines_of(page, article), strict=True):
        at = row.char_start
        for child in line.select_one(".text").children:
            end = at + len(child.get_text())
            if isinstance(child, Tag) and name in child["class"]:
                found.update(range(at, end))
            at = end
    return found


def covered(pieces: Iterable[Piece]) -> set[int]:
    return {at for piece in pieces for at in range(*piece)}


def covered_by(rows: Iterable[Span]) -> set[int]:
    return covered(piece for row in rows for piece in row.pieces)
