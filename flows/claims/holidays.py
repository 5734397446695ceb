"""Holidays that the press dates things by, and the day each falls on."""

from __future__ import annotations

from collections.abc import Callable, Set
from datetime import date, timedelta

from flows.claims.tokens import Tokens


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth_weekday(month: int, weekday: int, nth: int, later: int = 0) -> Callable[[int], date]:
    """The nth weekday of a month (0 = Monday), and some days later."""

    def of(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1) + later)

    return of


def _last_monday_of_may(year: int) -> date:
    last = date(year, 5, 31)
    return last - timedelta(days=last.weekday())


def easter(year: int, later: int = 0) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm), and some days later."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1) + timedelta(days=later)


HOLIDAYS: dict[tuple[str, ...], Callable[[int], date]] = {
    ("easter",): easter,
    ("easter", "sunday"): easter,
    ("good", "friday"): lambda year: easter(year, -2),
    ("easter", "monday"): lambda year: easter(year, 1),
    ("christmas",): _fixed(12, 25),
    ("christmas", "day"): _fixed(12, 25),
    ("christmas", "eve"): _fixed(12, 24),
    ("boxing", "day"): _fixed(12, 26),
    ("new", "year", "'", "s", "day"): _fixed(1, 1),
    ("new", "year", "'", "s", "eve"): _fixed(12, 31),
    ("new", "year"): _fixed(1, 1),
    ("valentine", "'", "s", "day"): _fixed(2, 14),
    ("st", "patrick", "'", "s", "day"): _fixed(3, 17),
    ("saint", "patrick"): _fixed(3, 17),
    ("earth", "day"): _fixed(4, 22),
    ("labour", "day"): _fixed(5, 1),
    ("labor", "day"): _nth_weekday(9, 0, 1),
    ("independence", "day"): _fixed(7, 4),
    ("memorial", "day"): _last_monday_of_may,
    ("mother", "'", "s", "day"): _nth_weekday(5, 6, 2),
    ("mothers", "'", "day"): _nth_weekday(5, 6, 2),
    ("father", "'", "s", "day"): _nth_weekday(6, 6, 3),
    ("fathers", "'", "day"): _nth_weekday(6, 6, 3),
    ("martin", "luther", "king", "day"): _nth_weekday(1, 0, 3),
    ("presidents", "'", "day"): _nth_weekday(2, 0, 3),
    ("presidents", "day"): _nth_weekday(2, 0, 3),
    ("columbus", "day"): _nth_weekday(10, 0, 2),
    ("veterans", "day"): _fixed(11, 11),
    ("armistice", "day"): _fixed(11, 11),
    ("juneteenth",): _fixed(6, 19),
    ("canada", "day"): _fixed(7, 1),
    ("australia", "day"): _fixed(1, 26),
    ("anzac", "day"): _fixed(4, 25),
    ("groundhog", "day"): _fixed(2, 2),
    ("april", "fools", "'", "day"): _fixed(4, 1),
    ("april", "fool", "'", "s", "day"): _fixed(4, 1),
    ("may", "day"): _fixed(5, 1),
    ("epiphany",): _fixed(1, 6),
    ("bonfire", "night"): _fixed(11, 5),
    ("guy", "fawkes", "night"): _fixed(11, 5),
    ("mardi", "gras"): lambda year: easter(year, -47),
    ("shrove", "tuesday"): lambda year: easter(year, -47),
    ("ash", "wednesday"): lambda year: easter(year, -46),
    ("palm", "sunday"): lambda year: easter(year, -7),
    ("maundy", "thursday"): lambda year: easter(year, -3),
    ("whit", "sunday"): lambda year: easter(year, 49),
    ("whit", "monday"): lambda year: easter(year, 50),
    ("pentecost",): lambda year: easter(year, 49),
    ("ascension", "day"): lambda year: easter(year, 39),
    ("bastille", "day"): _fixed(7, 14),
    ("halloween",): _fixed(10, 31),
    ("thanksgiving",): _nth_weekday(11, 3, 4),
    ("thanksgiving", "day"): _nth_weekday(11, 3, 4),
    ("black", "friday"): _nth_weekday(11, 3, 4, later=1),
    ("cyber", "monday"): _nth_weekday(11, 3, 4, later=4),
}
_NEW_YEAR = ("new", "year")
_BEFORE_NEW_YEAR = frozenset(
    {"before", "after", "by", "until", "till", "since", "from", "for", "at", "to", "through", "and", ""}
)
"""Before "New Year" where it is the day; elsewhere it may be the whole year."""
FIRST_WORDS = frozenset(words[0] for words in HOLIDAYS)


_SPELLED = {
    first: [frozenset(word for word in phrase if len(word) > 1) for phrase in HOLIDAYS if phrase[0] == first]
    for first in FIRST_WORDS
}
"""The words of the names that start with a word."""


def may_hold_holiday(words: Set[str]) -> bool:
    """Whether a text with these words may name a holiday."""
    return any(spelled <= words for first in FIRST_WORDS & words for spelled in _SPELLED[first])


def _is_day(tokens: Tokens, i: int) -> bool:
    """Is the "New Year" at token i a day, and no whole year and no "New Year's resolution"?"""
    return tokens.low[i - 1] in _BEFORE_NEW_YEAR and tokens.words[i + 2] != "'"


def holiday_at(tokens: Tokens, i: int) -> tuple[Callable[[int], date], int] | None:
    """The holiday named at token i and the token after its name."""
    if tokens.low[i] not in FIRST_WORDS:
        return None
    for n in (5, 4, 3, 2, 1):
        words = tuple(tokens.low[i : i + n])
        if len(words) == n and words in HOLIDAYS and (words != _NEW_YEAR or _is_day(tokens, i)):
            return HOLIDAYS[words], i + n
    return None
