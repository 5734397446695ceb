"""Gaps in sentences: each kind is seen, good English is let be, and both hold where no rule was made for it."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from flows.claims.sentences import split
from flows.reading.folding import fold
from tests.support.damage import fired, without_a_noun

GOLD = Path(__file__).parents[2] / "gold"


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("The of the plan is unclear.", ["The of"]),
        ("Firms praised their and asked for more.", ["their and"]),
        ("The contract went to the, which had built the pier.", ["the,"]),
        ("By noon nobody was left in the.", ["the."]),
        ("Shares in the closed lower, and the said, was calm.", ["the said,"]),
        ("The averaged the same as before, but the they run did not.", ["The averaged", "the they"]),
        ("The council has agreed to build a of its own.", ["a of"]),
        ("The crossing was first made in a.", ["a."]),
        ("The work was paid for by of the two towns.", ["by of"]),
        ("Rents rose from to 900 a month, and wages per are flat.", ["from to", "per are"]),
        ("The exchange now houses a museum of.", ["of."]),
        ("The number of in the town has doubled.", ["of in"]),
        ("Support for has slumped to 27%, its lowest.", ["for has"]),
        ("The tower was opened in 2024 by.", ["by."]),
        ("The outlook for digital remains good.", ["for digital remains"]),
        ("The promise of generative reaches past these uses.", ["of generative reaches"]),
        ("The board named a 14-member of experts.", ["a 14-member of"]),
        ("The school (often referenced as in academic circles) has grown.", ["referenced as in"]),
        ("The bureau (sometimes listed as in rankings) has grown.", ["sometimes listed as in"]),
        ("The tower (known as) is to be pulled down.", ["known as)"]),
        ("Nobody at the hearing could explain why is missing from the books.", ["why is"]),
        ('"We shall win," said, who leads the team.', ["said,"]),
        ("The prize went to firms such as.", ["such as."]),
        ("According to, the bridge is safe.", ["According to,"]),
        ("The road was closed because of.", ["because of."]),
        ("The new law contains.", ["contains."]),
        ("The port has berths, cranes and.", ["and."]),
        ("The port () has grown.", ["()"]),
        ("The sign said to the the guests that all was well.", ["the the"]),
    ],
)
def test_a_gap_is_seen(sentence: str, quotes: list[str]) -> None:
    assert fired(sentence, "missing_words") == quotes


@pytest.mark.parametrize(
    "sentence",
    [
        "The outlook for digital trade remains good.",
        "He was described as in good health, and the part is listed as in stock.",
        "The will of the people and the in crowd, the in situ tests and the to-do list.",
        "As in the past, what he dreamt of was peace. The man he spoke of in May has gone.",
        "The house she lives in is old, and the firm that he works for is small.",
        "The rich are few, and in general is no answer.",
        "The word \u201cthe\u201d is short, and \u201cthe is\u201d is wrong.",
        "The dam was taken care of by the town and made use of in spring.",
        "It sold at a price of up to 40, or of at least 30, and a score of at most 9.",
        "Vitamin A is good. He ran from a to b, and the 7- or 8-inch pipe fits.",
        "They asked what it was for, and with whom. He had somebody to talk with.",
        "The cost, and the, frankly, absurd delay, were too much.",
        'She spoke of "the" and "a". They call print() twice.',
        "He had had enough, and that that was so is plain. It is what it is.",
        "The bank Ping An, which insures, has grown.",
        "The over-65s pay half, as in 2020. The by-election is due.",
        "The lawyer asked: why is it late? We know why it is.",
        "Hij woont in de stad of in een dorp, want hij was an der Wand.",
    ],
)
def test_good_english_is_let_be(sentence: str) -> None:
    assert not fired(sentence, "missing_words")


def sentences() -> list[str]:
    articles = [
        fold(json.loads(line)["text"])
        for path in sorted(GOLD.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    return [text[start:end] for text in articles for start, end in split(text)]


def test_labelled_sentences_have_no_gaps_and_many_gaps_cut_into_them_are_seen() -> None:
    """A noun deleted at random often leaves good grammar: 31 % of the cuts showed when this floor was set."""
    chance = Random(20)
    sound = sentences()
    cut = [damaged for sentence in sound if (damaged := without_a_noun(sentence, chance))]
    assert len(cut) > 200
    assert not [sentence for sentence in sound if fired(sentence, "missing_words")]
    assert sum(bool(fired(sentence, "missing_words")) for sentence in cut) >= 0.27 * len(cut)


@pytest.mark.parametrize(
    "source",
    [
        "The rise of in " * 20_000,
        "say why is " * 20_000,
        "x () " * 40_000,
        "the , " * 60_000,
        "of digital is " * 40_000,
    ],
    ids=["of in", "why", "brackets", "commas", "adjectives"],
)
def test_hostile_text_takes_no_more_than_its_length(source: str) -> None:
    fired(source, "missing_words")
