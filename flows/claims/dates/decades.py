"""Decades and centuries: "1990s", "1990's", "'90s", "15th century", "twenty-first century"."""

from __future__ import annotations

from flows.claims import intervals
from flows.claims.dates.dated import Dated
from flows.claims.dates.years import is_two_digits
from flows.claims.numbers import read_ordinal
from flows.claims.tokens import Tokens

LAST_CENTURY = 30
LAST_SHORT_DECADE = 20
"""Short decades up to this one are of the present century ("the '20s")."""


def read_decade(tokens: Tokens, i: int) -> Dated | None:
    """ "1990s", "1990's"."""
    word = tokens.words[i]
    if len(word) != 4 or not word.isdecimal() or not word.endswith("0"):
        return None
    j = i + 1 + (tokens.words[i + 1] == "'")
    if tokens.words[j] != "s" or not tokens.glued(i + 1) or not tokens.glued(j):
        return None
    return Dated(intervals.decade(int(word)), i, j + 1)


def read_short_decade(tokens: Tokens, i: int) -> Dated | None:
    """ "'90s"."""
    if tokens.words[i] != "'" or tokens.kinds[i + 1] != "numeral" or tokens.words[i + 2] != "s":
        return None
    word = tokens.words[i + 1]
    if not is_two_digits(word) or not word.endswith("0") or not tokens.glued(i + 2):
        return None
    century = 1900 if int(word) > LAST_SHORT_DECADE else 2000
    return Dated(intervals.decade(century + int(word)), i, i + 3)


def read_century(tokens: Tokens, i: int) -> Dated | None:
    """ "15th century", "twenty-first century", "21st-century"."""
    ordinal = read_ordinal(tokens, i)
    if ordinal is None or not 1 <= ordinal.value <= LAST_CENTURY:
        return None
    j = ordinal.end + (tokens.words[ordinal.end] == "-")
    if tokens.low[j] not in ("century", "centuries"):
        return None
    return Dated(intervals.century(int(ordinal.value)), i, j + 1)
