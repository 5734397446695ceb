"""Temperatures by the words around them, where a letter right after a number could be part of a name ("40C", "13F")."""

from __future__ import annotations

from flows.claims.tokens import Tokens
from flows.claims.vocabulary import words_of

_DEGREES = frozenset("CF")
_BEFORE_HEAT = words_of("units", "before_heat")
_TELL_HEAT = words_of("units", "tell_heat")
HEAT_REACH = 8
"""How many tokens before "30C" a word may stand that tells it is a temperature."""


def is_temperature(tokens: Tokens, i: int) -> bool:
    """ "-10C", "573.15K", "40C (104F)", "highs of 30C", "35C heat"; but "13F" is a form, "32K" a number."""
    if "." in tokens.words[i - 1] or tokens.words[i - 2] in ("-", "+", "±", "~"):
        return True
    if tokens.words[i] == "K":
        return False
    if tokens.words[i] == "C" and tokens.low[i - 2] in _BEFORE_HEAT:
        return True
    in_brackets = tokens.words[i - 2] == "(" and tokens.words[i - 3] in _DEGREES
    if in_brackets or (tokens.words[i + 1] == "(" and tokens.words[i + 3] in _DEGREES):
        return True
    return tokens.low[i + 1] in _TELL_HEAT or not _TELL_HEAT.isdisjoint(tokens.low[max(0, i - HEAT_REACH) : i])
