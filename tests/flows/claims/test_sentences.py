from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.sentences import INNER_STOP, STOP, split

ONE = [
    "Dr. Maria Costa of St. Anne's met Gen. Pike at No. 10.",
    "The U.S. Treasury paid $1.5 million on Jan. 5.",
    "Harbour Ferries Inc. Chairman J. K. Lee resigned.",
    "See Fig. 3 and vol. II of the report.",
    '"Is it safe?" the reporter asked.',
    "Yahoo! is a firm with an odd name.",
    "He said so (see below.) and left.",
    "The gates open at 9 a.m. Monday.",
    "They waited ... and nothing came.",
    "1. The first thing on the list.",
    "Notable examples include:",
    "The file is at https://example.org/a.html for all.",
]
TWO = [
    ("It rained.", "We left."),
    ("I live in the U.S. ", "How about you?"),
    ("Plan B failed.", "Prices rose 3.5% in May."),
    ("He left at 6 p.m. ", "The shop was shut."),
    ('"We won."', '"It took years."'),
    ("They closed the deal with Briggs & Co. ", "It took a year."),
    ("Prices rose to $5.", "2024 was worse."),
    ("Is it true?!", "Nobody knows."),
    ("價格上升。", "銷量下跌。"),
    ("真的嗎?", "是的。"),
    ("it rained all night.", "we left early."),
    ("1) Apples from the south", "2) Pears from the north"),
]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize("text", ONE)
def test_reads_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("pair", TWO)
def test_parts_two_sentences(pair: tuple[str, str]) -> None:
    text = pair[0] + ("" if pair[0].endswith(("。", "?")) and not pair[0].isascii() else " ") + pair[1]
    assert sentences(text) == [pair[0].strip(), pair[1]]


@given(st.text(alphabet="aA1 .!?\"')。…九", max_size=30))
def test_no_stop_inside_a_text_is_passed_over(text: str) -> None:
    if any(found.end() < len(text) for found in STOP.on(text).finditer(text)):
        assert INNER_STOP.on(text).search(text)


@given(st.text(alphabet="aA1 .!?\"'()。…i:", max_size=60))
def test_spans_are_in_order_and_hold_all_but_white_space(text: str) -> None:
    spans = split(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("part", ["!", ". ", "a. ", "...x", ' ." ', "1. x ", "。", "?'"])
def test_is_linear_on_hostile_text(part: str) -> None:
    started = time.process_time()
    split(part * 100_000)
    assert time.process_time() - started < 5
