"""What bounds a figure, before and behind it."""

from __future__ import annotations

import pytest

from flows.claims.comparators import bounds, comparator_after, comparator_before
from flows.claims.tokens import tokenise
from schemas.rows import Comparator

# words in front of a figure, the comparator
BEFORE: list[tuple[str, Comparator]] = [
    ("over", "over"),
    ("more than", "over"),
    ("well above", "over"),
    ("north of", "over"),
    ("in excess of", "over"),
    (">", "over"),
    ("at least", "at_least"),
    ("no fewer than", "at_least"),
    ("a minimum of", "at_least"),
    ("≥", "at_least"),
    ("not under", "at_least"),
    ("no smaller than", "at_least"),
    ("min.", "at_least"),
    ("under", "under"),
    ("less than", "under"),
    ("just below", "under"),
    ("<", "under"),
    ("up to", "up_to"),
    ("no more than", "up_to"),
    ("at most", "up_to"),
    ("not greater than", "up_to"),
    ("not above", "up_to"),
    ("as much as", "up_to"),
    ("a maximum of", "up_to"),
    ("about", "approx"),
    ("approximately", "approx"),
    ("nearly", "approx"),
    ("some", "approx"),
    ("close to", "approx"),
    ("~", "approx"),
    ("exactly", "eq"),
    ("a total of", "eq"),
]
NONE_BEFORE = ["firms", "after 10 min", "will shoot up to", "climbed up to", "rose to", "the Max", "than", ""]
# words behind a figure, the comparator
AFTER: list[tuple[str, Comparator]] = [
    ("or more", "at_least"),
    ("and above", "at_least"),
    ("minimum", "at_least"),
    ("and higher", "at_least"),
    ("+", "at_least"),
    ("or below", "up_to"),
    ("at most", "up_to"),
    ("or less", "up_to"),
    ("or so", "approx"),
    ("-odd", "approx"),
    ("or thereabouts", "approx"),
    ("or more than", "over"),
]
NONE_AFTER = ["or 6", "and higher wages", "and older 6", "firms", ""]


@pytest.mark.parametrize(("words", "comparator"), BEFORE)
def test_reads_a_comparator_in_front(words: str, comparator: Comparator) -> None:
    tokens = tokenise(f"it took {words} 5")
    assert comparator_before(tokens, len(tokens) - 1) == (comparator, 2)


@pytest.mark.parametrize("words", NONE_BEFORE)
def test_leaves_what_bounds_nothing(words: str) -> None:
    tokens = tokenise(f"{words} 5")
    assert comparator_before(tokens, len(tokens) - 1) is None


@pytest.mark.parametrize(("words", "comparator"), AFTER)
def test_reads_a_comparator_behind(words: str, comparator: Comparator) -> None:
    tokens = tokenise(f"5 {words}")
    assert comparator_after(tokens, 1) == (comparator, len(tokens))


@pytest.mark.parametrize("words", NONE_AFTER)
def test_leaves_what_bounds_nothing_behind(words: str) -> None:
    assert comparator_after(tokenise(f"5 {words}"), 1) is None


@pytest.mark.parametrize(
    ("comparator", "low", "high"),
    [("eq", 5, 5), ("approx", 5, 5), ("over", 5, None), ("at_least", 5, None), ("under", None, 5), ("up_to", None, 5)],
)
def test_an_open_bound_is_none(comparator: Comparator, low: float | None, high: float | None) -> None:
    assert bounds(comparator, 5.0) == (low, high)
