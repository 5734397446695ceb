"""Dates that start with digits or are written in digits alone: "2018-05-01", "20161016", "2023/24", "2017 Q1"."""

from __future__ import annotations

from flows.claims import intervals
from flows.claims.dates.dated import Dated, Parts
from flows.claims.dates.days import LAST_DAY, day_at, month_at
from flows.claims.dates.years import FIRST_YEAR, LAST_YEAR, is_two_digits, year_after, year_at, year_of
from flows.claims.intervals import Interval
from flows.claims.nouns import is_plural
from flows.claims.tokens import Tokens
from flows.claims.units import unit_after
from flows.claims.vocabulary import words_of

_BEFORE_DAY = words_of("dates", "before_day_in_digits")
_COMMON_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16})
_JOINTS = words_of("periods", "joints") - {"and"}
_NO_DAY = ["9", "/", "11"]
"""An event by the name of its date."""
_RECENT = range(1900, 2100)
"""Years of which a month is written in digits ("09/2021"); "2/1000" is a fraction."""


def read_written(tokens: Tokens, i: int) -> Dated | None:
    """A date in digits: 2018-05-01, 5/17/2018 (month first unless it cannot be), 17.05.2018 (day first)."""
    text = tokens.words[i].partition("T")[0]
    mark = next(c for c in text if not c.isdigit())
    first, second, third = text.split(mark)
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
    else:
        month, day, year = int(first), int(second), int(third)
        if month > 12 or (mark == "." and day <= 12):
            month, day = day, month
        year = year_of(year) if year < 100 else year
    if not (1 <= month <= 12 and 1 <= day <= LAST_DAY and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    return Dated.of(i, i + 1, Parts(year, month, day))


def read_compact(tokens: Tokens, i: int) -> Dated | None:
    """ "20161016"."""
    word = tokens.words[i]
    if len(word) != 8 or not word.isdecimal() or not word.startswith(("19", "20")):
        return None
    parts = Parts(int(word[:4]), int(word[4:6]), int(word[6:]))
    return Dated.of(i, i + 1, parts) if _exists(parts) else None


def _exists(parts: Parts) -> bool:
    return 1 <= (parts.month or 0) <= 12 and parts.interval().start is not None


def read_year_first(tokens: Tokens, i: int) -> Dated | None:
    """ "2017 Q1", "2019-H2", "2019/aug/01", "2023/24", "2013-14", "2020/23/Sep", and a plain year."""
    year = year_at(tokens, i)
    if year is None:
        return read_compact(tokens, i)
    if tokens.words[i + 1] not in ("-", "/", "–") or not (tokens.glued(i + 1) and tokens.glued(i + 2)):
        sign = quarter_sign(tokens, i + 1)
        if sign is not None:
            return Dated.of(i, sign[1], sign[0]._replace(year=year))
        return _month_after(tokens, i, year) or Dated.of(i, i + 1, Parts(year))
    return _after_mark(tokens, i, year)


def _month_after(tokens: Tokens, i: int, year: int) -> Dated | None:
    """ "2021 May 3": a capital and a day tell that the month's name is one."""
    month = month_at(tokens, i + 1) if tokens.kinds[i + 1] == "word" and not tokens.words[i + 1].islower() else None
    day = day_at(tokens, month[1]) if month and tokens.kinds[month[1]] == "numeral" else None
    return Dated.of(i, day[1], Parts(year, month[0], day[0])) if month and day else None


def _after_mark(tokens: Tokens, i: int, year: int) -> Dated | None:
    """What follows a year and a mark without spaces; the year alone where nothing does."""
    j = i + 2
    if sign := quarter_sign(tokens, j):
        return Dated.of(i, sign[1], sign[0]._replace(year=year))
    if week := _iso_week(tokens, j, year):
        return Dated(week, i, j + 2, Parts(year))
    if (month := month_at(tokens, j)) and tokens.words[month[1]] == tokens.words[i + 1]:
        day = day_at(tokens, month[1] + 1)
        return Dated.of(i, day[1], Parts(year, month[0], day[0])) if day else None
    return _number_after(tokens, i, year) or Dated.of(i, i + 1, Parts(year))


def _number_after(tokens: Tokens, i: int, year: int) -> Dated | None:
    """ "2023/24", "2020/23/Sep", "2021-09", "2014-18": the two digits after a year and a mark."""
    j = i + 2
    if tokens.kinds[j] == "numeral" and is_two_digits(tokens.words[j]):
        number = int(tokens.words[j])
        if number == (year + 1) % 100:
            return Dated(Interval(f"{year:04d}/{year + 1:04d}"), i, j + 1, Parts(year))
        if tokens.words[j + 1] == "/" and (month := month_at(tokens, j + 2)):
            return Dated.of(i, month[1], Parts(year, month[0], number))
        if tokens.words[j + 1] not in ("-", "/") or not tokens.glued(j + 1):
            return _two_digits_after(tokens, i, year, number)
    return None


def _iso_week(tokens: Tokens, i: int, year: int) -> Interval | None:
    """The "W05" of "2016-W05"."""
    week = tokens.words[i] == "W" and tokens.glued(i + 1) and is_two_digits(tokens.words[i + 1])
    return intervals.iso_week(year, int(tokens.words[i + 1])) if week else None


def _two_digits_after(tokens: Tokens, i: int, year: int, number: int) -> Dated | None:
    """ "2021-09", "2021/09" and "2014-12" are months, "2014-18" and "2014–18" are years."""
    mark, digits = tokens.words[i + 1], tokens.words[i + 2]
    last = year - year % 100 + number
    backwards = last <= year and year in _RECENT
    if mark in ("-", "/") and 1 <= number <= 12 and (digits.startswith("0") or backwards):
        return Dated.of(i, i + 3, Parts(year, number))
    if mark == "/" or last <= year:
        return None
    return Dated(intervals.year(year).through(intervals.year(last)), i, i + 3, Parts(year))


def read_month_and_year(tokens: Tokens, i: int) -> Dated | None:
    """ "09/2021", "11-2016"."""
    month, mark, year = tokens.words[i], tokens.words[i + 1], year_at(tokens, i + 2)
    if year not in _RECENT or mark not in ("/", "-") or not (tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    if mark == "-" and (_is_measured(tokens, i + 3) or tokens.low[i - 1] in ("from", "between", "-", "/")):
        return None
    if tokens.words[i + 3] in ("/", "-") or not (month.isdecimal() and len(month) <= 2 and 1 <= int(month) <= 12):
        return None
    return Dated.of(i, i + 3, Parts(year, int(month)))


def _is_measured(tokens: Tokens, i: int) -> bool:
    """Does what stands at token i make a range of the "5-2000" before it ("5-2000 m", "5-2000 points")?"""
    return is_plural(tokens.low[i]) or unit_after(tokens, i) is not None


def read_month_and_day(tokens: Tokens, i: int) -> Dated | None:
    """ "on 2/22", "5/7-5/9", "by 10/31, 2020": a month and a day, where no fraction is meant."""
    found = _month_and_day(tokens, i)
    if found is None or tokens.low[i : i + 3] == _NO_DAY:
        return None
    other = i + 4 if _joined(tokens, i, i + 3) else i - 4 if _joined(tokens, i - 4, i - 1) else None
    if other is not None:
        told = not (_is_common_fraction(tokens, i) and _is_common_fraction(tokens, other))
    else:
        lead = tokens.low[i - 1] in _BEFORE_DAY or tokens.low[i - 2 : i] == ["week", "of"]
        told = lead and not _is_common_fraction(tokens, i) and tokens.kinds[i + 3] != "word"
    year = year_after(tokens, i + 3) if tokens.words[i + 3] == "," else None
    return Dated.of(i, year[1] if year else i + 3, found._replace(year=year and year[0])) if told else None


def _month_and_day(tokens: Tokens, i: int) -> Parts | None:
    """The month and day of "2/22" at token i, a month first."""
    if i < 0 or tokens.words[i + 1] != "/" or not (tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    month, day = tokens.words[i], tokens.words[i + 2]
    if not (month.isdecimal() and day.isdecimal() and len(month) <= 2 and len(day) <= 2) or tokens.words[i + 3] == "/":
        return None
    return Parts(None, int(month), int(day)) if 1 <= int(month) <= 12 and 1 <= int(day) <= LAST_DAY else None


def _joined(tokens: Tokens, first: int, joint: int) -> bool:
    """Are a month and a day at token `first` joined to others: "5/7-5/9", "from 5/7 to 5/9", "between 5/7 and 5/9"?"""
    word = tokens.low[joint]
    joins = word in _JOINTS or (word == "and" and first > 0 and tokens.low[first - 1] == "between")
    return joins and _month_and_day(tokens, first) is not None and _month_and_day(tokens, joint + 1) is not None


def _is_common_fraction(tokens: Tokens, i: int) -> bool:
    """Is "2/3" at token i a fraction that is measured or counted in, and "2/22" none?"""
    upper, lower = int(tokens.words[i]), int(tokens.words[i + 2])
    return upper < lower and lower in _COMMON_DENOMINATORS


def quarter_sign(tokens: Tokens, i: int) -> tuple[Parts, int] | None:
    """The "Q3" or "H1" at token i, and the token after it."""
    sign, number = tokens.low[i], tokens.words[i + 1]
    if sign not in ("q", "h") or not tokens.glued(i + 1):
        return None
    if sign == "q" and number in ("1", "2", "3", "4"):
        return Parts(quarter=int(number)), i + 2
    return (Parts(half=int(number)), i + 2) if sign == "h" and number in ("1", "2") else None
