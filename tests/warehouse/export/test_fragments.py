from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.export.fragments import MARK, fragment, link


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("42 % of firms", "42%20%25%20of%20firms"),
        ("long-term, we think", "long%2Dterm%2C%20we%20think"),
        ("約42%", "%E7%B4%8442%25"),
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen",
            "one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen",
        ),
    ],
)
def test_a_fragment_names_the_passage(text: str, told: str) -> None:
    assert fragment(text) == MARK + told


def test_a_link_replaces_the_fragment_of_the_page() -> None:
    assert link("https://example.org/a#part-2", "x") == "https://example.org/a#:~:text=x"


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip))
def test_a_fragment_has_no_character_with_a_meaning_of_its_own_and_says_the_words(text: str) -> None:
    told = fragment(text).removeprefix(MARK)
    assert not set(told) & set("-& #")
    parts = [unquote(part) for part in told.split(",")]
    words = " ".join(text.split())
    assert len(parts) <= 2
    assert words.startswith(parts[0])
    assert words.endswith(parts[-1])
