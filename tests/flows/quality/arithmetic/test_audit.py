"""The arithmetic audit: what follows is offered, what contradicts is reported, and what may be so is let be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract import extract
from flows.quality.arithmetic.audit import audit
from flows.quality.findings import find
from flows.reading.media import MARKDOWN, TEXT
from flows.reading.read import read
from schemas.rows import Cell, Finding

DERIVED, CONTRADICTION = "derived_figure", "arithmetic_contradiction"


def findings(source: str, code: str, media_type: str = TEXT) -> list[Finding]:
    rows = extract(source.encode(), media_type=media_type)
    document = read(source.encode(), media_type=media_type)
    found = find(document, rows.claims, rows.quantities, rows.cells)
    return [finding for finding in found if finding.code == code]


def expected(source: str, code: str = CONTRADICTION) -> list[str | None]:
    return [finding.expected for finding in findings(source, code)]


@pytest.mark.parametrize(
    ("source", "figure"),
    [
        (
            "The port hosts over 1,500 shipping firms, with approximately 30% working on fuel cells.",
            "over about 450 shipping firms (over 1,500 \u00d7 approximately 30%; low 450, high open)",
        ),
        ("Of the 1,200 residents, about a quarter own a boat.", "about 300 residents (1,200 \u00d7 about a quarter)"),
        ("The school has 640 pupils, a third of whom walk to class.", "about 213 pupils (640 \u00d7 a third)"),
        ("The town has 2,000 homes. Some 40% of them are empty.", "about 800 homes (2,000 \u00d7 Some 40%)"),
        ("The firm runs 120 shops. Two-thirds of these shops lose money.", "80 shops (120 \u00d7 Two-thirds)"),
        ("Half of the 300 seats were empty.", "150 seats (300 \u00d7 Half)"),
        ("The fund spent 40% of its $2.5 million budget on rent.", "about USD 1 million ($2.5 million \u00d7 40%)"),
        (
            "Up to 400 growers took part; 40% of the growers were new.",
            "up to about 160 growers (Up to 400 \u00d7 40%; low open, high 160)",
        ),
    ],
)
def test_what_a_share_comes_to_is_offered(source: str, figure: str) -> None:
    (finding,) = findings(source, DERIVED)
    assert (finding.expected, finding.actual, finding.severity) == (figure, None, "info")
    assert finding.quote in source


@pytest.mark.parametrize(
    "source",
    [
        "The firm has 400 employees. Some 15% of employees in the north work from home.",
        "The firm has 400 employees in Leeds and 300 employees in York. Some 15% of employees work from home.",
        "The firm has 400 employees. About 60 of them, or 15% of employees, work from home.",
        "The port hosts 1,500 shipping firms. In the country, 30% of firms own a crane.",
        "The firm has 400 employees. Some 15% of young people look for work.",
        "The firm has 400 employees. The number of employees grew by 15%.",
        "Half of the two values were wrong.",
    ],
)
def test_a_share_of_something_else_or_told_already_gives_nothing(source: str) -> None:
    assert expected(source, DERIVED) == []


@pytest.mark.parametrize(
    ("source", "figure", "actual"),
    [
        ("In all, 42 of 100 firms (52%) said yes.", "42% (42 of 100)", "52%"),
        ("Of the 650 growers, 312 (58%) said yes.", "48% (312 of 650)", "58%"),
        ("Of the 80 patients treated, 20 (30%) recovered.", "25% (20 of 80)", "30%"),
        ("About 58% of growers (312 of 650) said yes.", "48% (312 of 650)", "About 58%"),
        ("It sold 120 of its 200 seats, or 70 per cent, on day one.", "60% (120 of 200)", "70 per cent"),
        ("Output rose from 100 to 150 tonnes, a 20% increase.", "an increase of 50% (from 100 to 150 tonnes)", "20%"),
        ("Profit fell by $1.1bn to $7.6bn from $9bn.", "a decrease of USD 1.4 billion (from $9bn to $7.6bn)", "$1.1bn"),
        ("Sales rose 25% to \u20ac150m from \u20ac100m.", "an increase of 50% (from \u20ac100m to \u20ac150m)", "25%"),
        ("The toll rose from $40 to $50, up 20%.", "an increase of 25% (from $40 to $50)", "20%"),
        ("Sales were $150m, up 20% from $100m a year ago.", "an increase of 50% (from $100m to $150m)", "20%"),
        (
            "Turnout rose by 9 percentage points to 47% from 40%.",
            "an increase of 7 percentage points (from 40% to 47%)",
            "9 percentage points",
        ),
        ("Staff doubled from 20 to 35.", "1.75 times as much (from 20 to 35)", "doubled"),
        ("Staff numbers halved from 80 to 60 in a year.", "0.75 times as much (from 80 to 60)", "halved"),
        ("60% of voters back the plan, while another 55% oppose it.", "at most 100% in all", "115% (60% + 55%)"),
        ("She owns 60% of the mill and he owns the remaining 49%.", "100% in all", "109% (60% + 49%)"),
    ],
)
def test_prose_that_contradicts_itself(source: str, figure: str, actual: str) -> None:
    (finding,) = findings(source, CONTRADICTION)
    assert (finding.expected, finding.actual, finding.severity) == (figure, actual, "warning")
    assert finding.quote in source


@pytest.mark.parametrize(
    "source",
    [
        "In all, 42 of 100 firms (42%) said yes.",
        "Of the 650 growers, 312 (48%) said yes.",
        "Two of three growers, or 66%, said yes.",
        "Nearly 1,900 of the 2,600 islanders, or 75%, signed.",
        "In all, 42 of 100 firms (52 with branches) said yes.",
        "Output rose from 100 to 150 tonnes, a 50% increase.",
        "The toll rose from $40 to $50, up 20% on the plan.",
        "Output rose from 100 to 150 tonnes over five years, an average increase of 8%.",
        "Output rose from 100 to 150 tonnes, while prices fell by 20%.",
        "Profit fell by $1.1bn to $7.6bn from $8.7bn.",
        "Profit rose by $1.15bn to $9bn from $7.8bn.",
        "Turnout rose 5% to 42% from 40%.",
        "Turnout rose 2% to 42% from 40%.",
        "Support fell 5% to 38.2% from 40.4%.",
        "Sales rose by about half to $150m from $100m.",
        "Staff almost doubled from 20 to 37.",
        "Staff more than doubled from 20 to 60.",
        "60% of voters back the plan, while another 35% oppose it.",
        "60% of voters back the plan, while 55% of members oppose it.",
        "The state sold 30% last year and means to sell the remaining 20% this year.",
        "Some 60% back it, 25% oppose it and the remaining 15% are undecided.",
        "Of the 40% who left, 25% went abroad and the remaining 75% stayed near.",
    ],
)
def test_prose_that_may_be_so(source: str) -> None:
    assert expected(source) == []


def table(*rows: str) -> str:
    """A Markdown table, the first row its header."""
    header, *body = (f"| {row} |" for row in rows)
    return "\n".join((header, "|" + "---|" * rows[0].count("|") + "---|", *body))


TABLES = {
    "a total of a column": (
        table("Line | Riders", "East | 1,310", "West | 460", "Total | 1,870"),
        [("1,770 (the sum of 2 figures)", "1,870")],
    ),
    "a total beside columns": (
        table(
            "Rank | Club | Gold | Silver | Total", "1 | A | 10 | 4 | 14", "2 | B | 7 | 7 | 14", "3 | C | 20 | 10 | 40"
        ),
        [("30 (the sum of 2 figures)", "40")],
    ),
    "shares of one whole": (
        table("Party | Vote share", "Reds | 45%", "Blues | 38%", "Greens | 21%"),
        [("100% in all; the 3 shares make 104%", "21%")],
    ),
    "shares with a rest": (
        table("Party | Share (%)", "Reds | 45.1", "Blues | 30.2", "Others | 21.3"),
        [("100% in all; the 3 shares make 96.6%", "21.3")],
    ),
    "a change beside its levels": (
        table(
            "Item | 2022 | 2023 | Change",
            "Gate | 18.6 | 21.7 | 27%",
            "Shop | 29.0 | 34.9 | 20%",
            "Pay | 86.5 | 119.0 | 38%",
        ),
        [("+16.7% (from 18.6 to 21.7)", "27%")],
    ),
}
SOUND = {
    "rounded addends": table("Line | Cost ($ million)", "A | 1.3", "B | 2.4", "C | 3.4", "Total | 7.2"),
    "an overall rate": table("Line | Load", "East | 71%", "West | 52%", "Total | 64%"),
    "a gap": table("Line | Riders", "East | 1,310", "West | n/a", "North | 20", "Total | 1,870"),
    "rows within rows": table("Who | Number", "Staff | 90", "of which nurses | 40", "Pupils | 5", "Total | 95"),
    "a total of more than is shown": table("City | Sales", "A | 310", "B | 220", "Total | 4,000"),
    "shares of many wholes": table("Trade | Share using it", "Law | 58%", "Art | 28%", "Oil | 18%"),
    "rounded shares": table("Party | Share", "Reds | 33.4%", "Blues | 33.4%", "Greens | 33.3%"),
    "the largest shares": table("Party | Share", "Reds | 41%", "Blues | 33%", "Greens | 20%"),
    "a change of something else": table("Item | Stock | Price | Change", "A | 10 | 20 | 3%", "B | 30 | 15 | 4%"),
    "a total of something else": table("Year | Home | Away | Total", "2021 | 3 | 4 | 30", "2022 | 5 | 6 | 41"),
}


@pytest.mark.parametrize(("source", "told"), TABLES.values(), ids=TABLES)
def test_tables_that_contradict_themselves(source: str, told: list[tuple[str, str]]) -> None:
    found = findings(source, CONTRADICTION, MARKDOWN)
    assert [(finding.expected, finding.actual) for finding in found] == told


@pytest.mark.parametrize("source", SOUND.values(), ids=SOUND)
def test_tables_that_may_be_so(source: str) -> None:
    assert findings(source, CONTRADICTION, MARKDOWN) == []


def test_a_finding_about_a_cell_stands_at_the_cell() -> None:
    source, _ = TABLES["a total of a column"]
    rows = extract(source.encode(), media_type=MARKDOWN)
    (remark,) = audit(read(source.encode(), media_type=MARKDOWN), (), (), rows.cells)
    assert isinstance(remark.span, Cell)
    assert (remark.span.row_path, remark.span.column_path, remark.span.line_start) == (("Total",), ("Riders",), 5)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 2))
def test_a_share_worked_out_rightly_is_never_contradicted(part: int, rest: int, places: int) -> None:
    whole = part + rest
    share = f"{100 * part / whole:.{places}f}"
    assert expected(f"In all, {part:,} of {whole:,} growers ({share}%) said yes.") == []


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(10, 90))
def test_a_share_far_off_is_always_contradicted(part: int, rest: int, off: int) -> None:
    whole = part + rest
    share = (round(100 * part / whole) + off) % 100
    assert len(expected(f"In all, {part:,} of {whole:,} growers ({share}%) said yes.")) == 1


@given(st.integers(100, 10**6), st.integers(100, 10**6), st.integers(0, 2))
def test_a_change_worked_out_rightly_is_never_contradicted(origin: int, result: int, places: int) -> None:
    verb, word = ("rose", "increase") if result >= origin else ("fell", "decrease")
    change = f"{abs(100 * result / origin - 100):.{places}f}"
    assert expected(f"Output {verb} from {origin:,} to {result:,} tonnes, a {change}% {word}.") == []


@given(st.lists(st.floats(0, 10**6), min_size=2, max_size=12), st.integers(0, 3))
def test_a_rounded_total_is_never_contradicted(addends: list[float], places: int) -> None:
    rows = "".join(f"| Line {'abcdefghijkl'[k]} | {value:,.{places}f} |\n" for k, value in enumerate(addends))
    source = f"| Line | Riders |\n|---|---|\n{rows}| Total | {sum(addends):,.{places}f} |\n"
    assert findings(source, CONTRADICTION, MARKDOWN) == []


@pytest.mark.parametrize(
    "source",
    [
        "5 firms and 30% of firms " * 400,
        "rose from 100 to 150 tonnes, a 20% increase, " * 400,
        "42 of 100 firms (42%) " * 400,
        "another 5% of voters and " * 400,
        "| a " * 400 + "|\n" + "|---" * 400 + "|\n" + "| 1 " * 400 + "|\n" + "| 2 " * 400 + "|",
    ],
    ids=["shares", "changes", "parts", "another", "a wide table"],
)
def test_hostile_text_takes_no_more_than_its_length(source: str) -> None:
    rows = extract(source.encode(), media_type=MARKDOWN)
    list(audit(read(source.encode(), media_type=MARKDOWN), rows.claims, rows.quantities, rows.cells))
