"""Subjects and verbs of clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.grammar import clauses
from flows.claims.grammar.agreement import agree
from flows.claims.grammar.tagging import TAGS, tag, tokenise


def sentence(text: str) -> clauses.Sentence:
    words = tokenise(text)
    return clauses.read([word.lower() for word in words], tag(words))


def subject(read: clauses.Sentence, word: str) -> str | None:
    """The subject of the clause that a word stands in."""
    clause = read.clause(list(read.low).index(word))
    return " ".join(read.low[slice(*clause.subject)]) if clause and clause.subject else None


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The price of new homes rose by 5% in March.", "rose", "The price"),
        ("The price of new homes rose in March and fell in May.", "fell", "The price"),
        ("Exports rose by 5% and imports fell by 2%.", "fell", "imports"),
        ("The ministry said exports rose by 5%.", "rose", "exports"),
        ("The ministry said that exports rose by 5%.", "said", "The ministry"),
        ("Last year, exports rose by 5%.", "rose", "exports"),
        ("In 2024 exports rose by 5%.", "rose", "exports"),
        ("While exports rose, imports fell.", "fell", "imports"),
        ("The line carried 4 million people, down 6% on 2023, as fares rose.", "rose", "fares"),
        ("It works as a port, as a yard and as a depot, officials said.", "said", "officials"),
        ("The firms that export tea said they were hiring.", "said", "The firms"),
        ("The firms that export tea said they were hiring.", "hiring", "they"),
        ("The number of firms that were asked is small.", "asked", "firms"),
        ("The number of firms that were asked is small.", "is", "The number"),
        ("The bank, which employs 900 people, closed.", "employs", "The bank"),
        ("The bank, which employs 900 people, closed.", "closed", "The bank"),
        ("The bank, based in Macau, closed.", "closed", "The bank"),
        ("Firms focusing on tea closed.", "focusing", "Firms"),
        ("The park grew fast, housing over 1,500 firms.", "housing", "The park"),
        ("The park houses 1,500 firms, with about 30% focusing on robots.", "focusing", "about 30 %"),
        ("There are 450 shops in the park.", "are", "450 shops"),
        ("The plant (it opened in 1990) was sold.", "sold", "The plant"),
        ("The city plans to build 500 homes.", "build", "The city"),
    ],
)
def test_the_subject_of_a_verb(text: str, verb: str, expected: str) -> None:
    assert subject(sentence(text), verb) == expected.lower()


@pytest.mark.parametrize(
    ("text", "number", "verb"),
    [
        ("The ministry said exports rose by 5% in May.", "5", "rose"),
        ("The bank, which employs 900 people, closed 3 branches.", "900", "employs"),
        ("The bank, which employs 900 people, closed 3 branches.", "3", "closed"),
        ("The park grew, housing over 1,500 firms.", "1,500", "housing"),
    ],
)
def test_a_number_belongs_to_the_clause_of_its_verb(text: str, number: str, verb: str) -> None:
    read = sentence(text)
    clause = read.clause(list(read.low).index(number))
    assert clause is not None
    assert clause.verb is not None
    assert " ".join(read.low[slice(*clause.verb)]) == verb


def test_a_phrase_is_extended_by_what_hangs_on_it() -> None:
    read = sentence("About 30% of the firms in Macau agreed.")
    phrase = read.phrase(1)
    assert phrase == (0, 3)
    assert read.low[slice(*read.extended(phrase))][-2:] == ["the", "firms"]
    assert read.low[slice(*read.extended(phrase, ("of", "in")))][-2:] == ["in", "macau"]


def test_number_is_only_denied_when_both_forms_show_it() -> None:
    assert not agree(("firms", "NNS"), ("is", "VBZ"))
    assert not agree(("firm", "NN"), ("were", "VBD"))
    assert agree(("firms", "NNS"), ("rose", "VBD"))
    assert agree(("police", "NNP"), ("are", "VBP"))


@given(st.lists(st.tuples(st.sampled_from(["that", ";", "it", "firms", "which", "was"]), st.sampled_from([*TAGS]))))
def test_any_tags_can_be_read(tokens: list[tuple[str, str]]) -> None:
    read = clauses.read([word for word, _ in tokens], [tag for _, tag in tokens])
    for at in range(len(tokens)):
        assert read.clause(at) is not None or read.phrase(at) is None
