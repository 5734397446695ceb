"""Smaller measures that are said together with a larger one, with and without a unit of their own."""

from __future__ import annotations

import pytest

from tests.support.figures import Told, told

PARTS = [
    ("3 gallons 2 quarts of oil", [(3.5, "gallon")]),
    ("one kilogram and 200 grams", [(1.2, "kilogram")]),
    ("2 hours ten", [(2 + 1 / 6, "hour")]),
    ("1 hour and thirty", [(1.5, "hour")]),
    ("two and a quarter of hours", [(2.25, "hour")]),
    ("a buck fifty", [(1.5, "USD")]),
    ("three pounds fifty", [(3.5, "GBP")]),
    ("ten pounds and fifty pence", [(10.5, "GBP")]),
    ("twenty dollars and 43", [(20.43, "USD")]),
    ("US$3 and fourteen", [(3.14, "USD")]),
    ("$20 43", [(20.43, "USD")]),
    ("a mile and a quarter", [(1.25, "mile")]),
    ("two hours and three quarters", [(2.75, "hour")]),
    ("5 feet 10 in his socks", [(5 + 10 / 12, "foot")]),
    ("it took 2 minutes 30", [(2.5, "minute")]),
    ("2-3/4 cups of flour", [(2.75, "cup")]),
]
OF_A_UNIT = [
    ("quarter of an hour", [(0.25, "hour")]),
    ("tenth of a gallon", [(0.1, "gallon")]),
    ("less than an hour", [(1, "hour")]),
    ("nearly a year went by", [(1, "year")]),
    ("he finished fourth of twenty", [(20, None)]),
    ("the third of a series", []),
    ("five dollars a month", [(5, "USD per month")]),
    ("the drive over 50 years", [(50, "year")]),
]
NO_PARTS = [
    ("between 1/4 °C and 1/2 °C", [(0.25, "degree Celsius")]),
    ("2 minutes 30 men", [(2, "minute"), (30, "man")]),
    ("2 hours and 10 people", [(2, "hour"), (10, "person")]),
    ("between two hours and three", [(2, "hour"), (3, None)]),
    ("$5, $7 and 12", [(5, "USD"), (7, "USD"), (12, None)]),
    ("twelve pounds and fifty people", [(12, "pound"), (50, "person")]),
    ("40 kilometres per hour 5", [(40, "kilometre per hour"), (5, None)]),
    ("3 USD50 cards", [(3, None), (50, "USD")]),
]


@pytest.mark.parametrize(("text", "figures"), [*PARTS, *OF_A_UNIT, *NO_PARTS])
def test_a_part_goes_with_its_whole(text: str, figures: list[Told]) -> None:
    assert [(pytest.approx(value), unit) for value, unit in told(text)] == figures
