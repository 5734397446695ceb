"""Stretches of calendar time and their EDTF form (ISO 8601-2).

An `Interval` may be open at either side, and is undated where the text alone does not fix it ("XXXX-03").
"""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

QUARTER_CODES = {1: "33", 2: "34", 3: "35", 4: "36"}
HALF_CODES = {1: "40", 2: "41"}
SEASON_CODES = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}


class Interval(NamedTuple):
    """EDTF text with start and (exclusive) end; `year` is set where the interval is one plain year."""

    edtf: str | None
    start: date | None = None
    end: date | None = None
    year: int | None = None

    @property
    def is_day(self) -> bool:
        return self.start is not None and self.end == _later(self.start, 1)

    def onwards(self) -> Interval:
        """From the start of this on, without an end: "since 2020"."""
        return Interval(self.edtf and f"{self.edtf.split('/')[0]}/..", self.start, None, self.year)

    def after(self) -> Interval:
        """All that comes after this."""
        return Interval(self.edtf and f"{self.edtf.split('/')[-1]}/..", self.end, None, self.year)

    def before(self) -> Interval:
        """All that comes before this."""
        return Interval(self.edtf and f"../{self.edtf.split('/')[0]}", None, self.start, self.year)

    def until(self) -> Interval:
        """All up to the end of this: "by 2030"."""
        return Interval(self.edtf and f"../{self.edtf.split('/')[-1]}", None, self.end, self.year)

    def through(self, other: Interval) -> Interval:
        """From the start of this to the end of another."""
        if self.edtf is None or other.edtf is None:
            return Interval(None, self.start, other.end)
        return Interval(f"{self.edtf.split('/')[0]}/{other.edtf.split('/')[-1]}", self.start, other.end)


UNDATED = Interval(None)


def day(year: int, month: int, number: int) -> Interval | None:
    """One day, or None if the calendar has no such day."""
    try:
        start = date(year, month, number)
    except ValueError:
        return None
    return Interval(start.isoformat(), start, _later(start, 1))


def month(year: int, number: int) -> Interval:
    start = date(year, number, 1)
    return Interval(f"{year:04d}-{number:02d}", start, _later(start, calendar.monthrange(year, number)[1]))


def year(number: int) -> Interval:
    return Interval(f"{number:04d}", date(number, 1, 1), _first(number + 1), number)


def quarter(of: int, number: int) -> Interval:
    start = date(of, 3 * number - 2, 1)
    return Interval(f"{of:04d}-{QUARTER_CODES[number]}", start, add_months(start, 3))


def half(of: int, number: int) -> Interval:
    start = date(of, 6 * number - 5, 1)
    return Interval(f"{of:04d}-{HALF_CODES[number]}", start, add_months(start, 6))


def decade(first: int) -> Interval:
    return Interval(f"{first // 10:03d}X", date(first, 1, 1), _first(first + 10))


def century(number: int) -> Interval:
    """The nth century, as 1400-1499 for the 15th: the way the press counts."""
    return Interval(f"{number - 1:02d}XX", date(max(1, (number - 1) * 100), 1, 1), _first(number * 100))


def season(of: int, name: str) -> Interval:
    """A season; its dates depend on the hemisphere, so that it has none."""
    return Interval(f"{of:04d}-{SEASON_CODES[name]}")


def week_of(any_day: date) -> Interval:
    """The calendar week, Monday to Sunday, that holds a day."""
    monday = any_day - timedelta(days=any_day.weekday())
    return between(monday, monday + timedelta(days=7))


def weeks_of(of: int) -> int:
    """How many weeks a year has by ISO 8601: its last one holds the 28th of December."""
    return date(of, 12, 28).isocalendar().week


def iso_week(of: int, number: int) -> Interval | None:
    try:
        return week_of(date.fromisocalendar(of, number, 1))
    except ValueError:
        return None


def between(start: date, end: date) -> Interval:
    """Days from start to (exclusive) end; whole months are told as months."""
    last = end - timedelta(days=1)
    if start.day == end.day == 1 and (end.year, end.month) > (start.year, start.month):
        first_month, last_month = start.isoformat()[:7], last.isoformat()[:7]
        return Interval(first_month if first_month == last_month else f"{first_month}/{last_month}", start, end)
    if last == start:
        return Interval(start.isoformat(), start, end)
    return Interval(f"{start.isoformat()}/{last.isoformat()}", start, end)


def shift(start: date, count: int, unit: str) -> date | None:
    """The day that lies `count` units after (before, if negative) another; None outside the calendar."""
    try:
        if unit in ("day", "week", "fortnight"):
            return start + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
        return add_months(start, count * MONTHS[unit])
    except (OverflowError, ValueError):
        return None


MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def add_months(start: date, count: int) -> date:
    index = start.year * 12 + start.month - 1 + count
    of, number = divmod(index, 12)
    if not MINYEAR <= of <= MAXYEAR:
        raise ValueError(f"year {of} is outside the calendar")
    return date(of, number + 1, min(start.day, calendar.monthrange(of, number + 1)[1]))


def holding(unit: str, any_day: date) -> Interval:
    """The calendar unit (day, week, month, quarter, year, decade) that holds a day."""
    if unit == "day":
        return between(any_day, _later(any_day, 1))
    if unit in ("week", "fortnight"):
        return week_of(any_day)
    if unit == "month":
        return month(any_day.year, any_day.month)
    if unit == "quarter":
        return quarter(any_day.year, (any_day.month + 2) // 3)
    if unit == "decade":
        return decade(any_day.year // 10 * 10)
    return year(any_day.year) if unit == "year" else century(any_day.year // 100 + 1)


def _later(start: date, days: int) -> date:
    return start + timedelta(days=days) if start < date(MAXYEAR, 12, 1) else date.max


def _first(of: int) -> date:
    return date(min(of, MAXYEAR), 1, 1)
