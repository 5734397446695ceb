"""Ratios of two numbers are one figure; scores, verses and pages are none."""

from __future__ import annotations

import pytest

from flows.claims.ledger import read_ledger

RATIOS = [
    ("the ratio is 3:1", "3:1", 3),
    ("diluted 1:500 in water", "1:500", 0.002),
    ("a slope of 1:10", "1:10", 0.1),
    ("ethanol and water (75:25)", "75:25", 3),
    ("odds of 7 to 2", "7 to 2", 3.5),
    ("a three-to-one margin", "three-to-one", 3),
]
NO_RATIOS = [
    "Rovers won 3:1",
    "Exodus 3:1",
    "Nature 12:345-350",
    "it left at 1:10",
    "the ratio rose from 3 to 5",
    "a debt ratio of 5 to 6 percent",
    "in the ratio 2:1:1",
]


@pytest.mark.parametrize(("text", "quote", "value"), RATIOS)
def test_a_ratio_is_one_figure(text: str, quote: str, value: float) -> None:
    (reading,) = read_ledger(text)
    assert (text[reading.start : reading.end], reading.value.unit_kind) == (quote, "ratio")
    assert reading.value.value == pytest.approx(value)


@pytest.mark.parametrize("text", NO_RATIOS)
def test_scores_verses_and_ranges_are_no_ratios(text: str) -> None:
    assert all(reading.value.unit_kind != "ratio" for reading in read_ledger(text))
