"""Normal forms by which claims are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.keys import comparable_key, measure_key, phrase_key

PHRASES = [
    ("The Local Enterprises", "local enterprise"),
    ("its employees", "employee"),
    ("The city's buses", "city bus"),
    ("Harbour Board", "harbour board"),
    ("low-cost flats", "low-cost flat"),
]
OPEN = [None, "", "it", "They", "others", "the", "who", "a b c d e f g h i j k l"]


@pytest.mark.parametrize(("phrase", "key"), PHRASES)
def test_a_phrase_has_one_form(phrase: str, key: str) -> None:
    assert phrase_key(phrase) == key


@pytest.mark.parametrize("phrase", OPEN)
def test_what_names_nothing_has_no_key(phrase: str | None) -> None:
    assert phrase_key(phrase) is None


@pytest.mark.parametrize("long", ["Harbour Board", "Harbour's Board", "The Board of Harbours"])
def test_an_acronym_and_its_long_form_have_the_same_key(long: str) -> None:
    assert phrase_key("the HB", {"HB": long}) == phrase_key(long)


def test_a_count_is_measured_by_verb_and_noun() -> None:
    assert measure_key("employs people", "people", "count", "level") == measure_key(
        "employed people", "people", "count", "level"
    )
    assert measure_key("employs people", "people", "count", "level") != measure_key(
        "lost people", "people", "count", "level"
    )


def test_changes_and_levels_are_not_the_same_measure() -> None:
    assert measure_key("grew", None, "percent", "relative_change") == "change"
    assert measure_key("was", None, "percent", "level") == "level"
    assert measure_key("grew", None, None, None) is None


def test_two_claims_compare_only_where_nothing_is_open() -> None:
    full = comparable_key("employ person", "firm", None, "norway", "person", share=False)
    assert full == "employ person|firm||norway|person"
    assert comparable_key(None, "firm", None, None, "person", share=False) is None
    assert comparable_key("employ person", None, None, None, "person", share=False) is None
    assert comparable_key("employ person", "firm", None, None, None, share=False) is None


def test_a_share_compares_only_with_its_population() -> None:
    assert comparable_key("use it", "firm", None, None, "percent", share=True) is None
    assert comparable_key("use it", "firm", "firm", None, "percent", share=True) is not None
    assert comparable_key("change", "sale", None, None, "percent", share=True) is not None


@given(st.text(max_size=60))
def test_a_key_is_its_own_key_in_small_letters(phrase: str) -> None:
    key = phrase_key(phrase)
    assert key is None or (key == key.lower() and key == " ".join(key.split()))
