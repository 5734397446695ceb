"""The nth part of a longer time, the part of a year that is told after it, and weekdays beside a distance."""

from __future__ import annotations

from datetime import date

import pytest

from flows.claims.ledger import read_ledger

MONDAY = date(2016, 11, 7)
DATED = [
    ("the 3rd of next month", "2016-12-03"),
    ("the last day of February 2019", "2019-02-28"),
    ("the second Sunday of May 2021", "2021-05-09"),
    ("the last Friday of May 2021", "2021-05-28"),
    ("the first Monday in September 2021", "2021-09-06"),
    ("the third week of July 2020", "2020-07-13/2020-07-19"),
    ("first week of 2021", "2021-01-04/2021-01-10"),
    ("the 9th month of next year", "2017-09"),
    ("before the twenty-sixth day of the month", "../2016-11-26"),
    ("next year's first quarter", "2017-33"),
    ("2019's second half", "2019-41"),
    ("this upcoming Friday", "2016-11-11"),
    ("past Wednesday", "2016-11-02"),
    ("Monday two weeks from now", "2016-11-21"),
    ("the last weekend of June 2019", "2019-06-29/2019-06-30"),
    ("day after tomorrow", "2016-11-09"),
    ("within a month", "2016-11-08/2016-12-07"),
    ("May of next year", "2017-05"),
    ("Friday 13th", "2017-01-13"),
    ("2 Jan 19", "2019-01-02"),
    ("2021Q3", "2021-35"),
    ("the year to date", "2016-01-01/2016-11-07"),
    ("the last 3 weeks of this year", "2016-12-11/2016-12-31"),
    ("April 10 to the 15th", "2017-04-10/2017-04-15"),
    ("it will open in two years", "2018"),
]
OPEN = ["the day before", "the year after.", "the coming weeks", "the past few years"]
STRETCHES = ["it lost $5 in the quarter", "profit for the year was $5", "sales of $5 over the month"]


@pytest.mark.parametrize(("text", "edtf"), DATED)
def test_a_time_is_read_whole(text: str, edtf: str) -> None:
    (reading,) = read_ledger(text, MONDAY)
    assert (reading.role, reading.period.period_edtf) == ("period", edtf)


@pytest.mark.parametrize("text", OPEN)
def test_what_lies_beside_another_time_stays_open(text: str) -> None:
    (reading,) = read_ledger(text, MONDAY)
    assert (reading.role, reading.period.period_edtf) == ("period", None)


@pytest.mark.parametrize("text", STRETCHES)
def test_a_stretch_that_the_text_takes_for_known_stays_open(text: str) -> None:
    periods = [reading.period for reading in read_ledger(text, MONDAY) if reading.role == "period"]
    assert [(period.period_text[:4], period.period_edtf) for period in periods if period.period_text] == [
        ("the ", None)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "it will be the first rise in two years",
        "it took shape in two years",
        "the person of the year",
        "the year ahead",
    ],
)
def test_a_stretch_is_no_time_ahead(text: str) -> None:
    assert "period" not in {reading.role for reading in read_ledger(text, MONDAY)}


def test_a_day_that_a_month_lacks_is_not_dated() -> None:
    (reading,) = read_ledger("the fifth Sunday of June 2021", MONDAY)
    assert (reading.role, reading.period.period_edtf) == ("period", None)
