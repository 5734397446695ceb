"""The nth part of a longer time: "the third week of July 2020", "the last day of February", "the 3rd of next month"."""

from __future__ import annotations

from datetime import date, timedelta

from flows.claims import intervals
from flows.claims.dates import WEEKDAYS
from flows.claims.intervals import UNDATED, Interval
from flows.claims.numbers import read_ordinal
from flows.claims.periods.absolute import read_absolute
from flows.claims.periods.relative import LAST_DAY, read_relative, read_unit
from flows.claims.periods.time import Time
from flows.claims.periods.words import THIS, step_of
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import words_of
from flows.claims.vocabulary.number_words import ORDINALS

_LAST = words_of("periods", "last_of")
_UNITS = frozenset({"day", "week", "weekend", "month"})
NTH_WORDS = ORDINALS.keys() | _LAST | {"twenty", "thirty"}
_LINKS = frozenset({"of", "in"})
_WEEK = timedelta(days=7)
_TO_THURSDAY = 3
"""The first week of a time is the one that holds the first Thursday of it, as ISO 8601 has it for years."""


def read_nth(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """The part of a longer time at token i; its number counts from one, and is -1 for the last."""
    j = i + (tokens.low[i] == "the")
    if tokens.kinds[j] != "numeral" and tokens.low[j] not in NTH_WORDS:
        return None
    ordinal = None if tokens.low[j] in _LAST else read_ordinal(tokens, j)
    if ordinal is None and tokens.low[j] not in _LAST:
        return None
    number, k = (int(ordinal.value), ordinal.end) if ordinal and ordinal.value <= LAST_DAY else (-1, j + 1)
    if ordinal is not None and number < 1:
        return None
    unit = tokens.low[k]
    if unit in _UNITS or (unit in WEEKDAYS and (len(unit) > 4 or not tokens.words[k].islower())):
        return _of_whole(tokens, i, k, number, reference)
    told = j > i or tokens.kinds[j] == "numeral"
    return _day_of(tokens, i, k, number, reference) if told and number > 0 else None


def _of_whole(tokens: Tokens, i: int, k: int, number: int, reference: date | None) -> Time | None:
    """ "the third WEEK OF July 2020", "the second SUNDAY OF May", "the 9th MONTH OF next year"."""
    if tokens.low[k + 1] not in _LINKS:
        return None
    whole = _whole(tokens, k + 2, reference)
    return whole and Time(_part(whole.interval, tokens.low[k], number), i, whole.end, rule="period.nth")


def _day_of(tokens: Tokens, i: int, k: int, number: int, reference: date | None) -> Time | None:
    """ "the 3rd OF next month", "the 15th OF the month"."""
    j = k + 1 + (tokens.low[k + 1] == "the")
    if tokens.low[k] != "of" or tokens.low[j + (step_of(tokens.low[j]) is not None)] != "month":
        return None
    whole = _whole(tokens, k + 1, reference)
    return whole and Time(_part(whole.interval, "day", number), i, whole.end, rule="period.nth")


def _whole(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    whole = read_absolute(tokens, i, reference) or read_relative(tokens, i, reference)
    return whole or read_unit(tokens, i + (tokens.low[i] in THIS), reference)


def _part(whole: Interval, unit: str, number: int) -> Interval:
    """The nth unit or weekday of a whole; undated where the whole is, or has not so many."""
    if whole.start is None or whole.end is None:
        return UNDATED
    part = _nth(whole.start, whole.end, unit, number)
    inside = part and part.start and part.end and part.end > whole.start and part.start < whole.end
    return part if part and inside else UNDATED


def _nth(start: date, end: date, unit: str, number: int) -> Interval | None:
    last = end - timedelta(days=1)
    if unit in WEEKDAYS:
        ahead = timedelta(days=(WEEKDAYS[unit] - start.weekday()) % 7)
        back = timedelta(days=(last.weekday() - WEEKDAYS[unit]) % 7)
        return intervals.holding("day", last - back if number < 0 else start + ahead + (number - 1) * _WEEK)
    if unit == "weekend":
        saturday = _nth(start, end, "saturday", number)
        first = saturday.start if saturday else None
        return intervals.between(first, first + timedelta(days=2)) if first else None
    if unit == "week":
        thursday = timedelta(days=_TO_THURSDAY)
        return intervals.week_of(last - thursday if number < 0 else start + thursday + (number - 1) * _WEEK)
    first = last if number < 0 else intervals.shift(start, number - 1, unit)
    return intervals.holding(unit, first) if first else None
