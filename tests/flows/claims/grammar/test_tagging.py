"""Tokens and tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.grammar.tagging import TAGS, tag, tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Firms don't pay.", "Firms do n't pay ."),
        ("Rates can’t fall", "Rates ca n’t fall"),
        ("It cannot rise, can it?", "It can not rise , can it ?"),
        ("Macau's ports", "Macau 's ports"),
        ("the firms' profits", "the firms ' profits"),
        ("about 42% of 1,500", "about 42 % of 1,500"),
        ("HK$10 billion", "HK$ 10 billion"),
        ("US$1.2bn or €3.5m", "US$ 1.2bn or € 3.5m"),
        ("USD34.6 million", "USD 34.6 million"),
        ("5-10% of well-known firms", "5-10 % of well-known firms"),
        ("23–32 per cent", "23–32 per cent"),
        ("a 30-year-old plan", "a 30-year-old plan"),
        ("the U.S. economy", "the U.S. economy"),
        ("Mr. Lam met Dr. Wu", "Mr. Lam met Dr. Wu"),
        ("O'Neil's vote", "O'Neil 's vote"),
        ("see https://example.org/a?b=1 now", "see https://example.org/a?b=1 now"),
        ("growth—and jobs", "growth — and jobs"),
        ("wait... (then) stop!", "wait ... ( then ) stop !"),
    ],
)
def test_tokens_are_cut_as_the_treebanks_cut_them(text: str, expected: str) -> None:
    assert tokenise(text) == expected.split()


@given(st.text())
def test_tokens_are_all_that_is_not_white_space(text: str) -> None:
    tokens = tokenise(text)
    assert "".join(tokens) == "".join(text.split())
    assert not any(token.split() != [token] for token in tokens)


@given(st.text("Mcan not't.,'5-\t al"))
def test_tokens_are_the_same_with_and_without_a_stop_further_on(text: str) -> None:
    assert tokenise(text + " x") == tokenise(text + " x . x")[:-2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The prices of homes rose by 5 % .", "DT NNS IN NNS VBD IN CD NN ."),
        ("She said that exports will grow .", "PRP VBD CS NNS MD VB ."),
        ("The bank has cut its rates because growth is slow .", "DT NN VBZ VBN PRP$ NNS CS NN VBZ JJ ."),
        ("They plan to increase wages .", "PRP VBP TO VB NNS ."),
        ("There are many firms in Macau .", "EX VBP JJ NNS IN NNP ."),
        ("It was sold for HK$ 10 billion .", "PRP VBD VBN IN $ CD CD ."),
    ],
)
def test_words_are_tagged_by_their_context(text: str, expected: str) -> None:
    assert tag(text.split()) == expected.split()


def test_the_same_form_gets_the_tag_of_its_place() -> None:
    noun = tag(["The", "increase", "was", "large", "."])
    verb = tag(["They", "will", "increase", "prices", "."])
    assert (noun[1], verb[2]) == ("NN", "VB")


def test_a_word_never_seen_is_read_off_its_letters() -> None:
    sentence = ["The", "flimmeters", "were", "quonkingly", "overglimmed", "."]
    assert tag(sentence) == ["DT", "NNS", "VBD", "RB", "VBN", "."]
    assert tag(["She", "visited", "Glimtown", "."])[2] == "NNP"


@given(st.lists(st.text(min_size=1, max_size=12)))
def test_any_words_get_a_tag_each_and_always_the_same(sentence: list[str]) -> None:
    tags = tag(sentence)
    assert len(tags) == len(sentence)
    assert set(tags) <= TAGS.keys()
    assert tag(sentence) == tags
