"""The words of a text, by which costly patterns are passed over."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.gating import holds_any, words_in


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The Ferry left.", True),
        ("FERRY-borne", True),
        ("ferry's", True),
        ("2ferry3", True),
        ("ferries", False),
        ("féferry", True),
        ("", False),
    ],
)
def test_holds_a_word(text: str, held: bool) -> None:
    assert holds_any(text, {"ferry", "boat"}) is held


@given(st.text(alphabet="aZzé0 '-\n\u0130九\ud800", max_size=40))
def test_words_are_runs_of_the_letters_a_to_z(text: str) -> None:
    assert words_in(text) == set(re.findall("[a-z]+", text.lower()))
