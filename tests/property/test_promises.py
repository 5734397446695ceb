"""The promises of an extraction, whatever the bytes: grounded, nothing lost, repeatable, finite."""

from __future__ import annotations

import math
from dataclasses import fields
from datetime import date

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from flows.claims.ledger import NUMBER_WORDS
from flows.extract import extract
from flows.reading.decoding import Unreadable
from flows.reading.document import Document
from flows.reading.folding import fold
from flows.reading.lines import NEWLINE
from flows.reading.read import read
from schemas.rows import CONTENT_TABLES, Attribution, Extraction, Measured, Piece, Span
from tests.support.prose import SOURCES
from warehouse.evidence import reads_as

MEDIA = st.sampled_from(["text/plain", "text/markdown"])
REFERENCES = st.sampled_from([None, date(2024, 5, 17), date(2024, 2, 29), date.min, date.max])
NUMERAL = regex.compile(
    rf"\d|[¼-¾⅐-⅞]|(?<!\w)(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})(?!\w)", regex.I
)


def extracted(source: str, media: str, reference: date | None) -> Extraction | None:
    try:
        return extract(source.encode("utf-8", "surrogatepass"), media_type=media, reference_date=reference)
    except Unreadable:
        return None


def spans(rows: Extraction) -> list[tuple[str, Span]]:
    return [(table, row) for table in CONTENT_TABLES for row in getattr(rows, table) if isinstance(row, Span)]


@given(SOURCES, MEDIA, REFERENCES)
def test_every_row_is_the_text_at_its_pieces(source: str, media: str, reference: date | None) -> None:
    rows = extracted(source, media, reference)
    if rows is None:
        return
    text = read(source.encode("utf-8", "surrogatepass"), media_type=media).text
    for table, row in spans(rows):
        if not row.pieces:
            assert (row.quote, row.char_start) == ("", row.char_end), table
            continue
        assert list(row.pieces) == sorted(row.pieces), table
        assert all(start < end for start, end in row.pieces)
        assert reads_as([text[start:end] for start, end in row.pieces], row.quote, media), (table, row)
        assert (row.char_start, row.char_end) == (row.pieces[0].start, max(row.pieces).end)
        assert row.line_start == line_of(text, row.char_start)
        assert row.line_end == line_of(text, row.char_end - 1)


def line_of(text: str, offset: int) -> int:
    return 1 + sum(1 for newline in NEWLINE.finditer(text) if newline.end() <= offset)


@given(SOURCES, MEDIA, REFERENCES)
def test_the_parts_of_an_attribution_lie_inside_it(source: str, media: str, reference: date | None) -> None:
    rows = extracted(source, media, reference)
    for row in rows.attributions if rows else ():
        for piece in attributed(row):
            assert row.char_start <= piece.start < piece.end <= row.char_end


def attributed(row: Attribution) -> tuple[Piece, ...]:
    return row.source_pieces + row.cue_pieces + row.content_pieces


@given(SOURCES, MEDIA, REFERENCES)
@example("one_two", "text/plain", None)
def test_every_numeral_has_exactly_one_row_in_the_ledger(source: str, media: str, reference: date | None) -> None:
    rows = extracted(source, media, reference)
    if rows is None:
        return
    document = read(source.encode("utf-8", "surrogatepass"), media_type=media)
    covered = coverage(rows, document)
    assert max(covered, default=0) <= 1, "no character belongs to two rows"
    for block in document.blocks:
        for found in NUMERAL.finditer(fold(block.passage.text)):
            for start, end in block.passage.pieces(*found.span()):
                assert all(covered[start:end]), f"{found.group()!r} of {block.passage.text!r} has no row"


def coverage(rows: Extraction, document: Document) -> list[int]:
    """How many rows of the ledger hold each character of the source text."""
    covered = [0] * len(document.text)
    for row in rows.quantities:
        for start, end in row.pieces:
            for at in range(start, end):
                covered[at] += 1
    return covered


@given(SOURCES, MEDIA, REFERENCES)
def test_the_same_bytes_give_the_same_rows(source: str, media: str, reference: date | None) -> None:
    assert extracted(source, media, reference) == extracted(source, media, reference)


@given(SOURCES, MEDIA, REFERENCES)
def test_no_figure_is_a_nan_or_an_infinity(source: str, media: str, reference: date | None) -> None:
    rows = extracted(source, media, reference)
    if rows is not None:
        figures_are_finite(rows)


def figures_are_finite(rows: Extraction) -> None:
    for table, row in spans(rows):
        for column in fields(row):
            value = getattr(row, column.name)
            assert not isinstance(value, float) or math.isfinite(value), (table, column.name, row.quote)
        if isinstance(row, Measured) and row.value_low is not None and row.value_high is not None:
            assert row.value_low <= row.value_high, row.quote


EXTREMES = {
    "1e309": None,
    "1e-400": 0.0,
    "-1e309": None,
    "9" * 400: None,
    "9" * 1_000_000: None,
    "10^99999999999": None,
    "0.9^99999999999": 0.0,
    "2×10^999999": None,
    "10^9999": None,
    "9e9999": None,
    "0^0": None,
    "0^-1": None,
    "４２": 42.0,
    "½": 0.5,
    "-0": 0.0,
    "1.234,5": 1234.5,
    "٤٢": 42.0,
}


@pytest.mark.parametrize("numeral", EXTREMES, ids=lambda numeral: numeral[:12])
def test_extreme_numerals_are_typed_or_left_unresolved(numeral: str) -> None:
    rows = extract(f"The fund lost {numeral} in all.".encode(), media_type="text/plain")
    figures_are_finite(rows)
    (row,) = rows.quantities
    assert numeral.removeprefix("-") == row.quote.removeprefix("-")
    assert (row.role, row.value) == (
        ("unresolved", None) if EXTREMES[numeral] is None else ("value", EXTREMES[numeral])
    )
    assert math.copysign(1, row.value or 0.0) == 1


CONTEXTS = [
    "{} years ago",
    "{} weeks after Easter",
    "over the past {} years",
    "the {} months to June 2024",
    "in {} days' time",
    "{} million trillion dollars",
    "between 5 and {} percent",
    "{} in {}",
    "1/{}",
    "the {}th place",
    "5 ± {} kg",
    "{}-fold",
    "{} hours and {} minutes",
    "FY{}",
    "May {}, {}",
    "| a | US$ trillion |\n|---|---|\n| b | {} |\n| c | 5 |",
]


@pytest.mark.parametrize("numeral", [*EXTREMES, "9e299", "1e300"], ids=lambda numeral: numeral[:12])
@pytest.mark.parametrize("context", CONTEXTS)
def test_extreme_numerals_are_finite_wherever_they_stand(context: str, numeral: str) -> None:
    text = context.replace("{}", numeral[:2000])
    figures_are_finite(extract(text.encode(), reference_date=date(2024, 5, 17)))
