"""Claims of sentences: each figure with the subject, population, period, place and source that it goes with."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.rows import ClaimPart
from tests.support.sentences import claim_of, read_text

# text, a figure in it, some columns of its claim
CLAIMS: list[tuple[str, str, dict[str, object]]] = [
    (
        "The firm employs about 300 people.",
        "300",
        {"subject": "firm", "predicate": "employs people", "comparator": "approx", "unit": "person"},
    ),
    (
        "About 42% of local enterprises use it.",
        "42%",
        {"subject": "local enterprises", "population": "local enterprises"},
    ),
    (
        "About 42% of shops use it, while another 21% plan to do so.",
        "21%",
        {"subject": "shops", "population": "shops", "modality": "planned"},
    ),
    (
        "A survey of 212 growers found that three in five plan to sell, while a further 22% are undecided.",
        "three in five",
        {"subject": "growers", "population": "growers", "modality": "planned"},
    ),
    (
        "A survey of 212 growers found that three in five plan to sell, while a further 22% are undecided.",
        "22%",
        {"subject": "growers", "population": "growers", "modality": "asserted"},
    ),
    ("The mill cut 300 jobs and closed 2 mines.", "300", {"predicate": "cut jobs"}),
    ("The mill cut 300 jobs and closed 2 mines.", "2", {"predicate": "closed mines"}),
    ("It has 46 patients and six nurses, 20% fewer than in May.", "six", {"predicate": "has nurses"}),
    ("A seat costs £8 in Hull, up from £5 in 2019.", "£8", {"predicate": "costs in Hull"}),
    ("The fleet has shrunk from 90 boats to 60.", "60", {"predicate": "has shrunk to"}),
    ("Lisbon, home to 550,000 people, has two rivers.", "550,000", {"predicate": "home to people"}),
    ("Prices rose by 4% last year, the bank said.", "4%", {"predicate": "rose by"}),
    ("The clerk told reporters that fraud costs shops £3 million.", "£3 million", {"predicate": "costs shops"}),
    ("It cut its yearly grant by £3 million.", "£3 million", {"predicate": "cut its yearly grant by"}),
    ("A poll of 212 growers by Acme found that 4% plan to sell.", "212", {"predicate": "poll of growers"}),
    ("It owns 40 ships, 30% of which are tankers.", "30%", {"subject": "ships", "predicate": "are tankers"}),
    ("Fares cover 40% of the bill, property taxes 25%.", "25%", {"subject": "property taxes"}),
    ("Among drivers under 30, 45% own a van.", "45%", {"population": "drivers under 30"}),
    ("Some 40 old and new ships came.", "40", {"subject": "old and new ships"}),
    ("The board expects 30 ships to sail.", "30", {"subject": "ships"}),
    ("Around 900 nurses have left, up 9% on a year earlier.", "9%", {"subject": "nurses"}),
    ("It licensed 12 banks; 10 have opened.", "10", {"subject": "banks"}),
    ("Acme made 40 vans, against 30 in May.", "30", {"subject": "Acme"}),
    ("The clubs, of which there are 50, charge a fee.", "50", {"subject": "clubs"}),
    ("Peru, where the sector accounts for 38% of exports, had 3 ports.", "38%", {"subject": "sector"}),
    ("Peru, where the sector accounts for 38% of exports, had 9 ports.", "9", {"subject": "Peru"}),
    ("In Cork, 640 flats are empty.", "640", {"place": "Cork"}),
    ("In Cork, Tarn Rail runs 30 trams.", "30", {"place": "Cork"}),
    ("In May, 640 flats were empty.", "640", {"place": None}),
    ("He moved to Peru, where mining employs 4,000 people.", "4,000", {"place": "Peru"}),
    ("The board was old. It has 30 trams.", "30", {"subject": "board"}),
    ("Most trams are old. They carry 900 riders.", "900", {"subject": "Most trams"}),
    ("Minister Ann Lee came. It has 30 trams.", "30", {"subject": "It"}),
    ("Most trams are old. It has 30 of them.", "30", {"subject": "It"}),
    ("The board met. It takes 30 trams to carry them.", "30", {"subject": "It"}),
    ("The city sold 40 old books.", "40", {"predicate": "sold old books"}),
    ("The fund, worth £8 million, pays 40 firms.", "40", {"subject": "fund"}),
    ("Women made up 71% of the crew.", "71%", {"value_kind": "level", "direction": None}),
    ("It rose from 4% to a record 6% in May.", "6%", {"predicate": "rose to a record"}),
    ("Exports: Delta sold 3 million bags.", "3 million", {"subject": "Delta"}),
    ("The rule is plain: a line with 900 riders may close.", "900", {"subject": "line"}),
    ("Acme, Bolt and Corven run 40 mills.", "40", {"subject": "Acme, Bolt and Corven"}),
    ("Makers such as Acme and Bolt offer 5 models.", "5", {"subject": "Makers such as Acme and Bolt"}),
    ("The order speaks of 18 knots, the data sheet promises 30 knots.", "30 knots", {"subject": "data sheet"}),
    ("Smith, the head of Acme and chair of Bolt, owns 5 mills.", "5", {"subject": "Smith"}),
    ("She warns that one in three borrowers has been late.", "one in three", {"subject": "borrowers"}),
    ("They told the Tarn Times that sales of boots rose by 6%.", "6%", {"subject": "sales of boots"}),
    ("An average of 300 visitors came each day.", "300", {"subject": "visitors"}),
    (
        "The centre saw 650 fires, 59% of them started by lightning.",
        "59%",
        {"subject": "fires", "population": "fires", "predicate": "started by lightning"},
    ),
    ("Of 575 hospitals, 412 lost money.", "412", {"subject": "hospitals", "predicate": "lost money"}),
    ("Of the 1,200 firms asked, 45% said no.", "1,200", {"subject": "firms"}),
    ("Some 900 doctors came, of whom 300 stay.", "300", {"subject": "doctors"}),
    ("It has 200 clients, half of which are banks.", "half", {"population": "clients"}),
    (
        "Roughly 900 nurses, a third of all, will have left by 2030.",
        "900",
        {"modality": "forecast", "predicate": "will have left"},
    ),
    ("It missed its target of 450 and reached 500.", "500", {"modality": "asserted"}),
    ("It plans to buy 20 ships and sell 30.", "30", {"modality": "planned"}),
    ("Loans would rise to $6 million, the minister said.", "$6 million", {"modality": "forecast"}),
    ("If rates rise, loans would fall to $6 million, he said.", "$6 million", {"modality": "hedged"}),
    ("The mill is said to be worth $6 million.", "$6 million", {"modality": "hedged"}),
    ("It cut fees below $9 and intends to add 40 desks by 2025.", "$9", {"period_text": None}),
    ("It cut fees below $9 and added 40 desks in 2025.", "$9", {"period_text": "2025"}),
    ("Mills owe $5 million, a sum that has grown since 2017.", "$5 million", {"period_text": None}),
    ("A jar costs $8, 31% more than in 2021.", "$8", {"period_text": None}),
    ("About 5,000 people hold cover, up 9% on 2021.", "5,000", {"period_text": None}),
    ('"Only 4% carry risks," he said in March.', "4%", {"period_text": None}),
    ("Sales rose by 6% over five years.", "6%", {"period_text": "over five years"}),
    ("Closing it would save $6 million annually.", "$6 million", {"period_text": "annually"}),
    ("It pays 30 staff $5 million in annual fees.", "30", {"period_text": None}),
    ("Platforms: Acme, founded in Tarn in 2016 by Jo Lee, has 20 million users.", "20 million", {"subject": "Acme"}),
    ("A decree issued last August limits sales to 3 boxes.", "3", {"subject": "decree"}),
    ("It paid $9 million between 2016 and 2022, which brought 500 jobs.", "$9 million", {"subject": "It"}),
    ("The board (TMB) predicts that admissions will pass 3 million.", "3 million", {"subject": "admissions"}),
    ("Sales there grew by 14%.", "14%", {"subject": "Sales"}),
    ("The town has jobs, but one post in six is vacant.", "one post in six", {"subject": "post"}),
    ("Viewers account for 46% of the hours watched, up from a third.", "46%", {"subject": "Viewers"}),
    ("It has a share that has doubled since 2017.", "doubled", {"predicate": "has doubled"}),
    ("It has 20 million monthly users and works with 300 doctors.", "300", {"period_text": None}),
    ("Half left, and 39% said they would stay.", "39%", {"attribution_no": None}),
    ("Officials reckon that fibre will reach 90% of homes.", "90%", {"subject": "fibre", "modality": "forecast"}),
    ("Officials reckon that fibre reaches 90% of homes.", "90%", {"subject": "fibre", "modality": "estimated"}),
    ("They carried 2.4 million cars in 2023, up from 2.1 million.", "2.1 million", {"unit": "car"}),
    ("They work in four towns; only one in eight has a degree.", "one in eight", {"population": None}),
    ("She added that around 1,100 drawings were sent in.", "1,100", {"subject": "drawings"}),
    ("There are really two bridges on the river.", "two", {"subject": "bridges"}),
    ("The state has approved 22 projects worth $7 million.", "$7 million", {"modality": "asserted"}),
    ("The bank projects sales of $7 million.", "$7 million", {"modality": "forecast"}),
    ("Analysts at Merrow Research counted 300 ships.", "300", {"place": None}),
    ("The fair at Merrow drew 300 people.", "300", {"subject": "fair at Merrow"}),
    ("In Norway, 300 people left.", "300", {"place": "Norway"}),
    ("Output grew by 68% in 2023.", "68%", {"subject": "Output", "period_edtf": "2023", "period_basis": "stated"}),
    ("In 2023 output grew by 68%.", "68%", {"subject": "output", "period_edtf": "2023"}),
    ("Sales fell from 9 to 8 tonnes.", "8 tonnes", {"subject": "Sales", "value": 8.0}),
    ("Sales rose by 5% in 2022 and by 7% in 2023.", "7%", {"period_edtf": "2023"}),
    ("It will cut 300 jobs by 2030.", "300", {"modality": "planned", "period_edtf": "../2030"}),
    ("It did not raise fares by 5%.", "5%", {"negated": True}),
    ("The pass costs 50 euros every month.", "50 euros", {"unit": "EUR per month"}),
    ("The pass costs 50 euros a year.", "50 euros", {"unit": "EUR per year", "period_text": None}),
    ("Its yearly turnover is 50 euros.", "50 euros", {"period_text": "yearly"}),
    ("Turnover reached £90m, up 12% on the year before.", "£90m", {"period_text": None}),
    ("Turnover was £90m the year before.", "£90m", {"period_text": "the year before"}),
]


@pytest.mark.parametrize(("text", "surface", "columns"), CLAIMS)
def test_makes_a_claim_of_a_figure(text: str, surface: str, columns: dict[str, object]) -> None:
    claim = claim_of(text, surface)
    assert claim.kind == "quantity"
    assert {name: getattr(claim, name) for name in columns} == columns


def test_one_sentence_holds_many_claims() -> None:
    rows = read_text("Sales rose 5% to 900 tonnes, profits fell 2% and the firm hired 30 people.")
    assert [claim.value for claim in rows.claims] == [5, 900, 2, 30]
    assert len({claim.claim_id for claim in rows.claims}) == 4


def test_each_part_of_a_claim_shows_its_evidence() -> None:
    rows = read_text("About 42% of shops in Bergen use it, while another 21% plan to do so.")
    second = [part for part in rows.claim_parts if part.claim_no == 1]
    assert evidence(second, "value") == [("21%", "stated")]
    assert evidence(second, "population")[0][1] == "carried_over"
    assert evidence([part for part in rows.claim_parts if part.claim_no == 0], "population")[0][1] == "stated"


def evidence(parts: list[ClaimPart], name: str) -> list[tuple[str, str]]:
    return [(part.quote, part.origin) for part in parts if part.part == name]


def test_a_claim_names_who_says_it() -> None:
    rows = read_text("According to a 2023 survey by the Harbour Board, 42% of ferries are late.")
    (claim,) = [claim for claim in rows.claims if claim.value == 42]
    assert claim.attribution_no is not None
    source = rows.attributions[claim.attribution_no]
    assert (source.source_entity, source.instrument, source.year) == ("Harbour Board", "survey", 2023)
    assert (claim.period_edtf, claim.period_basis) == ("2023", "source")


def test_a_dated_event_and_an_attributed_sentence_are_claims_too() -> None:
    (dated,) = read_text("The harbour opened in May 1974.").claims
    assert (dated.kind, dated.value, dated.period_edtf) == ("statement", None, "1974-05")
    (said,) = read_text("The mayor said that the harbour was safe.").claims
    assert (said.kind, said.attribution_no, said.predicate) == ("statement", 0, "the harbour was safe")


def test_a_sentence_without_figures_and_sources_makes_no_claim() -> None:
    assert read_text("The harbour lies in the north.").claims == ()


def test_a_relative_time_counts_from_the_reference_date() -> None:
    claim = claim_of("Sales rose by 5% last year.", "5%", date(2024, 5, 17))
    assert (claim.period_edtf, claim.period_start) == ("2023", date(2023, 1, 1))


def test_a_long_run_of_figures_is_still_read_one_by_one() -> None:
    rows = read_text(", ".join(f"{number} firms" for number in range(10, 310)))
    assert [claim.value for claim in rows.claims] == list(map(float, range(10, 310)))
