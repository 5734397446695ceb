"""Patterns in two builds that find the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims import keys, sentences, tokens
from flows.claims.mentions import names, roles
from flows.patterns import Pattern

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
    wide, plain = pattern.wide.finditer(text), pattern.latin.finditer(text)
    assert [(one.span(), one.groupdict()) for one in wide] == [(one.span(), one.groupdict()) for one in plain]


LATIN_PIECES = (
    *PIECES,
    *"José Müller , société naïve Élan \u20ac5 3\u20135 \xa310bn 5\xb0 Zürich\u2026 \u2014 \xabÎle\xbb".split(),
)
LATIN_PROSE = st.lists(st.sampled_from(LATIN_PIECES), max_size=30).map(" ".join)
LATIN_SIGNS = [*map(chr, range(32, 0x100)), *map(chr, range(0x2010, 0x205F)), "\u20ac", "\u2122"]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=LATIN_PROSE | st.lists(st.sampled_from(LATIN_SIGNS)).map("".join))
def test_the_build_for_a_text_finds_what_the_widest_finds(pattern: Pattern, text: str) -> None:
    wide, own = pattern.wide.finditer(text), pattern.on(text).finditer(text)
    assert [(one.span(), one.groupdict()) for one in wide] == [(one.span(), one.groupdict()) for one in own]


def test_the_build_goes_by_the_text() -> None:
    word = Pattern.of(r"[\p{L}]+")
    assert word.on("tide").findall("high tide") == ["high", "tide"]
    assert word.on("élan").findall("élan vital") == ["élan", "vital"]
