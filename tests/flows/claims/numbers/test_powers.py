"""Powers without a sign, decimals that are read out, and numbers that are said twice."""

from __future__ import annotations

import pytest

from tests.support.figures import Told, told

POWERS = [
    ("10 to the 8th", [(1e8, None)]),
    ("ten to the minus sixth", [(1e-6, None)]),
    ("two to the power of ten", [(1024, None)]),
    ("two to the fifth power", [(32, None)]),
    ("a vacuum of 10-6 mbar", [(1e-6, "millibar")]),
    ("pipes of 10-20 m", [(10, "metre")]),
    ("from 10 to the 8th floor", [(10, None)]),
    ("ten to the power of 1000", [(10, None), (1000, None)]),
]
FRACTIONS = [
    ("one ten-thousandth", [(0.0001, None)]),
    ("1/100th of a second", [(0.01, "second")]),
    ("a two-third majority", [(2 / 3, None)]),
    ("1-1/2 inches", [(1.5, "inch")]),
    ("120/80 mmHg", [(120, None), (80, "millimetre of mercury")]),
]
DECIMALS = [
    ("negative seventeen point oh five", [(-17.05, None)]),
    ("point six two five", [(0.625, None)]),
    ("Point 3 of the plan", [(3, None)]),
]
SAID_TWICE = [
    ("thirty (30) days", [(30, "day")]),
    ("5 (five) working days", [(5, "day")]),
    ("two million (2,000,000) copies", [(2e6, "copy")]),
    ("thirty (40) days", [(30, None)]),
]

SIDE_BY_SIDE = [
    ("between one hundred and two hundred", [(100, None)]),
    ("between a hundred and twenty and two hundred", [(120, None)]),
    ("one thousand and two thousand", [(1000, None), (2000, None)]),
    ("one hundred and two thousand", [(102_000, None)]),
    ("quarter cup of oil", [(0.25, "cup")]),
]


@pytest.mark.parametrize(("text", "figures"), [*POWERS, *FRACTIONS, *DECIMALS, *SAID_TWICE, *SIDE_BY_SIDE])
def test_numbers_are_read_whole(text: str, figures: list[Told]) -> None:
    assert told(text) == figures


def test_a_long_row_of_hundreds_is_read() -> None:
    assert told("one hundred and " * 3000)[0] == (100, None)
