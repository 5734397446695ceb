"""Times told from the reference date: "today", "last year", "next Friday", "this May", "Monday", "the year"."""

from __future__ import annotations

from datetime import date, timedelta

from flows.claims import intervals
from flows.claims.dates import WEEKDAYS, Dated, read_date
from flows.claims.intervals import UNDATED, Interval
from flows.claims.numbers import read_ordinal
from flows.claims.periods.time import Time, time_of
from flows.claims.periods.words import DAYS, LAST_OR_NEXT, UNIT_FORMS, UNITS, step_of
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import entry_of, words_of

RULE = "period.relative"
LAST_DAY = 31
_NEAREST = words_of("periods", "nearest")
_SAME_UNITS: dict[str, str] = entry_of("periods", "same_units")
_ABBREVIATED_ENDS: dict[str, str] = entry_of("periods", "abbreviated_ends")
_BEFORE_STRETCH = words_of("periods", "before_stretch")
_STRETCHES = (UNITS - {"day", "century"}) | {"weekend"}
_AFTER_STRETCH = words_of("periods", "after_stretch")
GOES_ON = frozenset({"word", "numeral", "date"})
_FEW = words_of("periods", "vague")
_PLURALS = UNIT_FORMS.keys() - UNITS
_DAYS_BESIDE: dict[tuple[str, ...], int] = {("after", "tomorrow"): 2, ("before", "yesterday"): -2}
_UNITS_TO_DATE = frozenset({"year", "quarter", "month", "week"})
TO_DATE_WORDS = _UNITS_TO_DATE | _ABBREVIATED_ENDS.keys() | {"day"}
_OWN_YEARS = words_of("periods", "own_years")
_QUALIFIERS = words_of("periods", "unit_qualifiers") | _OWN_YEARS
_SHORTEST_WEEKDAY = 5
"""A bare weekday, or one in lower case, is spelled out; "Sun" and "Sat" are words."""


def read_relative(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """The relative time at token i."""
    low = tokens.low[i]
    if low in DAYS:
        return Time(_day(reference, DAYS[low]), i, i + 1, rule=RULE)
    if low == "day" and (distance := _DAYS_BESIDE.get(tuple(tokens.low[i + 1 : i + 3]))):
        return Time(_day(reference, distance), i, i + 3, rule=RULE)
    if low in _UNITS_TO_DATE or low in _ABBREVIATED_ENDS:
        return _to_date(tokens, i, reference)
    j = i + 1 if low in ("the", "this") and tokens.low[i + 1] in LAST_OR_NEXT else i
    if (step := step_of(tokens.low[j])) is not None:
        return _stepped(tokens, i, j, step, reference)
    return _weekday(tokens, i, reference) if low in WEEKDAYS else None


def read_stretch(tokens: Tokens, i: int) -> Time | None:
    """ "in THE QUARTER", "for THE YEAR": which one it is, the text does not say."""
    if tokens.low[i] != "the" or tokens.low[i - 1] not in _BEFORE_STRETCH:
        return None
    if tokens.low[i + 1] not in _STRETCHES or (
        tokens.kinds[i + 2] in GOES_ON and tokens.low[i + 2] not in _AFTER_STRETCH
    ):
        return None
    return None if tokens.words[i + 2] in ("-", "'") else Time(UNDATED, i, i + 2, rule=RULE)


def _to_date(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "the year to date", "year-to-date", "the end of the year" by its letters: "EOY"."""
    if end_of := _ABBREVIATED_ENDS.get(tokens.low[i]):
        return Time(intervals.holding(end_of, reference) if reference else UNDATED, i, i + 1, rule="period.part")
    hyphens = tokens.words[i + 1] == "-" == tokens.words[i + 3]
    end = i + 3 + 2 * hyphens
    if [word for word in tokens.low[i + 1 : end] if word != "-"] != ["to", "date"]:
        return None
    start = intervals.holding(tokens.low[i], reference).start if reference else None
    interval = intervals.between(start, reference + timedelta(days=1)) if start and reference else UNDATED
    return Time(interval, i, end, rule=RULE)


def _stepped(tokens: Tokens, i: int, j: int, step: int, reference: date | None) -> Time | None:
    """What "last", "this" or "next" at token j goes with: a unit, a weekday, a month, a season."""
    which, noun = tokens.low[j], tokens.low[j + 1]
    if unit := _unit_at(tokens, j + 1, step, reference):
        return Time(unit[0], i, unit[1], rule=RULE)
    if noun in WEEKDAYS and (len(noun) >= _SHORTEST_WEEKDAY or not tokens.words[j + 1].islower()):
        interval = _nearest_weekday(noun, step, reference) if which in _NEAREST else _weekday_of(noun, step, reference)
        return Time(interval, i, j + 2, rule=RULE)
    if which in ("this", "last", "next") and (dated := read_date(tokens, j + 1)) and dated.year is None and dated.month:
        interval = _month_of(dated, dated.month, step, reference) if reference else dated.interval
        return Time(interval, i, dated.end, rule=RULE)
    if noun in intervals.SEASON_CODES and which != "past":
        season = intervals.season(reference.year + step, noun) if reference else UNDATED
        return Time(season, i, j + 2, rule=RULE)
    return None


def _unit_at(tokens: Tokens, i: int, step: int, reference: date | None) -> tuple[Interval, int] | None:
    """The "year", "weekend", "business day" or "fiscal year" at token i, and the token after it."""
    noun, after = _SAME_UNITS.get(tokens.low[i], tokens.low[i]), tokens.low[i + 1]
    if noun in UNITS:
        return _unit(noun, step, reference), i + 1
    if noun == "weekend":
        return _weekend(step, reference), i + 1
    if step and (tokens.low[i - 2] == "the" or noun in _FEW) and (end := _end_of_plural(tokens, i)):
        return UNDATED, end
    if noun not in _QUALIFIERS or after not in UNITS:
        return None
    return UNDATED if noun in _OWN_YEARS else _unit(after, step, reference), i + 2


def _end_of_plural(tokens: Tokens, i: int) -> int | None:
    """The token after the "weeks" of "the coming WEEKS", the "few years" of "the past FEW YEARS": how many is open."""
    j = i + (tokens.low[i] in _FEW) + (tokens.low[i] == "couple" and tokens.low[i + 1] == "of")
    return j + 1 if tokens.low[j] in _PLURALS and tokens.low[j + 1] != "of" else None


def _day(reference: date | None, distance: int) -> Interval:
    day = intervals.shift(reference, distance, "day") if reference else None
    return intervals.holding("day", day) if day else UNDATED


def _weekend(step: int, reference: date | None) -> Interval:
    """The Saturday and Sunday of this week, the last or the next."""
    start = _weekday_of("saturday", step, reference).start
    return intervals.between(start, start + timedelta(days=2)) if start else UNDATED


def _unit(unit: str, step: int, reference: date | None) -> Interval:
    """The calendar unit that lies `step` units from the one with the reference date."""
    day = intervals.shift(reference, step, unit) if reference else None
    return intervals.holding(unit, day) if day else UNDATED


def _month_of(dated: Dated, month: int, step: int, reference: date) -> Interval:
    """ "this May", "last May", "next May": the one of this year, the one before, the one to come."""
    year = reference.year
    if step < 0 and month >= reference.month:
        year -= 1
    if step > 0 and month <= reference.month:
        year += 1
    return dated.in_year(year).interval


def _weekday_of(name: str, step: int, reference: date | None) -> Interval:
    week = intervals.shift(reference, step, "week") if reference else None
    if week is None:
        return UNDATED
    return intervals.holding("day", week + timedelta(days=WEEKDAYS[name] - week.weekday()))


def _nearest_weekday(name: str, step: int, reference: date | None) -> Interval:
    """ "this coming Friday", "past Wednesday": the first one after or before the reference date."""
    if reference is None:
        return UNDATED
    distance = step * ((step * (WEEKDAYS[name] - reference.weekday()) - 1) % 7 + 1)
    return _day(reference, distance)


def _weekday(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "Monday, 3 May", "Monday the 3rd", "Monday of next week", or a bare "Monday": the last one, as in a report."""
    low = tokens.low[i]
    if len(low) < _SHORTEST_WEEKDAY:
        return None
    dated = read_date(tokens, i + 1 + (tokens.low[i + 1] in (",", "the")))
    if dated is not None and dated.day is not None:
        return time_of(dated, reference)._replace(start=i)
    named = tokens.low[i + 1] == "the"
    ordinal = read_ordinal(tokens, i + 1 + named) if named or tokens.kinds[i + 1] == "numeral" else None
    if ordinal and ordinal.value <= LAST_DAY:
        return Time(_nearest(WEEKDAYS[low], int(ordinal.value), reference), i, ordinal.end, rule=RULE)
    if tokens.low[i + 1] == "of" and (week := _week(tokens, i + 2)):
        step, end = week
        return Time(_weekday_of(low, step, reference), i, end, rule=RULE)
    back = (reference.weekday() - WEEKDAYS[low]) % 7 if reference else 0
    return Time(_day(reference, -back), i, i + 1, rule=RULE)


def _nearest(weekday: int, number: int, reference: date | None) -> Interval:
    """ "Tuesday the eleventh": of the days of that number on that weekday the nearest, within a year."""
    if reference is None:
        return UNDATED
    months = (intervals.shift(reference.replace(day=1), count, "month") for count in range(-12, 13))
    days = (intervals.day(first.year, first.month, number) for first in months if first)
    dated = [day.start for day in days if day and day.start and day.start.weekday() == weekday]
    return intervals.holding("day", min(dated, key=lambda day: abs(day - reference))) if dated else UNDATED


def _week(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The "next week" of "Monday of next week": its distance, and the token after it."""
    j = i + (tokens.low[i] == "the")
    step = step_of(tokens.low[j])
    return None if step is None or tokens.low[j + 1] != "week" else (step, j + 2)


def read_unit(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """The "the year" of "the end of the year": the one that holds the reference date."""
    j = i + 1 if tokens.low[i] == "the" else i
    unit = tokens.low[j]
    if unit == "weekend":
        return Time(_weekend(0, reference), i, j + 1, rule=RULE)
    if unit not in UNITS or tokens.low[j + 1] in ("to", "of"):
        return None
    return Time(intervals.holding(unit, reference) if reference else UNDATED, i, j + 1, rule=RULE)
