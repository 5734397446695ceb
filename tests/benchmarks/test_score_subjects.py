"""The subject that a dependency tree names for a figure."""

from __future__ import annotations

import pytest

from benchmarks.score_subjects import outcomes, subject_of
from benchmarks.treebank import Sentence, Token


def tree(*rows: tuple[str, str, int, str]) -> Sentence:
    """Words with tag, head and relation."""
    return Sentence("d", tuple(Token(word, tag, "", word, head, relation, True) for word, tag, head, relation in rows))


EMPLOYS = tree(
    ("Firms", "NNS", 1, "nsubj"),
    ("employ", "VBP", -1, "root"),
    ("300", "CD", 3, "nummod"),
    ("people", "NNS", 1, "obj"),
)
LEFT = tree(("300", "CD", 1, "nummod"), ("people", "NNS", 2, "nsubj"), ("left", "VBD", -1, "root"))


@pytest.mark.parametrize(
    ("sentence", "figure", "kind", "heads"),
    [(EMPLOYS, 2, "of the verb above", {0}), (LEFT, 0, "within the subject", {1})],
)
def test_a_tree_names_the_subject(sentence: Sentence, figure: int, kind: str, heads: set[int]) -> None:
    assert subject_of(sentence.tokens, figure) == (kind, heads)


@pytest.mark.parametrize("sentence", [EMPLOYS, LEFT])
def test_what_is_read_is_held_against_it(sentence: Sentence) -> None:
    assert [outcome for _, outcome, _ in outcomes(sentence)] == ["right"]
