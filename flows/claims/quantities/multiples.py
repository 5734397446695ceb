"""Multiples: "doubled", "more than tripled", "threefold", "ten-fold", "twice the"."""

from __future__ import annotations

from decimal import Decimal

from flows.claims.numbers import read_number
from flows.claims.quantities.bounded import with_comparators
from flows.claims.quantities.figure import Figure
from flows.claims.tokens import Tokens
from flows.claims.units import Unit
from flows.claims.vocabulary import words_of
from flows.claims.vocabulary.number_words import FOLDS, MULTIPLE_VERBS, MULTIPLE_WORDS

_AFTER_TWICE = words_of("figures", "after_twice")
_AFTER_DOUBLE = words_of("figures", "after_double")
_BEFORE_DOUBLE_NOUN = words_of("figures", "before_double_noun")
_FOLD_REACH = 10
"""How many tokens may stand from a number to its "fold"."""


def read_multiple(tokens: Tokens, i: int) -> Figure | None:
    """The multiple at token i, as a ratio."""
    low = tokens.low[i]
    if low in MULTIPLE_VERBS and not _is_noun(tokens, i):
        return _times(tokens, i, i + 1, MULTIPLE_VERBS[low], "quantity.multiple_verb")
    if low in FOLDS:
        return _times(tokens, i, i + 1, FOLDS[low], "quantity.fold")
    if low in MULTIPLE_WORDS and tokens.low[i + 1] in _AFTER_TWICE:
        return _times(tokens, i, i + 1, MULTIPLE_WORDS[low], "quantity.multiple")
    return _fold(tokens, i)


def _fold(tokens: Tokens, i: int) -> Figure | None:
    """ "ten-fold", "3.5 fold"."""
    if "fold" not in tokens.low[i : i + _FOLD_REACH]:
        return None
    number = read_number(tokens, i)
    if number is None or number.form == "vague":
        return None
    j = number.end + (tokens.words[number.end] == "-")
    return _times(tokens, i, j + 1, number.value, "quantity.fold") if tokens.low[j] == "fold" else None


def _times(tokens: Tokens, start: int, end: int, value: Decimal, rule: str) -> Figure:
    unit = Unit("times", "ratio", end - 1, end)
    return with_comparators(tokens, Figure(start=start, end=end, value=value, unit=unit, rule=rule))


def _is_noun(tokens: Tokens, i: int) -> bool:
    """ "a double room", "doubles match", "triple jump", "double-digit": no multiple."""
    low = tokens.low[i]
    if low.endswith(("ed", "ing")):
        return False
    if low.endswith("s") or tokens.words[i + 1] == "-" or tokens.low[i - 1] in _BEFORE_DOUBLE_NOUN:
        return True
    return tokens.low[i + 1] not in _AFTER_DOUBLE
