"""Years and centuries that are told with their era: "500 BC", "AD 79", "300-250 BCE", "the 3rd century BC"."""

from __future__ import annotations

from flows.claims.dates.dated import Dated, Parts
from flows.claims.intervals import Interval
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import words_of

BEFORE_CHRIST = words_of("dates", "before_christ")
_OUR_ERA = words_of("dates", "our_era")
ERAS_IN_FRONT = frozenset(word.lower() for word in words_of("dates", "eras_in_front"))
_PRESENT = range(1950, 2051)
"""Years after which "BC" is a province."""
_MOST_DIGITS, _PLAIN = 6, 9999
_DASHES = frozenset("-–")


def read_year_of_era(tokens: Tokens, i: int) -> Dated | None:
    """ "500 BC", "79 AD", "300-250 BC": a year before our era has no dates, as the calendar does not reach it."""
    after = tokens.words[i + 1]
    if after in _OUR_ERA:
        year = _year(tokens.words[i])
        return Dated.of(i, i + 2, Parts(year)) if year and year < _PLAIN else None
    ranged = after in _DASHES or after == "to" or (after == "and" and tokens.low[i - 1] == "between")
    last = i + 2 * ranged
    if tokens.words[last + 1] not in BEFORE_CHRIST or tokens.words[last + 2].istitle():
        return None
    first, second = _year(tokens.words[i]), _year(tokens.words[last])
    if not first or not second or second > first or (tokens.words[last + 1] == "BC" and second in _PRESENT):
        return None
    interval = _before_christ(first).through(_before_christ(second)) if ranged else _before_christ(first)
    return Dated(interval, i, last + 2, Parts(1 - second))


def read_era_first(tokens: Tokens, i: int) -> Dated | None:
    """ "AD 79"."""
    year = _year(tokens.words[i + 1]) if tokens.words[i].isupper() else None
    return Dated.of(i, i + 2, Parts(year)) if year and year < _PLAIN and not tokens.glued(i + 1) else None


def century_before_christ(number: int) -> Interval:
    """The nth century before our era: the 3rd is 300 to 201 BC, told as the EDTF years -0299 to -0200."""
    return Interval(f"-{number - 1:02d}XX")


def _year(numeral: str) -> int | None:
    digits = numeral.replace(",", "")
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


def _before_christ(year: int) -> Interval:
    """EDTF counts a year nought, which is 1 BC, and marks years of more than four digits."""
    if year == 1:
        return Interval("0000")
    return Interval(f"-{year - 1:04d}" if year <= _PLAIN else f"Y-{year - 1}")
