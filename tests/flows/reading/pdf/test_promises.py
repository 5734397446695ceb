"""The promises on PDFs, whatever is printed on them: grounded, nothing lost, boxes on the page."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flows.extract import extract
from flows.reading.decoding import Unreadable
from flows.reading.media import PDF
from flows.reading.read import read
from schemas.rows import CONTENT_TABLES, Extraction, Span
from tests.support.pdf import BOLD, PLAIN
from tests.support.printing import HEIGHT, WIDTH, Box, Mark, Picture, Stroke, Text, paragraph, printed
from warehouse.evidence import lines_that_differ, quotes_that_differ, unledgered_digits, untiled_text

WORDS = st.sampled_from(
    "the fees rose by 42% in 2023, a long- term- plan said HK$10 billion 1,204 • 1. Table 2: (3) – A B of".split()
)
LINE = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
X, Y = st.integers(-50, int(WIDTH)), st.integers(-50, HEIGHT + 50)
TEXT = st.builds(
    Text,
    X,
    Y,
    LINE,
    st.sampled_from([6, 9, 10, 10.5, 18, 40]),
    st.sampled_from([PLAIN, PLAIN, BOLD]),
    st.sampled_from([0, 0, 0, 0, 90, 180, 270, 17]),
    st.sampled_from([0, 0, 3]),
    st.sampled_from([0, 0, 3]),
)
COLUMN = st.builds(paragraph, st.lists(LINE, min_size=5, max_size=20).map(" ".join), X, Y, st.sampled_from([120, 240]))
DRAWN = st.one_of(st.builds(Stroke, X, Y, X, Y), st.builds(Box, X, Y, X, Y, st.booleans()), st.builds(Picture, X, Y, X))
ROWS = st.builds(
    lambda x, y, cells: [
        Text(x + 90 * column, y + 14 * row, text) for row, line in enumerate(cells) for column, text in enumerate(line)
    ],
    st.integers(40, 200),
    st.integers(60, 600),
    st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=2, max_size=6),
)
PAGE = st.lists(st.one_of(TEXT.map(lambda text: [text]), COLUMN, ROWS, DRAWN.map(lambda mark: [mark])), max_size=6).map(
    lambda groups: [mark for group in groups for mark in group]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PAGE, min_size=1, max_size=3), st.sampled_from([0, 0, 90, 180, 270]))
@example([[Text(60, 100, "42%", angle=17)]], 90)
@example([[Text(0, 0, "the", 6)]], 90)
def test_every_row_of_a_pdf_is_grounded_and_nothing_is_lost(pages: list[list[Mark]], turned: int) -> None:
    source = printed(*pages, turned=turned)
    rows, document = extract(source, media_type=PDF), read(source)
    assert not list(lines_that_differ(document.text, [(r.char_start, r.char_end, r.text) for r in rows.source_lines]))
    for table in CONTENT_TABLES:
        grounded = [(row.pieces, row.quote) for row in getattr(rows, table) if isinstance(row, Span)]
        assert not list(quotes_that_differ(document.text, PDF, grounded)), table
    blocks = [piece for row in rows.blocks for piece in row.pieces]
    ledger = [piece for row in rows.quantities for piece in row.pieces]
    assert not list(untiled_text(document.text, blocks, document.hidden))
    assert not list(unledgered_digits(document.text, PDF, blocks, ledger))
    boxes_stand_on_their_pages(rows, turned)


def boxes_stand_on_their_pages(rows: Extraction, turned: int) -> None:
    width, height = (HEIGHT, WIDTH) if turned % 180 else (WIDTH, HEIGHT)
    for row in (row for table in CONTENT_TABLES for row in getattr(rows, table) if isinstance(row, Span)):
        assert bool(row.boxes) == bool(row.pieces)
        for box in row.boxes or ():
            assert row.page is not None
            assert row.page <= box.page
            assert -0.01 <= box.left <= box.right <= width + 0.01
            assert -0.01 <= box.top <= box.bottom <= height + 0.01
    lines = {line.line_no: line for line in rows.source_lines}
    for block in rows.blocks:
        assert {lines[block.line_start].page, lines[block.line_end].page} <= {box.page for box in block.boxes or ()}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(TEXT, max_size=6), min_size=1, max_size=2))
def test_every_character_on_a_page_is_in_the_text(pages: list[list[Text]]) -> None:
    """Text that stands apart, so that no print hides other print."""
    apart = [
        [text._replace(x=100, y=60 + 60 * at, size=9, angle=0, spacing=0) for at, text in enumerate(page)]
        for page in pages
    ]
    kept = Counter(read(printed(*apart)).text) - Counter(" \n\f\t")
    drawn = Counter("".join(text.text for page in apart for text in page))
    for space in " \n\f\t":
        del kept[space], drawn[space]
    assert kept == drawn


@pytest.mark.parametrize("seed", range(40))
def test_damage_gives_a_verdict_or_rows(seed: int) -> None:
    source = bytearray(printed(paragraph("The fees rose by 42% in 2023. " * 9), [Text(60, 100, "5% more")]))
    for at in range(seed % 9 + 1):
        source[(seed * 7919 + at * 104_729) % len(source)] = (seed * 31 + at) % 256
    try:
        rows = extract(bytes(source[: len(source) - 11 * (seed % 4)]), media_type=PDF)
    except Unreadable as told:
        assert told.code == "damaged_pdf"
    else:
        assert rows.media_type == PDF
