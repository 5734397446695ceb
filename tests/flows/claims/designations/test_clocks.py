"""Times of day are references, however they are said, and ranges and measures near them are none."""

from __future__ import annotations

import pytest

from flows.claims.ledger import read_ledger
from tests.support.figures import Told, told

CLOCKS = [
    ("at half past noon", "half past noon"),
    ("quarter to six in the morning", "quarter to six"),
    ("a quarter to six", "quarter to six"),
    ("at ten to three", "ten to three"),
    ("twenty-five past ten pm", "twenty-five past ten pm"),
    ("0730 hours", "0730 hours"),
    ("at 1945 hours", "1945 hours"),
    ("open 5-6pm", "5-6pm"),
    ("won in 3:59.4.", "3:59.4"),
    ("between 5 and 6 pm", "5 and 6 pm"),
]
FIGURES = [
    ("it fell from ten to three", [(10, None), (3, None)]),
    ("a quarter to 5 percent", [(0.25, "percent")]),
    ("five to nine people", [(5, "person")]),
    ("1945 hours of work", [(1945, "hour")]),
    ("it grew past 5", [(5, None)]),
]


@pytest.mark.parametrize(("text", "clock"), CLOCKS)
def test_a_time_of_day_is_no_figure(text: str, clock: str) -> None:
    (reading,) = read_ledger(text)
    assert (reading.role, text[reading.start : reading.end]) == ("reference", clock)


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_figures_are_no_times_of_day(text: str, figures: list[Told]) -> None:
    assert told(text) == figures
