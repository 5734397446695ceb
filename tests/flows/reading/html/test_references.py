from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.html.references import read_references, reference_at


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("R&amp;D", "R&D"),
        ("AT&T & Co", "AT&T & Co"),
        ("&notit;", "¬it;"),
        ("&copy2024", "©2024"),
        ("&#8364;5 &#x20AC;5 &#65", "€5 €5 A"),
        ("&#128;", "€"),
        ("&#00000000000000065;", "A"),
        ("&#0;&#xD800;&#x110000;&#99999999999;", "\ufffd" * 4),
        ("&CounterClockwiseContourIntegral;", "∳"),
        ("&;&#;&#x;", "&;&#;&#x;"),
    ],
)
def test_references_read_as_what_they_stand_for(text: str, read: str) -> None:
    assert read_references(text) == read


def test_a_reference_ends_where_its_name_does() -> None:
    assert reference_at("&notit;", 0, 7) == (4, "¬")
    assert reference_at("x&amp;", 1, 3) is None


def test_a_number_of_thousands_of_digits_is_no_character() -> None:
    assert read_references("&#" + "9" * 100_000 + ";") == "\ufffd"


PARTS = st.sampled_from(["&", "#", "x", "amp", "lt", "not", "in", "frac12", ";", "1", "41", "0", " ", "é", "<"])


@given(st.lists(PARTS, max_size=12).map("".join))
def test_references_read_as_python_reads_them(text: str) -> None:
    assert read_references(text) == html.unescape(text)
