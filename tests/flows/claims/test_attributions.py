from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.attributions.reading import Reported, read_attributions
from flows.claims.sentences import split
from flows.reading.folding import fold


def read(text: str) -> list[Reported]:
    folded = fold(text)
    return read_attributions(folded, split(folded))


def told(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " | ".join(text[start:end] for start, end in spans)


def triple(text: str, found: Reported) -> tuple[str, str, str]:
    return told(text, found.source), told(text, found.cue), told(text, found.content)


# text, source, cue, content
FORMS = [
    ("Lee Wong said that sales had doubled.", "Lee Wong", "said", "sales had doubled"),
    ("The bank says it will cut rates.", "bank", "says", "it will cut rates"),
    (
        "Sales fell 12% in May, the company said in a statement on Friday.",
        "company",
        "said",
        "Sales fell 12% in May",
    ),
    (
        "Profits rose by a quarter, said finance chief Ana Ruiz.",
        "finance chief Ana Ruiz",
        "said",
        "Profits rose by a quarter",
    ),
    ("The plan, she added, has no money.", "she", "added", "The plan | has no money"),
    ("Around 60 percent of users, Gallup says, have left.", "Gallup", "says", "Around 60 percent of users | have left"),
    ('"Nobody knows," he said.', "he", "said", '"Nobody knows,"'),
    ('The report said: "Output will fall."', "report", "said", '"Output will fall."'),
    (
        '"The pipes are old," Ms. Okafor told the committee, "and they leak."',
        "Ms. Okafor",
        "told",
        '"The pipes are old," | "and they leak."',
    ),
    (
        '"We lost a third," said Tomas Novak, who runs a farm. "It will take years."',
        "Tomas Novak",
        "said",
        '"We lost a third," | "It will take years."',
    ),
    ('"We are six points clear," the captain snapped.', "captain", "snapped", '"We are six points clear,"'),
    ("Officials told reporters that the dam was safe.", "Officials", "told", "the dam was safe"),
    ("John Smith asked whether the money had been spent.", "John Smith", "asked", "whether the money had been spent"),
    (
        "The Ministry of Land, Water and Transport (MLWT) said that trade fell.",
        "Ministry of Land, Water and Transport",
        "said",
        "trade fell",
    ),
    (
        "Banks such as Delta and Tarn warn that 5% fail.",
        "Banks such as Delta and Tarn",
        "warn",
        "5% fail",
    ),
    ("Wages fell by 3%, a Delta Bank working paper shows.", "Delta Bank", "shows", "Wages fell by 3%"),
    (
        "Tarn Insights forecasts 17,000 calls in 2025, up 6% on 2024.",
        "Tarn Insights",
        "forecasts",
        "17,000 calls in 2025, up 6% on 2024",
    ),
    ("Acme claims 14 million users.", "Acme", "claims", "14 million users"),
    ("It expects a loss of 5 million.", "It", "expects", "a loss of 5 million"),
    ("Acme expects sales of between 2 and 3 million.", "Acme", "expects", "sales of between 2 and 3 million"),
    ("According to the union, wages fell by 3%.", "union", "According to", "wages fell by 3%"),
    (
        "According to Maria Costa, an economist at Tarn University, wages rose.",
        "Maria Costa, an economist at Tarn University",
        "According to",
        "wages rose",
    ),
    ("According to the fund, which closed, 83% of it was lost.", "fund", "According to", "83% of it was lost"),
    ("Wages fell by 3%, according to the union.", "union", "according to", "Wages fell by 3%"),
    ("It is estimated that 300,000 homes have no heating.", "", "is estimated", "300,000 homes have no heating"),
    ("It was asserted by the Crown that both knew.", "Crown", "was asserted", "both knew"),
    (
        "The shortage is acute, with estimates suggesting the city lacks 5,000 nurses.",
        "estimates",
        "suggesting",
        "the city lacks 5,000 nurses",
    ),
    ("The drug, which researchers say could halve infections, is new.", "researchers", "say", "could halve infections"),
    ("Delta Boats, which runs 40 ferries, says that each loses money.", "Delta Boats", "says", "each loses money"),
    ("I am sure that it will rain.", "I", "am sure", "it will rain"),
    ("As the regulator put it, the bank had failed.", "regulator", "put", "the bank had failed"),
    ("Evasion costs 3.4 trillion pesos a year, by the Fiscal Council's reckoning.",
     "Fiscal Council", "by the Fiscal Council's reckoning", "Evasion costs 3.4 trillion pesos a year"),
    ("The trust puts the toll at 10,000 or more.", "trust", "puts", "the toll at 10,000 or more"),
    ("The Treasury forecasts growth of 1.8% next year.", "Treasury", "forecasts", "growth of 1.8% next year"),
    ("The council has identified several risks, including floods.", "council", "has identified", "several risks"),
    ("The secretary pledged to hire 400 nurses.", "secretary", "pledged", "to hire 400 nurses"),
    ("The bank expects output to grow by 4% by 2030, and to slow after it.",
     "bank", "expects", "output to grow by 4% by 2030, and to slow after it"),
    ("The ministry believes the gap to be temporary.", "ministry", "believes", "the gap to be temporary"),
    ("Officials expect some 330 ships this year.", "Officials", "expect", "some 330 ships this year"),
    ("The council (TC) predicts a harvest of 1.5m tonnes.", "council", "predicts", "a harvest of 1.5m tonnes"),
    ("Sales of salt doubled, the Harbour Agency (HA) reports in its latest paper.",
     "Harbour Agency", "reports", "Sales of salt doubled"),
    ("Half of the farms lost money, a recent audit by Tarn Labs indicates.",
     "Tarn Labs", "indicates", "Half of the farms lost money"),
    ("Trade fell by a third, figures compiled by the port on Friday show.",
     "port", "show", "Trade fell by a third"),
    ("A poll of 900 tenants carried out in May by Delta University suggests that rents rose.",
     "Delta University", "suggests", "rents rose"),
    ("The figures, compiled by the Tarn Radar project, show that the fleet grew.",
     "Tarn Radar project", "show", "the fleet grew"),
    ("According to data analysed by the Health Fund, waits fell.", "Health Fund", "According to", "waits fell"),
    ("Rui Costa, a geographer who has counted sheep since 2012, says that wool is cheap.",
     "Rui Costa, a geographer who has counted sheep since 2012", "says", "wool is cheap"),
    ('The mayor called the plan "a gift to landlords".', "mayor", "called", 'the plan "a gift to landlords"'),
    ('The mayor warned of "a long, wet winter".', "mayor", "warned", '"a long, wet winter"'),
    ('After the match, the coach said, "We were lucky today."', "coach", "said", '"We were lucky today."'),
    ("Fees rose by half, the port disclosed, and trade moved on.", "port", "disclosed", "Fees rose by half"),
    ("Ana Silva, the port's chief, told investors the line would earn 5 million.",
     "Ana Silva, the port's chief", "told", "the line would earn 5 million"),
    ("Spending rose by a fifth, per the Bank of Tarn.", "Bank of Tarn", "per", "Spending rose by a fifth"),
    ("In the words of Ana Silva, the plan is 2 years old.", "Ana Silva", "In the words of", "the plan is 2 years old"),
    ("The union doubts whether that can be done.", "union", "doubts", "whether that can be done"),
    ('"The breaks are louder," laughs Aino Berg.', "Aino Berg", "laughs", '"The breaks are louder,"'),
    ("The bill, said a spokesman for the port, is due in May.",
     "spokesman for the port", "said", "The bill | is due in May"),
    ("The bank put them at $800m per month.", "bank", "put", "them at $800m per month"),
    ("The study has shown that shade trees lower leaf heat.", "study", "has shown", "shade trees lower leaf heat"),
]  # fmt: skip

NONE = [
    "The minister plans to visit Oslo and hopes to sign a treaty.",
    "The report was long.",
    "The film tells the story of a boy who finds a map.",
    "Systems that assess expertise can be manipulated.",
    "He found his keys and left.",
    "The work went according to plan.",
    "She learned Latin and some Greek.",
    "Their claims were rejected.",
    "Software that writes, draws and sings has many fans.",
    "He called it a state of the art machine.",
    'He called it "risky".',
    "You cannot expect people to fill in a form.",
    "About 10 per cent of it was lost.",
    'It was "a lucky day for all". The port did not reply.',
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), FORMS)
def test_reads_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    assert [triple(text, found) for found in read(text)] == [(source, cue, content)]


@pytest.mark.parametrize("text", NONE)
def test_finds_none_where_nobody_is_quoted(text: str) -> None:
    assert read(text) == []


def test_each_source_keeps_its_own_words() -> None:
    text = "The charity says it has fed 10,000 families, and the city says it will help."
    assert [triple(text, found) for found in read(text)] == [
        ("charity", "says", "it has fed 10,000 families"),
        ("city", "says", "it will help"),
    ]


def test_a_second_verb_shares_the_speaker() -> None:
    text = "Police said they had arrested four men, adding that a fifth was still at large."
    assert [triple(text, found) for found in read(text)] == [
        ("Police", "said", "they had arrested four men"),
        ("Police", "adding", "a fifth was still at large"),
    ]


@pytest.mark.parametrize(
    ("text", "entity", "kind", "instrument", "year"),
    [
        ("According to a 2023 survey by the Port Council, trade fell.", "Port Council", "organisation", "survey", 2023),
        ("According to Ferryman's 2021 startup survey, trade fell.", "Ferryman", "organisation", "survey", 2021),
        ("The ministry's 2022 audit concluded that the bridge was unsafe.", "ministry", "government", "audit", 2022),
        ("A study from Tarn University found that bees sleep.", "Tarn University", "organisation", "study", None),
        ("A new study found that bees sleep.", "new study", "document", "study", None),
        ("Estimates suggest that the hall holds 900.", "Estimates", "unnamed", "estimate", None),
        ("Dr. Maria Costa, an economist, said that wages rose.", "Maria Costa", "person", None, None),
        ("Finance chief Ana Ruiz said that wages rose.", "Ana Ruiz", "person", None, None),
        ("Researchers say the lake is dry.", "Researchers", "group", None, None),
        ("She said the lake was dry.", None, "pronoun", None, None),
        ("Tarn Insights says that wages rose.", "Tarn Insights", "organisation", None, None),
        ("TFR Tarn says that wages rose.", "TFR Tarn", "organisation", None, None),
        ("Two Rivers, a consultancy, says that wages rose.", "Two Rivers", "organisation", None, None),
        ("The operator, Delta Boats Ltd, says that wages rose.", "Delta Boats Ltd", "organisation", None, None),
        ("The chief executive, Rui Costa, says that wages rose.", "Rui Costa", "person", None, None),
        ("Manon van Beek says that wages rose.", "Manon van Beek", "person", None, None),
        ("His co-author Tal Roe of Delta says that wages rose.", "Tal Roe", "person", None, None),
        ("Ana Roe is a judge, and Roe says that wages rose.", "Roe", "person", None, None),
        ("Its acting chief executive, Ana Roe, says that wages rose.", "Ana Roe", "person", None, None),
        ("In a 2022 review, the port said that trade rose.", "port", "unnamed", "review", 2022),
        ("The port said in its 2021 report that trade rose.", "port", "unnamed", "report", 2021),
        ("Statistics Tarn data suggest 2,300 of them left.", "Statistics Tarn", "organisation", "data", None),
        ("A trial led by Ana Roe, now a judge, concluded that tablets fail.", "Ana Roe", "person", "trial", None),
    ],
)  # fmt: skip
def test_names_the_source(text: str, entity: str | None, kind: str, instrument: str | None, year: int | None) -> None:
    (found,) = read(text)
    assert (found.source_entity, found.source_kind, found.instrument, found.year) == (entity, kind, instrument, year)


WORDS = ["said", "that", "the", "bank", ",", '"', ".", "according", "to", "Ann", "I", "think", "found", ";", "(", ")"]
WORDS += [
    "told",
    "him",
    "5",
    "%",
    "as",
    "put",
    "it",
    "view",
    "'s",
    "in",
    "and",
    "which",
    "citing",
    "whether",
    "by",
    "is",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_spans_lie_in_the_text_and_are_not_empty(words: list[str]) -> None:
    text = " ".join(words)
    for found in read(text):
        spans = (*found.source, *found.cue, *found.content)
        assert found.cue
        assert found.content
        assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in spans)


def test_offsets_survive_letters_that_grow_in_lower_case() -> None:
    text = "İİİİ. Lee Wong said that sales had doubled."
    assert [triple(text, found) for found in read(text)] == [("Lee Wong", "said", "sales had doubled")]


@pytest.mark.parametrize("part", ["said that ", "I think, ", '"said" ', "a and a said ", "as X said, ", "(said "])
def test_is_linear_on_hostile_text(part: str) -> None:
    started = time.process_time()
    read((part * (1_800 // len(part)) + "x. The ") * 10)
    read(part * 20_000)
    assert time.process_time() - started < 10
