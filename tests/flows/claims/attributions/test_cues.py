from __future__ import annotations

import pytest

from flows.claims.attributions.cues import PUT, VERBS
from flows.claims.vocabulary import load


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("say", "say says saying said"),
        ("deny", "deny denies denying denied"),
        ("admit", "admit admits admitting admitted"),
        ("agree", "agree agrees agreeing agreed"),
        ("lie", "lie lies lying lied"),
        ("teach", "teach teaches teaching taught"),
        ("foresee", "foresee foresees foreseeing foresaw foreseen"),
        ("stress", "stress stresses stressing stressed"),
        ("note", "note notes noting noted"),
    ],
)
def test_verbs_are_inflected(lemma: str, forms: str) -> None:
    assert [form for form, cue in VERBS.items() if cue.lemma == lemma] == forms.split()


def test_no_form_belongs_to_two_cues() -> None:
    entries = [entry for verbs in load("cues")["classes"].values() for entry in verbs.split()]
    lemmas = [entry.partition("=")[0].rstrip("+") for entry in entries]
    assert len(lemmas) == len(set(lemmas))
    assert VERBS.keys().isdisjoint(PUT)


def test_what_cues_take_is_said_of_cues_alone() -> None:
    lemmas = {cue.lemma for cue in VERBS.values()}
    assert {lemma for words in load("cues")["takes"].values() for lemma in words.split()} <= lemmas
