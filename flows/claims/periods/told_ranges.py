"""Ranges of times told from the reference date: "from tomorrow until next Friday", "Monday through Thursday"."""

from __future__ import annotations

from datetime import date, timedelta

from flows.claims import intervals
from flows.claims.dates import WEEKDAYS
from flows.claims.holidays import holiday_at
from flows.claims.intervals import UNDATED, Interval
from flows.claims.periods.relative import read_relative
from flows.claims.periods.single import read_single
from flows.claims.periods.time import Time
from flows.claims.periods.words import DAYS, LAST_OR_NEXT
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import words_of

TOLD_JOINTS = words_of("periods", "joints")
_SURE_JOINTS = words_of("periods", "sure_joints")
_OPENERS = frozenset({"from", "between"})
_DAY_NAMES = WEEKDAYS.keys() | DAYS.keys()


def read_told_range(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """The range whose first time, at token i or after "from" or "between", is told from the reference date."""
    opened = tokens.low[i] in _OPENERS
    now = opened and tokens.low[i + 1] == "now"
    first = _today(i + 1, reference) if now else read_relative(tokens, i + opened, reference)
    if first is None and opened and holiday_at(tokens, i + 1):
        first = read_single(tokens, i + 1, reference)
    if first is None or tokens.low[first.end] not in TOLD_JOINTS:
        return None
    second = read_single(tokens, first.end + 1, reference)
    if second is None or not _joined(tokens, i, first, second):
        return None
    interval = _through(first.interval, second.interval, tokens.low[second.start] in WEEKDAYS)
    return interval and Time(interval, i, second.end, rule="period.range")


def _today(i: int, reference: date | None) -> Time:
    return Time(intervals.holding("day", reference) if reference else UNDATED, i, i + 1)


def _joined(tokens: Tokens, i: int, first: Time, second: Time) -> bool:
    """Does the word between two times join them ("from today to Friday"), or is each told for itself?"""
    joint = tokens.low[first.end]
    if joint == "and":
        return tokens.low[i] == "between"
    if tokens.low[i] in _OPENERS or joint in _SURE_JOINTS:
        return True
    return _is_day(tokens, first.start) and _is_day(tokens, second.start) and joint != "—"


def _is_day(tokens: Tokens, i: int) -> bool:
    """ "tomorrow", "Friday", "next Friday"."""
    return tokens.low[i] in _DAY_NAMES or (tokens.low[i] in LAST_OR_NEXT and tokens.low[i + 1] in WEEKDAYS)


def _through(first: Interval, second: Interval, weekday: bool) -> Interval | None:
    """From the first to the second, a weekday of the week after if need be; None where it lies before all the same."""
    if weekday and first.start and second.start and second.start < first.start:
        second = intervals.holding("day", second.start + timedelta(days=7))
    backwards = first.start and second.end and second.end <= first.start
    return None if backwards else first.through(second)
