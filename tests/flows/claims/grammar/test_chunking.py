"""Noun phrases."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.grammar.chunking import chunks
from flows.claims.grammar.tagging import TAGS


def phrases(tagged: str) -> list[str]:
    """The noun phrases of a sentence written as word/TAG."""
    pairs = [token.rpartition("/") for token in tagged.split()]
    words, tags = [word for word, _, _ in pairs], [tag for _, _, tag in pairs]
    found = chunks([word.lower() for word in words], tags)
    return [" ".join(words[start:end]) for kind, start, end in found if kind == "noun"]


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("The/DT old/JJ port/NN grew/VBD", ["The old port"]),
        ("Macau/NNP 's/POS older/JJ firms/NNS hire/VBP them/PRP", ["Macau 's older firms", "them"]),
        ("over/IN 1,500/CD small/JJ firms/NNS left/VBD", ["over 1,500 small firms"]),
        ("more/JJ than/IN 500/CD listed/VBN banks/NNS", ["more than 500 listed banks"]),
        ("as/RB many/JJ as/IN 90/CD ships/NNS", ["as many as 90 ships"]),
        ("about/RB 30/CD %/NN of/IN all/DT firms/NNS", ["about 30 %", "all firms"]),
        ("5/CD per/IN cent/NN of/IN homes/NNS", ["5 per cent", "homes"]),
        ("it/PRP cost/VBD HK$/$ 10/CD billion/CD", ["it", "HK$ 10 billion"]),
        ("between/IN 5/CD and/CC 10/CD tonnes/NNS", ["between 5 and 10 tonnes"]),
        ("In/IN 2024/CD exporters/NNS hired/VBD", ["2024", "exporters"]),
        ("small/JJ and/CC new/JJ firms/NNS", ["small and new firms"]),
        ("most/JJ of/IN the/DT staff/NN", ["most", "the staff"]),
        ("firms/NNS surveyed/VBN last/JJ year/NN", ["firms", "last year"]),
        ("the/DT poor/JJ paid/VBD", ["the poor"]),
    ],
)
def test_a_noun_phrase_runs_from_its_quantifier_to_its_head(tagged: str, expected: list[str]) -> None:
    assert phrases(tagged) == expected


@given(
    st.lists(
        st.tuples(st.sampled_from(["to", "per", "cent", "than", "more", "of", "x", "as"]), st.sampled_from([*TAGS]))
    )
)
def test_chunks_stand_in_order_and_never_overlap(tokens: list[tuple[str, str]]) -> None:
    found = chunks([word for word, _ in tokens], [tag for _, tag in tokens])
    assert all(0 <= one.start < one.end <= len(tokens) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("tag", [*TAGS])
def test_one_tag_without_end_costs_no_more_than_others(tag: str) -> None:
    assert len(chunks(["5"] * 20_000, [tag] * 20_000)) <= 20_000
