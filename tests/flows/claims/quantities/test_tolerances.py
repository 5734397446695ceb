"""Numbers with what tells how sure they are."""

from __future__ import annotations

import pytest

from tests.support.figures import bounded, told

TOLERANCES = [
    ("5 ± 2 kg", 3, 7, "kilogram"),
    ("5 plus or minus 2 kg", 3, 7, "kilogram"),
    ("5.50(25) kg", 5.25, 5.75, "kilogram"),
    ("(5 ± 2) × 10^3 kg", 3e3, 7e3, "kilogram"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), TOLERANCES)
def test_a_tolerance_bounds_its_number(text: str, low: float, high: float, unit: str) -> None:
    assert bounded(text) == [(pytest.approx(low), pytest.approx(high), unit)]


def test_a_mark_in_brackets_is_no_tolerance() -> None:
    assert told("a value of 5.5(2) in the table") == [(5.5, None)]
