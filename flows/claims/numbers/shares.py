"""Proportions of two numbers: "one in five", "3 out of 10", "one firm in every three"."""

from __future__ import annotations

from flows.claims.numbers.articles import read_after_article
from flows.claims.numbers.cardinals import read_cardinal
from flows.claims.numbers.digits import read_digits
from flows.claims.numbers.number import Number
from flows.claims.numbers.scales import times_scale
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import words_of

_NO_SHARE = words_of("numbers", "no_share")
_TIMES = words_of("numbers", "times")
LARGEST_OF = 1000
"""After "in", a larger number in plain digits is a year ("two in 2019")."""


def read_share(tokens: Tokens, i: int) -> Number | None:
    """The proportion that starts at token i; its first number is the smaller."""
    first = read_cardinal(tokens, i) or read_digits(tokens, i)
    if first is None or first.scaled or not first.whole:
        return None
    j = _whole_at(tokens, first)
    whole = (read_after_article(tokens, j) or read_cardinal(tokens, j) or read_digits(tokens, j)) if j else None
    if whole is None:
        return None
    whole = times_scale(tokens, whole)
    if not whole.whole or not 0 < first.value < whole.value:
        return None
    if tokens.low[whole.start - 1] != "of" and _tells_time(tokens, first, whole):
        return None
    return Number(first.value / whole.value, i, whole.end, "fraction")


def _whole_at(tokens: Tokens, first: Number) -> int | None:
    """Where the number of the whole stands, after "in", "in every", "-in-", "out of", or a noun and "in"."""
    i = first.end
    if tokens.low[i] == "out" and tokens.low[i + 1] == "of":
        return i + 2 + (tokens.low[i + 2] == "every")
    if tokens.words[i] == "-" and tokens.low[i + 1] == "in" and tokens.words[i + 2] == "-":
        return i + 3
    if tokens.low[i] != "in":
        noun = first.value < 10 and tokens.kinds[i] == "word" and tokens.low[i] not in _NO_SHARE
        if not noun or tokens.low[i + 1] != "in" or tokens.kinds[i + 2] != "word":
            return None
        i += 1
    return i + 1 + (tokens.low[i + 1] == "every")


def _tells_time(tokens: Tokens, first: Number, whole: Number) -> bool:
    """Does "in" tell when or how fast ("two in 2019", "won two in three days")?"""
    plain = whole.form == "digits" and "," not in tokens.words[whole.start]
    return (plain and whole.value > LARGEST_OF) or (first.value != 1 and tokens.low[whole.end] in _TIMES)
