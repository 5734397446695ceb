"""How firmly a figure is stated, and whether it is denied."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.statements.modality import is_denied, may_deny, may_tell_modality, modalities_in, modality_of
from flows.claims.vocabulary import entry_of
from schemas.rows import Modality

CUES = [cue for name in ("planned", "forecast", "estimated", "hedged", "denials") for cue in entry_of("modality", name)]
WORDS = sorted(
    {word for cue in CUES for word in re.findall("[a-z]+", cue)} | {"ed", "planned", "expects", "the", "aims"}
)

CLAUSES: list[tuple[str, Modality]] = [
    ("The firm employs 300 people", "asserted"),
    ("The firm grew in May by 5%", "asserted"),
    ("On 5 May it grew by 5%", "asserted"),
    ("The firm plans to hire 300 people", "planned"),
    ("It aims for 300 members", "planned"),
    ("It pledged to cut emissions by 30%", "planned"),
    ("It will build 300 homes", "planned"),
    ("It has committed 3 million", "planned"),
    ("Analysts expect growth of 5%", "forecast"),
    ("Demand will rise by 5%", "forecast"),
    ("It is set to reach 5%", "forecast"),
    ("Growth is projected at 5%", "forecast"),
    ("An estimated 300 people", "estimated"),
    ("It is thought to cost 5 million", "estimated"),
    ("The toll is put at 300", "estimated"),
    ("It may rise by 5%", "hedged"),
    ("It could reach 5%", "hedged"),
    ("Reportedly 300 people left", "hedged"),
    ("Maybe 300 people left", "hedged"),
    ("It plans to hire, if it can, 300 people", "planned"),
]
DENIED = [
    "It did not raise fares by",
    "It never reached",
    "It didn't reach",
    "It failed to reach",
    "The mayor denied that",
    "It no longer has",
]
NOT_DENIED = [
    "It rose not only by",
    "It has no more than",
    "Fares rose by",
    "It took no less than",
    "Not until 2020 did it reach",
    "",
]


@pytest.mark.parametrize(("clause", "modality"), CLAUSES)
def test_hears_how_firmly_it_is_said(clause: str, modality: Modality) -> None:
    assert modality_of(clause) == modality


@pytest.mark.parametrize(
    ("before", "denied"), [*((one, True) for one in DENIED), *((one, False) for one in NOT_DENIED)]
)
def test_hears_a_denial(before: str, denied: bool) -> None:
    assert is_denied(before) is denied


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_the_look_at_first_words_hides_no_cue(clause: str) -> None:
    """Every cue that a text holds begins with one of the words for which it is tried."""
    told = {
        modality
        for modality in ("planned", "forecast", "estimated", "hedged")
        if re.search(rf"\b(?:{'|'.join(entry_of('modality', modality))})\b", clause)
    }
    assert modalities_in(clause, set(clause.split())) == told


@given(st.lists(st.sampled_from([*WORDS, "will", "won't", "didn't", "May", "can not"]), max_size=12).map(" ".join))
def test_what_a_block_cannot_tell_no_clause_of_it_tells(block: str) -> None:
    assert may_tell_modality(block) or modality_of(block) == "asserted"
    assert may_deny(block) or not is_denied(block)


def test_a_block_without_a_word_for_it_tells_and_denies_nothing() -> None:
    assert not may_tell_modality("Fares rose by 5%")
    assert not may_deny("Fares rose by 5%")
