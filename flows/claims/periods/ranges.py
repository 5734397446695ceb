"""Ranges of times: "2014-2018", "from 2014 to 2018", "between Jan 2019 and now", "Oct. 18-22", "Jan-Feb 2017"."""

from __future__ import annotations

from datetime import date

from flows.claims import intervals
from flows.claims.dates import Dated, Parts, day_at, nearest_year, read_date, read_day_first, year_at
from flows.claims.intervals import UNDATED, Interval
from flows.claims.periods.absolute import dated_at
from flows.claims.periods.single import read_part
from flows.claims.periods.time import Time, time_of
from flows.claims.periods.words import DAYS, PARTS_OF, step_of
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import words_of

JOINTS = words_of("periods", "joints")
_WEAK_JOINTS = words_of("periods", "weak_joints")
_PRESENT = words_of("periods", "present")


def read_range(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """The range that starts at token i, perhaps with "from", "between" or "in"."""
    if days := _days_of_told_month(tokens, i, reference):
        return days
    first = _first(tokens, i, reference)
    if first is None or not _joins(tokens, i, first):
        return None
    second = _second(tokens, first.end + 1, first if isinstance(first, Dated) else None, reference)
    if second is None:
        return None
    if isinstance(first, Dated) and isinstance(second, Dated):
        first, second = _sharing_year(first, second, reference)
    if isinstance(first, Time) and not (isinstance(second, Time) or _leads(tokens, i, tokens.low[first.end])):
        return None
    start, end = _interval(first, reference), _interval(second, reference)
    if start.start and end.start and start.start > end.start:
        return None
    return Time(start.through(end), i, second.end, rule="period.range")


def _first(tokens: Tokens, i: int, reference: date | None) -> Dated | Time | None:
    j = i + (tokens.low[i] in ("from", "between") or (tokens.low[i] == "in" and _is_dash_range(tokens, i + 1)))
    j += tokens.low[j] == "the" and tokens.low[j + 1] in PARTS_OF
    named = read_part(tokens, j, reference) or dated_at(tokens, j) or _earlier_day(tokens, j)
    return named or (dated_at(tokens, j + 1) if tokens.low[j] == "the" and tokens.kinds[j + 1] == "numeral" else None)


def _earlier_day(tokens: Tokens, i: int) -> Dated | None:
    """The "3" of "3-5 May 2021", "from 3 to 5 May", "the 3rd to the 5th of May": an earlier day of the month named."""
    first = day_at(tokens, i) if tokens.kinds[i] == "numeral" or tokens.low[i] == "the" else None
    if first is None or tokens.low[first[1]] not in JOINTS:
        return None
    last = read_day_first(tokens, first[1] + 1)
    if last is None or last.day is None or last.day <= first[0]:
        return None
    return Dated.of(i, first[1], Parts(last.year, last.month, first[0]))


def _days_of_told_month(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "from 4-23 in next month", "between the 2nd and 7th of this month"."""
    lead = tokens.low[i]
    first = day_at(tokens, i + 1) if lead in ("from", "between") else None
    if first is None or not (tokens.low[first[1]] in JOINTS or (lead, tokens.low[first[1]]) == ("between", "and")):
        return None
    last = day_at(tokens, first[1] + 1)
    if last is None or last[0] <= first[0]:
        return None
    j = last[1] + (tokens.low[last[1]] in ("of", "in"))
    step = step_of(tokens.low[j])
    if step is None or tokens.low[j + 1] != "month":
        return None
    month = intervals.shift(reference.replace(day=1), step, "month") if reference else None
    start, end = (month and intervals.day(month.year, month.month, day) for day in (first[0], last[0]))
    return Time(start.through(end) if start and end else UNDATED, i, j + 2, rule="period.range")


def _is_dash_range(tokens: Tokens, i: int) -> bool:
    return year_at(tokens, i) is not None and tokens.low[i + 1] in ("-", "–", "through")


def _joins(tokens: Tokens, i: int, first: Dated | Time) -> bool:
    """Does what follows the first time join it to another?"""
    lead, joint = tokens.low[i], tokens.low[first.end]
    return joint in JOINTS and (joint != "and" or lead == "between")


def _leads(tokens: Tokens, i: int, joint: str) -> bool:
    """Can that joint, after a part of a time ("early 2014"), join it to a plain date?"""
    return joint not in _WEAK_JOINTS or tokens.low[i] in ("from", "between", "in")


def _second(tokens: Tokens, i: int, first: Dated | None, reference: date | None) -> Dated | Time | None:
    """The far end of a range: a date, a bare day of the same month, the end of a year, or now."""
    j = i + (tokens.low[i] == "the")
    if tokens.low[j] in _PRESENT:
        day = intervals.shift(reference, DAYS.get(tokens.low[j], 0), "day") if reference else None
        return Time(intervals.holding("day", day) if day else Interval(".."), i, j + 1)
    if first and first.day and first.month and tokens.kinds[j] == "numeral" and tokens.words[j].isdecimal():
        return _later_day(tokens, j, first, first.day)
    if part := read_part(tokens, i, reference):
        return part
    found = dated_at(tokens, j)
    return found if found and (first is None or _alike(first, found)) else None


def _later_day(tokens: Tokens, i: int, first: Dated, first_day: int) -> Dated | None:
    """ "Oct. 18-22", "5/1-5/7, 2020": a date in a month of its own, or a later day of the same month."""
    if (dated := read_date(tokens, i)) and dated.month:
        return dated
    day = day_at(tokens, i)
    if day is None or day[0] <= first_day:
        return None
    tail = read_date(tokens, day[1] + (tokens.words[day[1]] == ","))
    year, end = (tail.year, tail.end) if tail and tail.year and tail.month is None else (first.year, day[1])
    return Dated.of(i, end, Parts(year, first.month, day[0]))


def _alike(first: Dated, second: Dated) -> bool:
    """Two plain years, or two dates of which neither is a lone year after a day ("5 May - 2018")."""
    return (first.month is None) == (second.month is None) or first.parts.quarter is not None


def _sharing_year(first: Dated, second: Dated, reference: date | None) -> tuple[Dated, Dated]:
    """Two dates, the year of one lent to the other that has none; where neither has, the second follows the first."""
    if reference and first.year is None is second.year and first.month and second.month:
        first = nearest_year(first, reference)
        year = first.year or reference.year
        second = second.in_year(year + ((second.month or 0, second.day or 0) < (first.month or 0, first.day or 0)))
    if first.year is None and second.year is not None:
        return first.in_year(second.year), second
    if second.year is None and first.year is not None:
        return first, second.in_year(first.year)
    return first, second


def _interval(found: Dated | Time, reference: date | None) -> Interval:
    return time_of(found, reference).interval if isinstance(found, Dated) else found.interval
