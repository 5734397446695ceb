"""What a count is told per, and numbers that stand side by side and share a scale or a bound."""

from __future__ import annotations

import pytest

from tests.support.figures import bounded, told

RATES = [
    ("12 deaths per 100,000 people", 12, "death per 100,000 person"),
    ("12 births per 1,000 in the town", 12, "birth per 1,000"),
    ("1.1 per 1,000 bed days", 1.1, "per 1,000 bed day"),
    ("1,000 bed days", 1000, "bed day"),
    ("12 per 1,000 people", 12, "per 1,000 person"),
    ("72 beats per minute", 72, "beat per minute"),
    ("20 patients a day were seen", 20, "patient per day"),
    ("12 deaths per million people", 12, "death per million person"),
    ("12 per thousand", 12, "per thousand"),
    ("2 × 10^5 cells mL-1", 2e5, "cell per millilitre"),
    ("five times a day", 5, "time per day"),
    ("five times the rate", 5, "times"),
]
SCALES = [
    ("the population grew from 2.1m to 2.4m", [(2.1e6, None), (2.4e6, None)]),
    ("visitors stood within 5m of it", [(5, "metre")]),
    ("a stake of 1,200 M", [(1.2e9, None)]),
    ("it grew from 5 to 10 million", [(5e6, None), (1e7, None)]),
    ("it rose from $5 to $10 million", [(5e6, "USD"), (1e7, "USD")]),
    ("5 or 6 million people", [(5e6, "person"), (6e6, "person")]),
    ("two or three hundred people", [(200, "person"), (300, "person")]),
    ("it fell from 900 to 1.2 million", [(900, None), (1.2e6, None)]),
    ("two or three weeks", [(2, "week"), (3, "week")]),
]
TEMPERATURES = [
    ("it hit 40C at noon", [(40, "degree Celsius")]),
    ("104F (40C)", [(104, "degree Fahrenheit"), (40, "degree Celsius")]),
    ("the 35C heat", [(35, "degree Celsius")]),
    ("seat 20C", []),
    ("a form 13F", []),
]
LETTERS = [
    ("R12 million", [(12e6, "ZAR")]),
    ("N5,000", [(5000, "NGN")]),
    ("R22 refrigerant", []),
    ("the N95 mask", []),
]
HALVES = [
    ("a half-baked plan", []),
    ("a quarter-final", []),
    ("a third-party seller", []),
    ("a half-mile walk", [(0.5, "mile")]),
    ("half-a-dozen eggs", [(6, "egg")]),
]


@pytest.mark.parametrize(("text", "value", "unit"), RATES)
def test_reads_what_a_count_is_told_per(text: str, value: float, unit: str) -> None:
    assert told(text) == [(value, unit)]


@pytest.mark.parametrize(("text", "figures"), [*SCALES, *TEMPERATURES, *LETTERS, *HALVES])
def test_reads_the_figures(text: str, figures: list[tuple[float, str | None]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("the number is above 1000 and below 1500", 1000, 1500),
        ("more than 5, less than 10", 5, 10),
        ("from minus 5 to plus 3", -5, 3),
        ("minus 3.5 to minus 4", -4, -3.5),
        ("it rose by about point five", 0.5, 0.5),
        ("see point five of the plan", 5, 5),
    ],
)
def test_tells_the_bounds_of_a_figure(text: str, low: float | None, high: float) -> None:
    assert bounded(text) == [(low, high, None)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("after 24 difficult years", [(24, 24, "year")]),
        ("2 fewer minutes", [(2, 2, "minute")]),
        ("the 22–year-old poet", [(22, 22, "year")]),
        ("18 flights towards the coast", [(18, 18, "flight")]),
        ("60 security personnel", [(60, 60, "security personnel")]),
        ("three bacteria", [(3, 3, "bacterium")]),
        ("the sum 6.8+7.2", [(6.8, 6.8, None), (7.2, 7.2, None)]),
        ("they lost 1 – 2 in May", [(1, 1, None), (2, 2, None)]),
        ("Tunisia 1-2 England", [(1, 1, None), (2, 2, None)]),
        ("aged 5-10", [(5, 10, "year")]),
    ],
)
def test_reads_ordinary_prose(text: str, figures: list[tuple[float, float, str | None]]) -> None:
    assert bounded(text) == figures


def test_the_letter_after_a_year_is_no_unit() -> None:
    assert told("Smith et al., 2010b") == []
