"""Ranges whose ends are told from the day of writing, and those that are written in digits alone."""

from __future__ import annotations

from datetime import date

import pytest

from flows.claims.ledger import read_ledger

MONDAY = date(2016, 11, 7)
RANGES = [
    ("from tomorrow until next Friday", "2016-11-08/2016-11-18"),
    ("Monday through Thursday", "2016-11-07/2016-11-10"),
    ("from Monday to Friday", "2016-11-07/2016-11-11"),
    ("between today and next Monday", "2016-11-07/2016-11-14"),
    ("from last Tuesday to 5 May 2017", "2016-11-01/2017-05-05"),
    ("from this week till the end of the month", "2016-11-07/2016-11"),
    ("from 5/1/2019-5/7/2020", "2019-05-01/2020-05-07"),
    ("5/7-5/9", "2016-05-07/2016-05-09"),
    ("from 11/5 to 12/3", "2016-11-05/2016-12-03"),
    ("from 2-7 this month", "2016-11-02/2016-11-07"),
    ("between the 2nd and 7th of next month", "2016-12-02/2016-12-07"),
    ("from now until Friday", "2016-11-07/2016-11-11"),
    ("tomorrow to next Friday", "2016-11-08/2016-11-18"),
    ("from Christmas to New Year", "2016-12-25/2017-01-01"),
    ("from the 1980s to the 1990s", "198X/199X"),
    ("from the 17th to the 19th century", "16XX/18XX"),
    ("early 2014 through late 2016", "2014/2016"),
    ("May to June", "2016-05/2016-06"),
    ("November to February", "2016-11/2017-02"),
]


@pytest.mark.parametrize(("text", "edtf"), RANGES)
def test_a_range_is_one_time(text: str, edtf: str) -> None:
    (reading,) = read_ledger(text, MONDAY)
    assert (reading.role, reading.period.period_edtf) == ("period", edtf)


@pytest.mark.parametrize("text", ["compared this year to last year", "today and Friday"])
def test_two_times_stay_two(text: str) -> None:
    assert [reading.role for reading in read_ledger(text, MONDAY)] == ["period", "period"]


def test_a_range_without_a_day_of_writing_stays_open() -> None:
    (reading,) = read_ledger("from tomorrow until next Friday")
    assert (reading.role, reading.period.period_edtf, reading.period.period_start) == ("period", None, None)
