"""The promises on HTML, whatever the markup: grounded, nothing lost, no error, and no more time than its length is."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import example, given, settings

from flows.extract import extract
from flows.reading.decoding import Unreadable
from flows.reading.media import HTML
from flows.reading.read import read
from schemas.rows import CONTENT_TABLES, Extraction, SourceTable, Span
from tests.support.markup import MARKED_UP, PAGES, damaged
from warehouse.evidence import quotes_that_differ, unledgered_digits, untiled_text


def spans(rows: Extraction) -> list[Span]:
    return [row for table in CONTENT_TABLES for row in getattr(rows, table) if isinstance(row, Span)]


def broken_promises(page: str) -> list[object]:
    """What does not hold of a page's rows; nothing where the page is refused with a code."""
    source = page.encode("utf-8", "surrogatepass")
    try:
        document = read(source, media_type=HTML)
        rows = extract(source, media_type=HTML)
    except Unreadable as refused:
        return [] if refused.code == "not_text" else [refused]
    text = document.text
    found: list[object] = []
    for row in spans(rows):
        first = row.pieces[0].start if row.pieces else row.char_start
        if list(row.pieces) != sorted(row.pieces) or any(start >= end for start, end in row.pieces):
            found.append(row)
        if not isinstance(row, SourceTable) and row.line_start != document.lines.line(first):
            found.append(row)
    found += quotes_that_differ(text, HTML, [(row.pieces, row.quote) for row in spans(rows)])
    blocks = [piece for row in rows.blocks for piece in row.pieces]
    found += untiled_text(text, blocks, document.hidden)
    found += unledgered_digits(text, HTML, blocks, [piece for row in rows.quantities for piece in row.pieces])
    return found


@pytest.mark.parametrize("page", PAGES, ids=["news", "tables", "odd"])
def test_a_page_keeps_the_promises(page: str) -> None:
    assert broken_promises(page) == []
    assert read(page.encode(), media_type=HTML).blocks


@given(MARKED_UP)
@settings(max_examples=80)
@example("<p>a<br>&nbsp;b</p>")
@example("<pre>a<br>  b</pre>")
@example("<pre>a&#10; b&#32;  c</pre>")
@example("<sup><\u200bb x='1'>2</sup>")
def test_any_markup_keeps_the_promises(page: str) -> None:
    assert broken_promises(page) == []


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_page_keeps_the_promises(seed: int) -> None:
    hold_damaged(range(seed * 40, seed * 40 + 40))


@pytest.mark.slow
@pytest.mark.parametrize("thousand", range(1, 21))
def test_20_000_damaged_pages_keep_the_promises(thousand: int) -> None:
    hold_damaged(range(thousand * 1000, thousand * 1000 + 1000))


def hold_damaged(seeds: range) -> None:
    for seed in seeds:
        page = damaged(Random(seed))
        assert broken_promises(page) == [], f"damaged(Random({seed}))"


TIMES = 4
MOST = 2.6**2
"""What four times the page may cost: twice the page at most 2.6 times, noise included."""
FLOOR = 0.05
"""Processor seconds below which a measurement says nothing."""
SIZE = 40_000

REPEATED = [
    "<", "<a ", "<a b='", '<a b="', "</", "</a", "<!--", "<!-- -", "<!", "<?", "<![CDATA[", "&", "&#", "&#1", "&notit",
    "<div>", "<b>", "<div><b>", "<p>", "<li>", "<ul><li>", "<dd>", "<table>", "<table><tr><td>", "<tr>", "<td>", "<th>",
    "<table><div>", "<svg>", "<svg><p>", "<math><mi>", "<select><option>", "<a>", "<a href=x>y", "</p>", "</div>",
    "</b>", "<b></div>", "<span></p>", "<form>", "<script>", "<script><!--<script>", "<title>", "</title", "<textarea>",
    "<br>", "a<br>", "<sup>1", "<sup>", "<li>a<p>b", "<h1>a", "\u00ad", "&shy;", "&nbsp;", " ", "\n", "a\n", "<p>a</p>",
    "<table><caption>a", "<button>", "<template>", "<head>", "<body>", "<pre>a ", "<plaintext>", "<p hidden>a",
    "<td rowspan=9999>", "<td colspan=9999>a",
]  # fmt: skip
BOMBS: dict[str, Callable[[int], str]] = {
    "wide spans": lambda size: "<table><tr>" + "<td rowspan=65534 colspan=1000>a" * (size // 35) + "<tr><td>b",
    "long spans": lambda size: "<table><tr>" + "<td rowspan=0>a" * 90 + "<tr><td>b" * (size // 9),
    "header cells": lambda size: "<table>" + ("<tr>" + "<th>a" * 40) * (size // 204),
    "wide rows": lambda size: "<table>" + "<tr>" + "<td>5" * (size // 10) + "<tr>" + "<td>6" * (size // 10),
    "marks in pre": lambda size: "<pre>" + "<b> </b><i>x</i>" * (size // 16),
    "classes": lambda size: f"<p class='{'hidden ' * (size // 7)}'>a",
    "attributes": lambda size: f"<p {'hidden=x ' * (size // 9)}>a",
}
HOSTILE = {text: (lambda size, text=text: text * (size // len(text))) for text in REPEATED} | BOMBS


def seconds(page: str) -> float:
    """Processor seconds without the cyclic collector, whose share depends on all else that the process holds."""
    source = page.encode()
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        read(source, media_type=HTML)
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.slow
@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_markup_costs_what_its_length_is(page: Callable[[int], str]) -> None:
    small = large = float("inf")
    for _ in range(3):
        small, large = min(small, seconds(page(SIZE))), min(large, seconds(page(TIMES * SIZE)))
        if large <= MOST * max(small, FLOOR):
            return
    pytest.fail(f"{TIMES} times the page took {large / small:.1f} times as long ({small:.3f} s, {large:.3f} s)")


@pytest.mark.parametrize("depth", [2_000, 20_000])
@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li", "table><tr><td", "unknown"])
def test_text_nested_deep_is_kept(tag: str, depth: int) -> None:
    page = read((f"<{tag}>" * depth + "All of 42 boats").encode(), media_type=HTML)
    assert [block.passage.text for block in page.blocks] == ["All of 42 boats"]
