"""The sums that the tagger adds up are those of the features that its weights were learnt on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.grammar.lexicon import Lexicon
from flows.claims.grammar.tagger import EDGE, OPENERS, Tagger, features

WORDS = ("the", "a", "plan", "plans", "rise", "rises", "firms", "old", "Rise", "5", ".", '"')
TAGS = {"the": ("DT",), "a": ("DT",), "old": ("JJ", "NN"), "firms": ("NNS", "VBZ"), "plan": ("NN", "VB", "VBP")}
LEXICON = Lexicon(
    TAGS | {"plans": ("NNS", "VBZ"), "rise": ("NN", "VB"), "rises": ("NNS", "VBZ"), "<#>": ("CD", "NN")},
    frozenset({"the", "a"}),
    frozenset({"old"}),
    {},
)
CHOICES = sorted({tag for tags in LEXICON.tags.values() for tag in tags})


def plainly(weights: dict[str, dict[str, int]], words: list[str]) -> list[str]:
    """The tags by the definition: for each word the tag with the highest sum over its features, of equals the first."""
    starts = [True, *(word in OPENERS for word in words[:-1])]
    entries = [LEXICON.entry(word, first) for word, first in zip(words, starts, strict=True)]
    tags: list[str] = []
    last = before = EDGE
    for at, entry in enumerate(entries):
        rows = [weights.get(feature, {}) for feature in features(entries, at, last, before)]
        tags.append(max(entry.tags, key=lambda tag: sum(row.get(tag, 0) for row in rows)))
        last, before = tags[-1], last
    return tags


def rows(weights: dict[str, dict[str, int]]) -> dict[str, str]:
    return {feature: " ".join(f"{tag}{weight}" for tag, weight in row.items()) for feature, row in weights.items()}


def all_features() -> list[str]:
    entries = [LEXICON.entry(word, first=False) for word in WORDS]
    pairs = [(last, before) for last in (EDGE, "DT", "NN") for before in (EDGE, "DT")]
    return sorted({f for at in range(len(entries)) for pair in pairs for f in features(entries, at, *pair)})


@given(
    st.dictionaries(
        st.sampled_from(all_features()), st.dictionaries(st.sampled_from(CHOICES), st.integers(-400, 400)), max_size=60
    ),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8),
)
def test_tags_are_those_of_the_features(weights: dict[str, dict[str, int]], words: list[str]) -> None:
    assert Tagger(LEXICON, rows(weights)).tag(words) == plainly(weights, words)


@pytest.mark.parametrize("words", [[], ["5"], ["Rise"]])
def test_every_word_gets_a_tag(words: list[str]) -> None:
    assert len(Tagger(LEXICON, {}).tag(words)) == len(words)


def test_what_was_kept_and_forgotten_changes_no_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {feature: {"NN": 7, "VB": 9, "VBZ": 8, "JJ": 8} for feature in all_features()[::3]}
    sentences = [[*WORDS[at:], *WORDS[:at]] for at in range(len(WORDS))]
    keeping = Tagger(LEXICON, rows(weights))
    kept = [keeping.tag(words) for words in (*sentences, *sentences)]
    monkeypatch.setattr("flows.claims.grammar.tagger.MOST_KEPT", 20)
    forgetting = Tagger(LEXICON, rows(weights))
    assert [forgetting.tag(words) for words in (*sentences, *sentences)] == kept
    assert kept == [plainly(weights, words) for words in (*sentences, *sentences)]
