"""Dates as pages write them: the surely read, and those that are left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.html.dates import LATEST, read_date

DAY = date(2024, 5, 9)


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-09",
        "2024-05-09T23:30:00Z",
        "2024-05-09T08:00:00.000+08:00",
        "2024-05-09 08:00",
        "2024-5-9",
        "2024/05/09",
        "2024.05.09",
        "20240509",
        "20240509T080000Z",
        "Thu, 09 May 2024 08:00:00 GMT",
        "9 May 2024",
        "9th May, 2024",
        "09-May-2024",
        "May 9, 2024",
        "May 9th 2024, 8:00 am",
        "Thursday, May 9, 2024",
        "Thu May 09 08:00:00 UTC 2024",
        "  2024-05-09\n",
    ],
)
def test_a_date_is_read_in_the_forms_that_programs_write(text: str) -> None:
    assert read_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "05/06/2024",
        "2024-05",
        "2024",
        "2024-13-01",
        "2024-02-30",
        "1715212800",
        "1970-01-01T00:00:00Z",
        "0001-01-01",
        "9 Mumble 2024",
        "yesterday",
        "2 days ago",
    ],
)
def test_a_date_that_is_not_sure_is_none(text: str) -> None:
    assert read_date(text) is None


@given(st.dates(min_value=date(1971, 1, 1), max_value=date(LATEST, 12, 31)))
def test_iso_dates_and_times_are_read_as_they_stand(day: date) -> None:
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day.isoformat()}T23:59:59-05:00") == day


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = read_date(text)

    assert found is None or str(found.year) in text or not text.isascii()
