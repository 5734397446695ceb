"""Articles cut inside a sentence, and articles that end as they should."""

from __future__ import annotations

import pytest

from tests.support.damage import ARTICLE, fired

LONG = ARTICLE * 3


@pytest.mark.parametrize(
    ("ending", "quotes"),
    [
        ("The city is well placed to navigate the", ["navigate the"]),
        ("Traffic is expected to grow by a further two per cent in the year after next", ["after next"]),
        ("The new berths will be paid for by a levy that the shipping lines have call...", ["have call"]),
        ("The berths, the cranes and the ferries,", ["the ferries,"]),
        ("Traffic is expected to grow.", []),
        ("\u201cWe expect traffic to grow.\u201d", []),
        ("Traffic is expected to grow.[12]", []),
        ("Reporting by Ann Poe in Hong Kong and Bo Roe in Beijing; editing by Cy Doe", []),
        ("\u00a9 2024 Harbour News", []),
        ("More at https://example.org/a/long/path/to/the/page/of/the/report/about/the/works", []),
        ("- berths in the north of the harbour\n- cranes in the south of the harbour", []),
        ("- berths in the north of the harbour and", ["harbour and"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", []),
    ],
)
def test_truncated_end(ending: str, quotes: list[str]) -> None:
    assert [quote.rstrip(".") for quote in fired(ARTICLE + ending, "truncated_end")] == quotes


def test_a_text_that_never_ends_a_sentence_is_not_cut_short() -> None:
    assert not fired("a list of words that goes on for a while and never has an end mark", "truncated_end")


@pytest.mark.parametrize("ending", ["Dredging st", "The ports nearby cha", "In all it will cost $71", "Work"])
def test_a_stub_behind_whole_sentences_is_cut_short(ending: str) -> None:
    paragraph = "The board met again on Friday. It agreed on all but the price. "
    assert fired(LONG + paragraph + ending, "truncated_end")


def test_the_last_item_is_held_against_the_others() -> None:
    items = "1. The berths come first.\n2. The cranes are to follow in May.\n"
    assert fired(f"{ARTICLE}{items}3. The ferries will not sa", "truncated_end")
    assert not fired(f"{ARTICLE}{items}3. The ferries sail on.", "truncated_end")
    assert not fired(f"{ARTICLE}- new berths\n- cranes\n- ferries", "truncated_end")


@pytest.mark.parametrize("cut", range(75, len(ARTICLE) - 10, 7))
def test_an_article_cut_anywhere_but_at_a_sentence_end(cut: int) -> None:
    text = (LONG + ARTICLE[:cut]).rstrip()
    assert bool(fired(text, "truncated_end")) is not text.endswith(".")
