"""Patterns in two builds that find the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims import keys, names, roles, sentences, tokens
from flows.claims.patterns import Pattern

PATTERNS = [
    tokens.TOKEN,
    sentences.STOP,
    sentences.INNER_STOP,
    roles.AFTER,
    roles.BEFORE,
    roles.OFFICE,
    Pattern.of(names.CAPITALS),
    keys.WORD,
]
PIECES = (
    *"The Harbour Board said Ana Silva , chief engineer of Dune Rail Ltd. rose 5.3 % to 1,200 ( 3-5 ) U.S.".split(),
    *("Dr. O'Neil", "Minister of Health Jo Lee", '2"', "1.5e6", "192.168.0.1", "12:30", "2024-05-03", "...", "?", "'s"),
)
PROSE = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=PROSE | st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_both_builds_find_the_same_in_ascii(pattern: Pattern, text: str) -> None:
    wide, plain = pattern.wide.finditer(text), pattern.ascii.finditer(text)
    assert [(one.span(), one.groupdict()) for one in wide] == [(one.span(), one.groupdict()) for one in plain]


def test_the_build_goes_by_the_text() -> None:
    word = Pattern.of(r"[\p{L}]+")
    assert word.on("tide").findall("high tide") == ["high", "tide"]
    assert word.on("élan").findall("élan vital") == ["élan", "vital"]
