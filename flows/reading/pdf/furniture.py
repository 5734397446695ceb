"""Headers and footers: lines at the top or bottom that come back page after page, and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import regex

from flows.reading.pdf.columns import MARGIN
from flows.reading.pdf.printed import PrintedLine

FEWEST = 3
"""Pages that a header or footer stands on; in a shorter document half of them, and two at least."""
NEAR = 2
"""Pages from one that has it to the next: left and right pages may have headers of their own."""
SAME_HEIGHT = 100
"""Heights on a page are told apart by this part of it."""

_FIGURES = regex.compile(r"\d+|\b[ivxlc]+\b", regex.IGNORECASE)
_WORD = regex.compile(r"\p{L}{2}")
_DRAWN = regex.compile(r"([_\u2013\u2014.=*-])\1{4,}")
_ENDS = regex.compile(r"\A\P{L}+|\P{L}+\Z")
_PAGE = r"(?:page|p\.|pg\.?|seite|p[a\u00e1]gina|sida|side|\u7b2c)"
_PAGE_NUMBER = regex.compile(
    rf"[-\u2013\u2014|\s]*{_PAGE}?\s*(?:\d{{1,4}}|[ivxlc]{{1,7}})\s*(?:\u9801)?"
    r"(?:\s*(?:of|/|von|\|)\s*\d{1,4})?[-\u2013\u2014|\s]*",
    regex.IGNORECASE,
)
# A page's number beside a running title: "Harbour report Page 3 of 9".
_WITH_PAGE_NUMBER = regex.compile(
    r"(?:page|seite) \d{1,4}(?: (?:of|von) \d{1,4})?(?:\Z| [|\u2013\u2014-] )", regex.IGNORECASE
)
# A title that is counted from page to page ("Annex 2") is none that comes back.
_COUNTED = regex.compile(r"\p{L}+\W*(?:[\d.]+|[ivxlc]+|\p{L})\W*", regex.IGNORECASE)


def furniture(lines: Sequence[PrintedLine], pages: int) -> frozenset[int]:
    """The starts of the lines that are headers or footers of a document with so many pages."""
    edge = [line for line in lines if _is_at_edge(line)]
    seen: dict[tuple[str, float], set[int]] = {}
    for line in edge:
        for key in _keys(line):
            seen.setdefault(key, set()).add(line.page)
    fewest = min(FEWEST, max(2, (pages + 1) // 2))
    recurring = {key for key, found in seen.items() if _longest_run(found) >= fewest}
    numbers = {line.line.start for line in _outermost(edge) if _PAGE_NUMBER.fullmatch(line.text)}
    return frozenset(
        numbers | {line.line.start for line in edge if _is_numbered(line) or not recurring.isdisjoint(_keys(line))}
    )


def _is_at_edge(line: PrintedLine) -> bool:
    _, middle = line.edges.centre
    return not MARGIN * line.height < middle < (1 - MARGIN) * line.height


def _is_numbered(line: PrintedLine) -> bool:
    return line.apart and _WITH_PAGE_NUMBER.search(line.text) is not None


def _keys(line: PrintedLine) -> list[tuple[str, float]]:
    """What a line is known by on other pages: its name, and its height, which may fall between two."""
    name = _name(line.text)
    height = line.baseline / line.height * SAME_HEIGHT
    return [(name, float(int(height))), (name, int(height + 0.5) + 0.5)] if name else []


def _name(text: str) -> str:
    """The words of a line, whichever its figures are, and on whichever side the page's number stands; "" without.

    A rule that is drawn in dashes is its own name.
    """
    if _COUNTED.fullmatch(text) and not _PAGE_NUMBER.fullmatch(text):
        return text.casefold()
    name = _FIGURES.sub("#", text.casefold())
    if _WORD.search(name):
        return _ENDS.sub("", name)
    return text if _DRAWN.fullmatch(text) else ""


def _longest_run(pages: Iterable[int]) -> int:
    """How many of the pages follow one another closely, at most."""
    run = longest = 1
    for page, following in pairwise(sorted(pages)):
        run = run + 1 if following - page <= NEAR else 1
        longest = max(longest, run)
    return longest


def _outermost(lines: Iterable[PrintedLine]) -> list[PrintedLine]:
    """The topmost and the bottommost line of each page."""
    tops: dict[int, PrintedLine] = {}
    bottoms: dict[int, PrintedLine] = {}
    for line in lines:
        tops[line.page] = min(tops.get(line.page, line), line, key=lambda line: line.baseline)
        bottoms[line.page] = max(bottoms.get(line.page, line), line, key=lambda line: line.baseline)
    return [*tops.values(), *bottoms.values()]
