"""Dates that the text itself names."""

from __future__ import annotations

from datetime import date

import pytest

from flows.claims.dates import nearest_year, read_date
from flows.claims.tokens import tokenise

# text, what the date is read from (all of it where empty), EDTF
DATES = [
    ("Mar 9 2018", "", "2018-03-09"),
    ("May 5, 2023", "", "2023-05-05"),
    ("18 February 2010", "", "2010-02-18"),
    ("26th of June of 2020", "", "2020-06-26"),
    ("fourth of July", "", "XXXX-07-04"),
    ("Oct. 18", "", "XXXX-10-18"),
    ("twenty-sixth of May 2021", "", "2021-05-26"),
    ("May 2023", "", "2023-05"),
    ("March of 2019", "", "2019-03"),
    ("Dec-2018", "", "2018-12"),
    ("2024-05-17", "", "2024-05-17"),
    ("5/17/2018", "", "2018-05-17"),
    ("17.05.2018", "", "2018-05-17"),
    ("17/5/18", "", "2018-05-17"),
    ("20161016", "", "2016-10-16"),
    ("2024", "", "2024"),
    ("Q3 2024", "", "2024-35"),
    ("2017 Q1", "", "2017-33"),
    ("1Q24", "", "2024-33"),
    ("third quarter of 2024", "", "2024-35"),
    ("1st quarter of 2024", "", "2024-33"),
    ("first-quarter 2024", "", "2024-33"),
    ("H1 2024", "", "2024-40"),
    ("first half of 2024", "", "2024-40"),
    ("Q3 FY24", "", "2024-35"),
    ("FY2023/24", "", "2023/2024"),
    ("fiscal 2024", "", "2024"),
    ("financial year 2023-24", "", "2023/2024"),
    ("2025-26", "", "2025/2026"),
    ("1990s", "", "199X"),
    ("1990's", "", "199X"),
    ("'90s", "", "199X"),
    ("19th century", "", "18XX"),
    ("twenty-first century", "", "20XX"),
    ("summer of 2019", "", "2019-22"),
    ("nineteen ninety-six", "", "1996"),
    ("two thousand and fifteen", "", "2015"),
    ("June 20 people died", "June", "XXXX-06"),
]
NO_DATE = [
    "may rise",
    "march on",
    "second thoughts",
    "the first half was dull",
    "31 people",
    "12345678",
    "0500",
    "2500",
    "last quarter",
    "q",
    "fy",
    "'95 percent",
]


@pytest.mark.parametrize(("text", "surface", "edtf"), DATES)
def test_reads_a_date(text: str, surface: str, edtf: str) -> None:
    tokens = tokenise(text)
    dated = read_date(tokens, 0)
    assert dated is not None
    assert dated.interval.edtf == edtf
    assert text[: tokens.ends[dated.end - 1]] == (surface or text)


@pytest.mark.parametrize("text", NO_DATE)
def test_leaves_what_is_no_date(text: str) -> None:
    assert read_date(tokenise(text), 0) is None


def test_a_day_that_no_calendar_has_keeps_its_text_and_has_no_dates() -> None:
    dated = read_date(tokenise("30 February 2023"), 0)
    assert dated is not None
    assert (dated.interval.edtf, dated.interval.start) == ("2023-02-30", None)


def test_a_fiscal_year_has_no_dates_of_its_own() -> None:
    dated = read_date(tokenise("FY24"), 0)
    assert dated is not None
    assert (dated.interval.edtf, dated.interval.start, dated.interval.end) == ("2024", None, None)


@pytest.mark.parametrize(
    ("text", "seen_from", "edtf"),
    [
        ("5 May", "2024-05-17", "2024-05-05"),
        ("20 December", "2024-01-10", "2023-12-20"),
        ("10 January", "2024-12-20", "2025-01-10"),
        ("Q3", "2024-02-01", "2023-35"),
        ("Q1", "2024-02-01", "2024-33"),
    ],
)
def test_a_date_without_a_year_is_the_nearest(text: str, seen_from: str, edtf: str) -> None:
    dated = read_date(tokenise(text), 0)
    assert dated is not None
    assert nearest_year(dated, date.fromisoformat(seen_from)).interval.edtf == edtf
