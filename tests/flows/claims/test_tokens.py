"""Tokens: what is one numeral, one date, one name."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.tokens import PADDING, TOKEN, tokenise


def tokens(text: str) -> list[tuple[str, str]]:
    found = tokenise(text)
    return list(zip(found.words, found.kinds, strict=True))[: len(found)]


# Each of these is a single token.
WHOLE = {
    "numeral": [
        *"7 42 1500 1,500 1,234,567.89 12,34,567 1'234'567 1.234.567 1.234.567,89 1.234,5 1,5 3.14 .77 ４２".split(),
        *"1.3e6 1e-9 6.2x10^-4 2.48×10-5 1.1^23 10^9999 8x2^10 6×10⁵".split(),
        *("1 234 567", "1 234,5", "9" * 1000),
    ],
    "fraction": "½ ¼ ¾ ⅔ ⅞".split(),
    "date": "2024-05-17 17.05.2024 5/17/2024 17/5/24 2024-05-17T08:30 2024-05-17T08:30:00Z".split(),
    "time": "8:30 23:59 08:30:15".split(),
    "version": "1.2.3 10.15.7".split(),
    "address": ["192.168.0.1", "+852-2345-6789", "+852 2345 6789", "+44 (20) 7946 0018"],
    "link": "https://example.org/a?b=5 www.example.org/4 ana@example.org".split(),
    "word": "firm naïve U.S. e.g. 一百 Ελλάδα".split(),
    "sign": "$ % € - – — ± ° ( & §".split(),
}
# text, its tokens
PARTED = [
    ("HK$10bn", "HK $ 10 bn"),
    ("5-10%", "5 - 10 %"),
    ("2½", "2 ½"),
    ("1/3", "1 / 3"),
    ("4-1", "4 - 1"),
    ("GPT-4", "GPT - 4"),
    ("H5N1", "H 5 N 1"),
    ("'90s", "' 90 s"),
    ("year's", "year ' s"),
    ("two-thirds", "two - thirds"),
    ("it rose 5.", "it rose 5 ."),
    ("in 2019,300 people", "in 2019 , 300 people"),
    ("12,345,67", "12 , 345 , 67"),
    ("24:75", "24 : 75"),
    ("in 1 234 5678 ways", "in 1 234 5678 ways"),
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in WHOLE.items() for text in texts])
def test_is_one_token(kind: str, text: str) -> None:
    assert tokens(text) == [(text, kind)]


@pytest.mark.parametrize(("text", "parts"), PARTED)
def test_is_parted(text: str, parts: str) -> None:
    assert [word for word, _ in tokens(text)] == parts.split()


def test_knows_which_tokens_touch() -> None:
    found = tokenise("HK$10 bn")
    assert [found.glued(i) for i in range(len(found))] == [False, True, True, False]


def test_a_reader_may_look_past_both_ends() -> None:
    found = tokenise("five")
    assert found.words[len(found) + PADDING - 1] == found.words[-1] == ""


@given(st.text(alphabet="a1 .,'-/:+e^x×½$%\n九Ω@", max_size=60))
def test_tokens_hold_all_but_white_space(text: str) -> None:
    found = tokenise(text)
    spans = list(zip(found.starts, found.ends, strict=True))[: len(found)]
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@given(st.text(alphabet="aU1 .,'-/:+e^x×½$%()九Ω", max_size=60))
def test_tokens_are_those_of_one_scan(text: str) -> None:
    assert tokens(text) == [(found.group(), found.lastgroup) for found in TOKEN.on(text).finditer(text)]


@pytest.mark.slow  # times depend on what else the machine does
@pytest.mark.parametrize(
    "text", ["111,", "1.", "1 ", "1'", "1e", "1x10^", "a@", "a.", "+8-", "1:", "2024-", "9", "é", "\u0301"]
)
def test_costs_what_its_length_is(text: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        tokenise(text * (size // len(text)))
        return time.process_time() - start

    assert min(seconds(60_000) for _ in range(3)) < 10 * max(0.01, min(seconds(15_000) for _ in range(3)))
