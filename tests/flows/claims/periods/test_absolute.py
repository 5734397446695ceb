"""Dates in all the orders of the press, and years that stand beside them."""

from __future__ import annotations

from datetime import date

import pytest

from flows.claims.ledger import read_ledger
from flows.reading.folding import fold

REFERENCE = date(2024, 5, 15)
DATES = [
    ("on 3-5 May 2021", ["2021-05-03/2021-05-05"]),
    ("from 12 to 14 October", ["2024-10-12/2024-10-14"]),
    ("the 12th to the 14th of October", ["2024-10-12/2024-10-14"]),
    ("on 12 and 14 October", ["2024-10-12", "2024-10-14"]),
    ("on 3-May-21", ["2021-05-03"]),
    ("on 2021 May 3", ["2021-05-03"]),
    ("on 2/22", ["2024-02-22"]),
    ("in 2021-W05", ["2021-02-01/2021-02-07"]),
    ("in 11-2016", ["2016-11"]),
    ("on friday", ["2024-05-10"]),
    ("in october", ["2024-10"]),
    ("the last sunday of may", ["2024-05-26"]),
    ("Saturday the 5th of March 2016", ["2016-03-05"]),
    ("in mid-May", ["2024-05"]),
    ("the nineteen twenties", ["192X"]),
    ("by month's end", ["../2024-05"]),
    ("by year end", ["../2024"]),
    ("five days before New Year", ["2024-12-27"]),
    ("in 09/2021", ["2021-09"]),
    ("in 2021-09", ["2021-09"]),
    ("in 2014–18", ["2014/2018"]),
    ("in 2014-15", ["2014/2015"]),
    ("in 1H24", ["2024-40"]),
    ("winter 2020-21", ["2020-24"]),
    ("September last year", ["2023-09"]),
    ("in May this year", ["2024-05"]),
    ("the fourth quarter of last year", ["2023-36"]),
    ("in '98", ["1998"]),
    ("in the 90s", ["199X"]),
    ("the 70s and 80s", ["197X", "198X"]),
    ("the late sixties", ["196X"]),
    ("the mid-50s", ["195X"]),
    ("the 18th and 19th centuries", ["17XX", "18XX"]),
    ("by year-end", ["../2024"]),
    ("for the rest of the year", ["2024"]),
    ("last weekend", ["2024-05-11/2024-05-12"]),
    ("this calendar year", ["2024"]),
    ("on Friday the 13th", ["2024-09-13"]),
    ("the day before yesterday", ["2024-05-13"]),
    ("the day after Christmas", ["2024-12-26"]),
    ("the year before last", ["2022"]),
    ("the week of May 8", ["2024-05-06/2024-05-12"]),
    ("on Mother's Day", ["2025-05-11"]),
    ("on Memorial Day", ["2024-05-27"]),
    ("on Ash Wednesday 2024", ["2024-02-14"]),
    ("Christmas last year", ["2023-12-25"]),
    ("the Easter of next year", ["2025-04-20"]),
]
NO_DATES = [
    "a year-end review",
    "a woman in her sixties",
    "temperatures in the 80s",
    "2/1000 of it",
    "cut by 2/3",
    "after 9/11",
    "Happy New Year",
    "in the first half of the match",
]


@pytest.mark.parametrize(("text", "edtf"), DATES)
def test_reads_a_time(text: str, edtf: list[str]) -> None:
    readings = read_ledger(fold(text), REFERENCE)
    assert [reading.period.period_edtf for reading in readings] == edtf


@pytest.mark.parametrize("text", NO_DATES)
def test_reads_no_time(text: str) -> None:
    assert not [reading for reading in read_ledger(fold(text), REFERENCE) if reading.role == "period"]


def test_a_fiscal_year_told_from_today_has_no_dates() -> None:
    (reading,) = read_ledger("last fiscal year", REFERENCE)
    assert (reading.role, reading.period.period_start) == ("period", None)
