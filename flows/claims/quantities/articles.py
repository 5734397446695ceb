"""One of a unit: "a gallon of beer", "a kilometre and a half", "an hour and 40 minutes"."""

from __future__ import annotations

from decimal import Decimal

from flows.claims.nouns import is_plural
from flows.claims.numbers import Number
from flows.claims.quantities.amounts import Amount, with_parts
from flows.claims.quantities.bounded import with_comparators
from flows.claims.quantities.figure import Figure
from flows.claims.tokens import Tokens
from flows.claims.units import Unit, unit_after
from flows.claims.vocabulary import words_of

_DURATIONS = words_of("figures", "article_durations")
ARTICLE_UNITS = words_of("figures", "article_units") | _DURATIONS
_BEFORE_DURATION = words_of("figures", "before_one_duration")
_BEFORE = words_of("figures", "before_one_unit")
_AFTER = words_of("figures", "after_one_unit")


def read_one_unit(tokens: Tokens, i: int) -> Figure | None:
    """The article at token i before a unit's name, unless a rate is meant ("5 dollars a barrel")."""
    unit = unit_after(tokens, i + 1) if tokens.low[i] in ("a", "an") else None
    if unit is None:
        return None
    if tokens.low[unit.end : unit.end + 2] == ["or", "two"] and tokens.low[i + 1] in ARTICLE_UNITS:
        return _one_or_two(i, unit)
    one = Number(Decimal(1), i, i + 1, "words")
    amount = with_parts(tokens, Amount(i, unit.end, one, one.value, unit))
    if amount.end == unit.end and not _counts_one(tokens, i, unit):
        return None
    figure = Figure(start=i, end=amount.end, value=amount.value, unit=unit, rule="quantity.article")
    return with_comparators(tokens, figure)


def _one_or_two(i: int, unit: Unit) -> Figure:
    """ "A DAY OR TWO", "A MILE OR TWO"."""
    return Figure(i, unit.end + 2, Decimal(1), unit, "quantity.article", high=Decimal(2), comparator="between")


def _of_matter(tokens: Tokens, i: int, unit: Unit) -> bool:
    """ "heat A GRAM OF water": what is measured follows, and nothing before it is told per unit ("$5 a gram of")."""
    idiom = tokens.low[i + 1] == "ton"
    return (
        tokens.low[unit.end] == "of" and tokens.kinds[i - 1] == "word" and not (idiom or is_plural(tokens.low[i - 1]))
    )


def _counts_one(tokens: Tokens, i: int, unit: Unit) -> bool:
    if tokens.words[unit.end] == "-" and tokens.words[i + 1].istitle():
        return False  # "a Gram-negative strain"
    if tokens.low[i + 1] in _DURATIONS:
        return tokens.low[i - 1] in _BEFORE_DURATION or (i == 0 and unit.end == len(tokens))
    if tokens.low[i + 1] not in ARTICLE_UNITS or (
        i and tokens.low[i - 1] not in _BEFORE and not _of_matter(tokens, i, unit)
    ):
        return False
    return tokens.kinds[unit.end] != "word" or tokens.low[unit.end] in _AFTER
