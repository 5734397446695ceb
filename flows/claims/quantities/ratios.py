"""Ratios of two numbers: "3:1", "a dilution of 1:500", "a ratio of 5 to 2", "a three-to-one margin"."""

from __future__ import annotations

from decimal import Decimal

from flows.claims.numbers import Number, digits_value, read_number
from flows.claims.quantities.figure import Figure
from flows.claims.tokens import Tokens
from flows.claims.units import Unit, unit_after
from flows.claims.vocabulary import words_of

_TELL_RATIO = words_of("figures", "tell_ratio")
_SCORE_WORDS = words_of("figures", "score_words")
_BEFORE_SAID = frozenset({"of", "by", "at", "odds", "were", "was", "is"})
_REACH_BACK, _REACH_ON = 4, 2
_HUNDRED = Decimal(100)


def read_ratio(tokens: Tokens, i: int) -> Figure | None:
    """The ratio at token i, as the quotient of its numbers."""
    if tokens.kinds[i] == "time":
        return _of_time(tokens, i)
    return _with_colon(tokens, i) if tokens.words[i + 1] == ":" else _said(tokens, i)


def tells_ratio(tokens: Tokens, start: int, end: int) -> bool:
    """Do the words around tokens [start, end) say that a ratio stands there?"""
    around = tokens.low[max(0, start - _REACH_BACK) : start] + tokens.low[end : end + _REACH_ON]
    return not _TELL_RATIO.isdisjoint(around)


def _figure(start: int, end: int, upper: Decimal, lower: Decimal) -> Figure | None:
    if not lower:
        return None
    return Figure(start=start, end=end, value=upper / lower, unit=Unit(None, "ratio", end, end), rule="quantity.ratio")


def _of_time(tokens: Tokens, i: int) -> Figure | None:
    """The "1:10" of "a slope of 1:10", which looks like a time of day."""
    upper, lower, *more = tokens.words[i].split(":")
    return None if more or not tells_ratio(tokens, i, i + 1) else _figure(i, i + 1, Decimal(upper), Decimal(lower))


def _with_colon(tokens: Tokens, i: int) -> Figure | None:
    """ "3:1", "70:30", "a ratio of 2:3"; but "won 2:1", "Exodus 3:1", "45:345-350", "2:1:1"."""
    if not (tokens.glued(i + 1) and tokens.glued(i + 2)) or tokens.words[i + 3] in (":", "-"):
        return None
    if tokens.glued(i) and tokens.words[i - 1] != "(":
        return None
    upper, lower = (digits_value(tokens.words[j]) if tokens.kinds[j] == "numeral" else None for j in (i, i + 2))
    if upper is None or lower is None or not (tells_ratio(tokens, i, i + 3) or _looks_so(tokens, i, upper, lower)):
        return None
    return _figure(i, i + 3, upper, lower)


def _looks_so(tokens: Tokens, i: int, upper: Decimal, lower: Decimal) -> bool:
    """Is one of the two numbers one, or do they make up a hundred, after no name and in no score?"""
    if tokens.words[i - 1].istitle() or not _SCORE_WORDS.isdisjoint(tokens.low[max(0, i - _REACH_BACK) : i]):
        return False
    return Decimal(1) in (upper, lower) or upper + lower == _HUNDRED


def _said(tokens: Tokens, i: int) -> Figure | None:
    """ "a ratio of 5 to 2", "odds of ten to one", "a three-to-one margin"."""
    if "to" not in tokens.low[i + 1 : i + 3]:
        return None
    upper = read_number(tokens, i)
    hyphens = upper is not None and tokens.words[upper.end] == "-" == tokens.words[upper.end + 2]
    j = upper.end + hyphens if upper else i
    lower = read_number(tokens, j + 1 + hyphens) if upper and tokens.low[j] == "to" else None
    if upper is None or lower is None or unit_after(tokens, lower.end) is not None:
        return None
    named = tokens.low[i - 1] in _BEFORE_SAID and tells_ratio(tokens, i, lower.end)
    if not named and not (hyphens and _of_one(upper, lower)):
        return None
    return _figure(i, lower.end, upper.value, lower.value)


def _of_one(upper: Number, lower: Number) -> bool:
    return lower.value == 1 < upper.value
