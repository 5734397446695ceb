"""The longest number that starts at a token, whatever its form."""

from __future__ import annotations

from decimal import Decimal

from flows.claims.numbers.articles import read_after_article
from flows.claims.numbers.cardinals import read_cardinal
from flows.claims.numbers.digits import MAX_DIGITS, read_digits
from flows.claims.numbers.fractions import as_numerator, read_half, read_mixed_fraction, with_fraction
from flows.claims.numbers.number import Number
from flows.claims.numbers.powers import read_power
from flows.claims.numbers.scales import times_scale
from flows.claims.numbers.shares import read_share
from flows.claims.numbers.vague import read_vague
from flows.claims.tokens import Tokens
from flows.claims.units import unit_after
from flows.claims.vocabulary import words_of
from flows.claims.vocabulary.number_words import CARDINALS, PARTS, SCALES, VAGUE_PLURALS

_BEFORE_POINT = words_of("numbers", "before_point")
_SPOKEN_DIGITS = CARDINALS | dict.fromkeys(words_of("numbers", "spoken_zeros"), 0)
NUMBER_OPENERS = (
    CARDINALS.keys()
    | SCALES.keys()
    | VAGUE_PLURALS.keys()
    | words_of("numbers", "vague")
    | {"a", "an", "half", "halves"}
    | PARTS
)
NUMBER_KINDS = frozenset({"numeral", "fraction"})
"""The words and the kinds of tokens that a number starts with."""


def read_number(tokens: Tokens, i: int, *, money: bool = False) -> Number | None:
    """The longest number that starts at token i. `money` allows "5m", "5b" and "5t" after a currency sign."""
    if tokens.kinds[i] in NUMBER_KINDS:
        return read_share(tokens, i) or _counted_up(tokens, i, money)
    if tokens.low[i] not in NUMBER_OPENERS:
        return None
    return (
        read_vague(tokens, i)
        or read_half(tokens, i)
        or read_after_article(tokens, i)
        or read_share(tokens, i)
        or _counted_up(tokens, i, money)
    )


def _counted_up(tokens: Tokens, i: int, money: bool) -> Number | None:
    """A cardinal with what may follow it: a decimal part, a scale, a fraction."""
    head = read_mixed_fraction(tokens, i) or read_digits(tokens, i) or read_cardinal(tokens, i)
    if head is None:
        return None
    if power := read_power(tokens, head):
        return power
    head = times_scale(tokens, _spoken_decimal(tokens, head), money=money)
    return as_numerator(tokens, head) or _glossed(tokens, with_fraction(tokens, head))


def _glossed(tokens: Tokens, number: Number) -> Number:
    """A number in words with the same in digits behind it, or the other way: "thirty (30) days"."""
    i = number.end + 1
    if tokens.words[i - 1] != "(":
        return number
    again = read_cardinal(tokens, i) if number.form == "digits" else read_digits(tokens, i)
    again = times_scale(tokens, again) if again else None
    same = again is not None and again.value == number.value and tokens.words[again.end] == ")"
    return number._replace(end=again.end + 1) if again and same else number


def read_pointed(tokens: Tokens, i: int) -> Number | None:
    """The number that starts with the "point" before token i: "about POINT FIVE percent"."""
    if tokens.low[i - 1] != "point" or not (i == 1 or tokens.low[i - 2] in _BEFORE_POINT):
        return None
    number = _spoken_decimal(tokens, Number(Decimal(0), i - 1, i - 1, "words"))
    if i == 1 and number.end < len(tokens) and unit_after(tokens, number.end) is None:
        return None
    return times_scale(tokens, number) if number.end > i else None


def _spoken_decimal(tokens: Tokens, head: Number) -> Number:
    """The number with a decimal part that is spelled out: "five point five", "zero point zero eight", "1 point 1"."""
    if tokens.low[head.end] != "point":
        return head
    digits, j = "", head.end + 1
    while len(digits) <= MAX_DIGITS and (digit := _SPOKEN_DIGITS.get(tokens.low[j])) is not None:
        digits, j = f"{digits}{digit}", j + 1
    if not digits and tokens.kinds[j] == "numeral" and tokens.words[j].isdigit():
        digits, j = tokens.words[j], j + 1
    if not digits or len(digits) > MAX_DIGITS:
        return head
    return Number(head.value + Decimal(f"0.{digits}"), head.start, j, head.form)
