"""When: times with what bounds them, and times told from a reference date (Friday, 17 May 2024)."""

from __future__ import annotations

from datetime import date

import pytest

from flows.claims.ledger import Reading, read_ledger
from flows.reading.folding import fold

SEEN_FROM = date(2024, 5, 17)
# text (the time in brackets), EDTF, start, end; the text alone fixes it
STATED = [
    ("grew [since 2020]", "2020/..", "2020-01-01", None),
    ("[from 2019] onwards it rose", "2019/..", "2019-01-01", None),
    ("[after 2020] it fell", "2020/..", "2021-01-01", None),
    ("done [by 2030]", "../2030", None, "2031-01-01"),
    ("done [by the end of 2030]", "../2030", None, "2031-01-01"),
    ("done [before the year 2019]", "../2019", None, "2019-01-01"),
    ("open [until March 2025]", "../2025-03", None, "2025-04-01"),
    ("[in 2014-2018] it rose", "2014/2018", "2014-01-01", "2019-01-01"),
    ("[between 2015 and 2020]", "2015/2020", "2015-01-01", "2021-01-01"),
    ("[from May to October 2020]", "2020-05/2020-10", "2020-05-01", "2020-11-01"),
    ("[Jan-Feb 2017]", "2017-01/2017-02", "2017-01-01", "2017-03-01"),
    ("[Oct. 18-22]", "XXXX-10-18/XXXX-10-22", None, None),
    ("[May 5-7, 2020]", "2020-05-05/2020-05-07", "2020-05-05", "2020-05-08"),
    ("in [2025‑26] it rose", "2025/2026", None, None),
    ("in [late 2024]", "2024", None, None),
    ("in [the mid-1990s]", "199X", None, None),
    ("at [the end of 2008]", "2008", "2008-01-01", "2009-01-01"),
    ("in [the first three months of 2024]", "2024-01/2024-03", "2024-01-01", "2024-04-01"),
    ("in [the year to 31 March 2024]", "2023-04/2024-03", "2023-04-01", "2024-04-01"),
    ("in the [three months to June 2024]", "2024-04/2024-06", "2024-04-01", "2024-07-01"),
    ("in [Q3 2024] it rose", "2024-35", "2024-07-01", "2024-10-01"),
    ("over [Easter 2018]", "2018-04-01", "2018-04-01", "2018-04-02"),
    ("[2 years before 2010]", "2008", "2008-01-01", "2009-01-01"),
]
# the same, told from the reference date
RELATIVE = [
    ("it rose [last year]", "2023", "2023-01-01", "2024-01-01"),
    ("it rose [this month]", "2024-05", "2024-05-01", "2024-06-01"),
    ("it rose in [the last quarter]", "2024-33", "2024-01-01", "2024-04-01"),
    ("due [next week]", "2024-05-20/2024-05-26", "2024-05-20", "2024-05-27"),
    ("seen [yesterday]", "2024-05-16", "2024-05-16", "2024-05-17"),
    ("said on [Tuesday]", "2024-05-14", "2024-05-14", "2024-05-15"),
    ("said on [Friday]", "2024-05-17", "2024-05-17", "2024-05-18"),
    ("[over the past five years]", "2019-05-17/2024-05-16", "2019-05-17", "2024-05-17"),
    ("[within the next two years]", "2024-05-18/2026-05-17", "2024-05-18", "2026-05-18"),
    ("[the next decade]", "203X", "2030-01-01", "2040-01-01"),
    ("[two months ago]", "2024-03", "2024-03-01", "2024-04-01"),
    ("[a year earlier]", "2023", "2023-01-01", "2024-01-01"),
    ("[in three weeks' time]", "2024-06-07", "2024-06-07", "2024-06-08"),
    ("[by the end of this month]", "../2024-05", None, "2024-06-01"),
    ("sold on [5 May]", "2024-05-05", "2024-05-05", "2024-05-06"),
    ("[last May] it rose", "2023-05", "2023-05-01", "2023-06-01"),
    ("[since March]", "2024-03/..", "2024-03-01", None),
    ("[last Christmas]", "2023-12-25", "2023-12-25", "2023-12-26"),
]
# years that count or measure something, and words that only look like a time
NO_TIME = [
    "about 2000 homes were sold",
    "2000 metres of cable",
    "$2024 was paid",
    "1250 firms closed",
    "the firm may rise",
    "soldiers march on",
    "a sunny spring",
    "second to none",
]


def time_at(text: str, reference: date | None = None) -> tuple[Reading, str]:
    start, end = text.index("["), text.index("]") - 1
    plain = fold(text.replace("[", "").replace("]", ""))
    (found,) = [one for one in read_ledger(plain, reference) if one.start < end and start < one.end]
    return found, plain


@pytest.mark.parametrize(("text", "edtf", "start", "end"), STATED)
def test_reads_a_time(text: str, edtf: str | None, start: str | None, end: str | None) -> None:
    is_read(text, None, edtf, start, end)


@pytest.mark.parametrize(("text", "edtf", "start", "end"), RELATIVE)
def test_resolves_a_time_against_the_reference_date(
    text: str, edtf: str | None, start: str | None, end: str | None
) -> None:
    is_read(text, SEEN_FROM, edtf, start, end)


def is_read(text: str, reference: date | None, edtf: str | None, start: str | None, end: str | None) -> None:
    found, plain = time_at(text, reference)
    period = found.period
    assert found.role == "period"
    assert (period.period_edtf, period.period_basis) == (edtf, "stated")
    assert (period.period_start, period.period_end) == (
        start and date.fromisoformat(start),
        end and date.fromisoformat(end),
    )
    assert period.period_text == plain[found.start : found.end]
    assert plain[found.start : found.end] == fold(text[text.index("[") + 1 : text.index("]")])


@pytest.mark.parametrize("text", [text for text, *_ in RELATIVE if "May" not in text and "March" not in text])
def test_a_relative_time_stays_open_without_a_reference_date(text: str) -> None:
    period = time_at(text)[0].period
    assert (period.period_start, period.period_end) == (None, None)


@pytest.mark.parametrize("text", NO_TIME)
def test_leaves_what_is_no_time(text: str) -> None:
    assert [one for one in read_ledger(text, SEEN_FROM) if one.role == "period"] == []


@pytest.mark.parametrize("reference", [date.min, date.max])
def test_a_reference_date_at_the_edge_of_the_calendar_tells_nothing(reference: date) -> None:
    for text, *_ in RELATIVE:
        assert time_at(text, reference)[0].period.period_start is None


def test_a_length_of_time_keeps_its_number() -> None:
    value = time_at("[within the next two years]", SEEN_FROM)[0].value
    assert (value.value_low, value.value_high, value.unit, value.comparator) == (None, 2, "year", "up_to")
