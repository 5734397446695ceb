"""Holidays and the days they fall on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.holidays import easter, holiday_at, may_hold_holiday
from flows.claims.tokens import tokenise

# name, year, day
DAYS = [
    ("Easter", 2024, "2024-03-31"),
    ("Easter Sunday", 2025, "2025-04-20"),
    ("Good Friday", 2024, "2024-03-29"),
    ("Easter Monday", 2024, "2024-04-01"),
    ("Christmas", 2023, "2023-12-25"),
    ("Christmas Eve", 2023, "2023-12-24"),
    ("Boxing Day", 2023, "2023-12-26"),
    ("New Year's Day", 2024, "2024-01-01"),
    ("New Year's Eve", 2024, "2024-12-31"),
    ("Valentine's Day", 2024, "2024-02-14"),
    ("Thanksgiving", 2024, "2024-11-28"),
    ("Black Friday", 2024, "2024-11-29"),
    ("Labor Day", 2024, "2024-09-02"),
]


@pytest.mark.parametrize(("name", "year", "day"), DAYS)
def test_knows_the_day(name: str, year: int, day: str) -> None:
    tokens = tokenise(name)
    found = holiday_at(tokens, 0)
    assert found is not None
    assert (found[0](year), found[1]) == (date.fromisoformat(day), len(tokens))
    assert may_hold_holiday({*tokens.low, "sales"})


@pytest.mark.parametrize("text", ["good news", "new rules", "black coffee", "Friday", ""])
def test_other_words_name_no_holiday(text: str) -> None:
    assert holiday_at(tokenise(text), 0) is None
    assert not may_hold_holiday(set(text.split()))


@given(st.integers(1583, 2499))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
