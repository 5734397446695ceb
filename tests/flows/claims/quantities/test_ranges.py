"""Ranges whose ends share a scale word."""

from __future__ import annotations

import pytest

from flows.claims.ledger import read_ledger

# text, lower and upper bound
RANGES = [
    ("45 to 50 million people", 45e6, 50e6),
    ("from 20 to 255 million people", 20e6, 255e6),
    ("US$89 to $93 billion", 89e9, 93e9),
    ("1.2-1.5bn", 1.2e9, 1.5e9),
    ("between 2 and 3 hundred thousand", 2e5, 3e5),
    ("two to three hundred people", 200, 300),
    ("ninety to two hundred million", 90e6, 200e6),
    ("two hundred to three hundred thousand", 2e5, 3e5),
    ("3 to 5 lakh", 3e5, 5e5),
    ("a quarter to half a million", 250e3, 500e3),
    ("$1-2m", 1e6, 2e6),
    ("£5 to 10b", 5e9, 1e10),
    ("1.5–2.0 × 10-3 m", 0.0015, 0.002),
    ("1.5 × 10-3 to 2 × 10-3 m", 0.0015, 0.002),
    ("(1-5) × 10^4 cells", 1e4, 5e4),
    ("from 5 up to 10 kg", 5, 10),
    ("a day or two later", 1, 2),
    ("between 5 cars and 9 cars", 5, 9),
    # the lower end is no short form of as much
    ("5,000 to 2 million", 5e3, 2e6),
    ("50 to three hundred", 50, 300),
    ("3 thousand to 2 million", 3e3, 2e6),
]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_the_upper_end_lends_its_scale_to_a_bare_lower_one(text: str, low: float, high: float) -> None:
    (reading,) = read_ledger(text)
    assert (reading.value.value_low, reading.value.value_high) == (low, high)
