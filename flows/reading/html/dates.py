"""Dates as pages write them in their metadata: ISO 8601, RFC 2822, or with the month as an English word.

Never a guess: 05/06/2024 is two dates, and a date that stands for "not set" is none.
"""

from __future__ import annotations

from datetime import date

import regex

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first three letters of the English months, all that is read of them."""

LONGEST = 60
EARLIEST, LATEST = 1900, 2100
NOT_SET = frozenset({date(1900, 1, 1), date(1970, 1, 1)})
"""The dates that programs write for a date that is missing: the starts of their calendars."""

_MONTH = r"(?<month>\p{L}{3,9})\.?"
_YEAR = r"(?<year>\d{4})(?!\d)"
_DAY = r"(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_NAMED_DAY = r"(?:\p{L}{3,9}\.?,?\s+)?"
_FORMS = tuple(
    regex.compile(form, regex.IGNORECASE)
    for form in (
        r"(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\g<mark>(?<day>\d{1,2})(?!\d)",
        r"(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T\d|\Z)",
        rf"{_NAMED_DAY}{_DAY}[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"{_NAMED_DAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_NAMED_DAY}{_MONTH}\s+{_DAY}\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{3,5}}\s+)?{_YEAR}",
    )
)


def read_date(text: str) -> date | None:
    """The day that a text starts with, in its own time zone; None when it starts with none that is sure."""
    text = text.strip()[:LONGEST]
    found = next((match for form in _FORMS if (match := form.match(text))), None)
    if found is None:
        return None
    month = found["month"]
    number = int(month) if month.isdecimal() else _month(month)
    try:
        day = date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
    return day if EARLIEST <= day.year <= LATEST and day not in NOT_SET else None


def _month(word: str) -> int:
    """The number of a month; 0 for a word that is none."""
    start = word[:3].lower()
    return MONTHS.index(start) + 1 if start in MONTHS else 0
