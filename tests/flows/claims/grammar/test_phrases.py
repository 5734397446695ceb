from __future__ import annotations

import pytest

from flows.claims.grammar.phrases import opens_clause, phrase_end, subject_of
from flows.claims.grammar.tagged import Tagged


def sentence(text: str) -> Tagged:
    return Tagged.of(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The head of the bank said so.", "said", "The head of the bank"),
        ("On Monday Smith said so.", "said", "Smith"),
        ("Ann Lee, head of research, has often said so.", "said", "Ann Lee, head of research"),
        ("The bank, citing the law, said so.", "said", "The bank"),
        ("The study (published in May) found little.", "found", "The study"),
        ("Officials who asked for more said so.", "asked", "Officials"),
        ("They would not have said so.", "said", "They"),
    ],
)
def test_finds_the_subject_beside_a_verb(text: str, verb: str, subject: str) -> None:
    tokens = sentence(text)
    found = subject_of(tokens, tokens.low.index(verb))
    assert found is not None
    start, end = tokens.span(*found)
    assert text[start:end] == subject


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("the plan was dead.", True),
        ("by 2050, prices would double.", True),
        ("the firm that bought it is bankrupt.", True),
        ("the firm that bought it.", False),
        ("the keys and left.", False),
        ("him the truth.", False),
        ("to leave at once.", False),
    ],
)
def test_tells_a_clause_from_a_phrase(text: str, opens: bool) -> None:
    assert opens_clause(sentence(text), 0) is opens


def test_a_phrase_ends_before_the_next_one() -> None:
    tokens = sentence("reporters the dam was safe.")
    assert phrase_end(tokens, 0) == 1
