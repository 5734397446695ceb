"""Times whose length the text leaves open."""

from __future__ import annotations

from datetime import date

import pytest

from flows.claims.ledger import read_ledger
from flows.reading.folding import fold

MONDAY = date(2016, 11, 7)
OPEN = [
    "a few years ago",
    "several weeks from now",
    "in a couple of days' time",
    "half a century ago",
    "a year and a half ago",
    "a day or two ago",
    "the last couple of weeks",
    "next few months",
]


@pytest.mark.parametrize("text", OPEN)
def test_a_time_of_an_open_length_stays_open(text: str) -> None:
    (reading,) = read_ledger(fold(text), MONDAY)
    assert (reading.role, reading.end, reading.period.period_edtf) == ("period", len(text), None)


def test_the_first_of_a_whole_is_somewhere_in_it() -> None:
    (reading,) = read_ledger("the first few months of 2015", MONDAY)
    assert (reading.period.period_edtf, reading.period.period_start) == ("2015", None)


@pytest.mark.parametrize("text", ["a few years in office", "several months of rain", "the last of a few days"])
def test_a_length_that_points_nowhere_is_no_time(text: str) -> None:
    assert read_ledger(fold(text), MONDAY) == []


def test_quarters_are_counted_and_make_no_fraction() -> None:
    (reading,) = read_ledger("three quarters ago", MONDAY)
    assert (reading.role, reading.value.value, reading.value.unit) == ("period", 3, "quarter")
