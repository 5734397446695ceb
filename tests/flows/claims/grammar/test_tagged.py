"""A tagged sentence, and the verbs in it that look like nouns."""

from __future__ import annotations

import pytest

from flows.claims.grammar.tagged import Tagged

# text, a word of it, its tag
WORDS = [
    ("A city bus cost around $450,000 in 2018, but makers now offer more.", "cost", "VBD"),
    ("The move cut 300 jobs.", "cut", "VBD"),
    ("The cost of 300 seats rose.", "cost", "NN"),
    ("About 15,000 mechanics work on diesel fleets; few like it.", "work", "VBP"),
    ("Three in five plan to leave.", "plan", "VBP"),
    ("Another 35% plan to join them.", "plan", "VBP"),
    ("They have a plan to leave.", "plan", "NN"),
    ("A 2024 report by the bank says so.", "report", "NN"),
    ("Analysts at Merrow estimate that sales fell.", "estimate", "VBP"),
    ("The claim that sales fell is wrong.", "claim", "NN"),
    ("A sales target for 2025 was missed.", "target", "NN"),
    ("It can soak up 500 times its weight.", "times", "NNS"),
    ("The shortage of staff presents a risk, since the port needs 300 more.", "presents", "VBZ"),
    ("Operating costs are high.", "Operating", "JJ"),
    ("One in five says so.", "says", "VBZ"),
    ("She warns that one in three fail.", "that", "CS"),
    ("They told the Tarn Times that sales of boots rose.", "sales", "NNS"),
    ("Analysts reckon that closing it would help.", "reckon", "VBP"),
    ("She points out that nearly 400 of them left.", "that", "CS"),
    ("They show that stuff, and more.", "that", "DT"),
    ("Ana Silva, acting dean at the school, left.", "acting", "JJ"),
    ("The board (TMB) predicts that sales will rise.", "predicts", "VBZ"),
    ("Officials say that fibre will come.", "that", "CS"),
    ("Sales there grew.", "there", "RB"),
    ("Officials reckon that fibre will come.", "fibre", "NN"),
    ("The firms plan to spend a combined $20 million.", "combined", "JJ"),
    ("Shops in Tarn account for 40% of it.", "account", "VBP"),
    ("The crews struck on Monday.", "struck", "VBD"),
    ("Meanwhile, the yard lost 12.4m euros.", "Meanwhile", "RB"),
    ("Globally, sales fell.", "Globally", "RB"),
    ("Italy, the host, lost.", "Italy", "NNP"),
    ("The yard lost €12.4m last year.", "12.4m", "CD"),
    ("It sold 200bn yen of them.", "200bn", "CD"),
    ("Moreover, prices rose by 5%.", "prices", "NNS"),
    ("The line closed, and fares rose.", "fares", "NNS"),
    ("He waits, and says so.", "says", "VBZ"),
]


@pytest.mark.parametrize(("text", "word", "tag"), WORDS)
def test_tags_what_the_clause_needs(text: str, word: str, tag: str) -> None:
    s = Tagged.of(text, 0, len(text))
    assert s.tags[s.words.index(word)] == tag


def test_tokens_keep_their_place_in_the_block() -> None:
    s = Tagged.of("Rain fell. Sales rose.", 11, 22)
    assert [(word, start, end) for word, start, end in zip(s.words, s.starts, s.ends, strict=True)] == [
        ("Sales", 11, 16),
        ("rose", 17, 21),
        (".", 21, 22),
    ]
