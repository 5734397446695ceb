"""Headers and footers: lines at the top or bottom that come back page after page, and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from flows.reading.pdf.printed import PrintedLine

MARGIN = 0.14
"""Part of the page's height at its top and at its bottom where headers and footers stand."""
FEWEST = 3
"""Pages that a header or footer stands on; in a document of two pages both."""
SAME_HEIGHT = 100
"""Heights on a page are told apart by this part of it."""

_FIGURES = regex.compile(r"\d+|\b[ivxlc]+\b", regex.IGNORECASE)
_LETTER = regex.compile(r"\p{L}")
_PAGE_NUMBER = regex.compile(
    r"[-\u2013\u2014|\s]*(?:page|p\.|pg\.?|seite|\u7b2c)?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:\u9801)?"
    r"(?:\s*(?:of|/|von|\|)\s*\d{1,4})?[-\u2013\u2014|\s]*",
    regex.IGNORECASE,
)


def furniture(lines: Sequence[PrintedLine], pages: int) -> frozenset[int]:
    """The starts of the lines that are headers or footers of a document with so many pages."""
    edge = [line for line in lines if _is_at_edge(line)]
    seen: dict[tuple[str, float], set[int]] = {}
    for line in edge:
        for key in _keys(line):
            seen.setdefault(key, set()).add(line.page)
    fewest = min(FEWEST, max(pages, 2))
    found = {line.line.start for line in edge if any(len(seen[key]) >= fewest for key in _keys(line))}
    return frozenset(found | {line.line.start for line in _outermost(edge) if _PAGE_NUMBER.fullmatch(line.text)})


def _is_at_edge(line: PrintedLine) -> bool:
    _, middle = line.edges.centre
    return not MARGIN * line.height < middle < (1 - MARGIN) * line.height


def _keys(line: PrintedLine) -> list[tuple[str, float]]:
    """What a line is known by on other pages: its text but for figures, and its height, which may fall between two."""
    text = _FIGURES.sub("#", line.text.casefold())
    if not _LETTER.search(text):
        return []
    height = line.baseline / line.height * SAME_HEIGHT
    return [(text, float(int(height))), (text, int(height + 0.5) + 0.5)]


def _outermost(lines: Iterable[PrintedLine]) -> list[PrintedLine]:
    """The topmost and the bottommost line of each page."""
    tops: dict[int, PrintedLine] = {}
    bottoms: dict[int, PrintedLine] = {}
    for line in lines:
        tops[line.page] = min(tops.get(line.page, line), line, key=lambda line: line.baseline)
        bottoms[line.page] = max(bottoms.get(line.page, line), line, key=lambda line: line.baseline)
    return [*tops.values(), *bottoms.values()]
