"""Weekdays of a week that is told from the reference date."""

from __future__ import annotations

from datetime import date

import pytest

from flows.claims.ledger import read_ledger

FRIDAY = date(2024, 5, 17)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Monday of next week", date(2024, 5, 20)),
        ("Friday of the last week", date(2024, 5, 10)),
        ("Wednesday of this week", date(2024, 5, 15)),
    ],
)
def test_a_weekday_of_a_week(text: str, day: date) -> None:
    (reading,) = read_ledger(text, FRIDAY)
    assert (reading.period.period_text, reading.period.period_start) == (text, day)


def test_weekdays_of_weekdays_are_read_one_by_one() -> None:
    readings = read_ledger("Monday of " * 3000, FRIDAY)
    assert len(readings) == 3000
