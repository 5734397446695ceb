"""Stretches of calendar time, their EDTF form and their edges."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims import intervals
from flows.claims.intervals import Interval, add_months, between, holding, shift

DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))
# interval, EDTF, start, (exclusive) end
INTERVALS = [
    (intervals.day(2024, 2, 29), "2024-02-29", "2024-02-29", "2024-03-01"),
    (intervals.month(2024, 2), "2024-02", "2024-02-01", "2024-03-01"),
    (intervals.year(2024), "2024", "2024-01-01", "2025-01-01"),
    (intervals.quarter(2024, 3), "2024-35", "2024-07-01", "2024-10-01"),
    (intervals.half(2024, 2), "2024-41", "2024-07-01", "2025-01-01"),
    (intervals.decade(1990), "199X", "1990-01-01", "2000-01-01"),
    (intervals.century(19), "18XX", "1800-01-01", "1900-01-01"),
    (intervals.season(2024, "autumn"), "2024-23", None, None),
    (intervals.iso_week(2024, 1), "2024-01-01/2024-01-07", "2024-01-01", "2024-01-08"),
    (intervals.year(2020).onwards(), "2020/..", "2020-01-01", None),
    (intervals.year(2020).after(), "2020/..", "2021-01-01", None),
    (intervals.year(2030).until(), "../2030", None, "2031-01-01"),
    (intervals.year(2030).before(), "../2030", None, "2030-01-01"),
    (intervals.year(2014).through(intervals.year(2018)), "2014/2018", "2014-01-01", "2019-01-01"),
    (between(date(2024, 5, 1), date(2024, 8, 1)), "2024-05/2024-07", "2024-05-01", "2024-08-01"),
    (between(date(2024, 5, 3), date(2024, 5, 4)), "2024-05-03", "2024-05-03", "2024-05-04"),
]


@pytest.mark.parametrize(("interval", "edtf", "start", "end"), INTERVALS)
def test_knows_its_form_and_its_edges(interval: Interval, edtf: str, start: str | None, end: str | None) -> None:
    assert interval.edtf == edtf
    assert (interval.start, interval.end) == (start and date.fromisoformat(start), end and date.fromisoformat(end))


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert intervals.day(2023, 2, 29) is None
    assert intervals.iso_week(2023, 60) is None


@pytest.mark.parametrize(
    ("unit", "count", "expected"),
    [
        ("day", -1, "2024-02-28"),
        ("week", 1, "2024-03-07"),
        ("fortnight", 1, "2024-03-14"),
        ("month", 1, "2024-03-29"),
        ("quarter", -1, "2023-11-29"),
        ("year", 1, "2025-02-28"),
        ("decade", 1, "2034-02-28"),
        ("century", -1, "1924-02-29"),
    ],
)
def test_shifts_a_leap_day(unit: str, count: int, expected: str) -> None:
    assert shift(date(2024, 2, 29), count, unit) == date.fromisoformat(expected)


def test_what_lies_outside_the_calendar_is_none() -> None:
    assert shift(date(2024, 1, 1), 10**6, "year") is None
    assert shift(date(2024, 1, 1), 10**12, "day") is None


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]))
def test_a_unit_holds_the_day_it_was_asked_for(day: date, unit: str) -> None:
    interval = holding(unit, day)
    assert interval.start is not None
    assert interval.end is not None
    assert interval.start <= day < interval.end


@given(DAYS, st.integers(-24, 24))
def test_months_add_up(day: date, count: int) -> None:
    there = add_months(day.replace(day=1), count)
    assert add_months(there, -count) == day.replace(day=1)
