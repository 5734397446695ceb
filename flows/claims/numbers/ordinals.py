"""Ordinals: "third", "21st", "twenty-first", "hundredth"."""

from __future__ import annotations

from decimal import Decimal

from flows.claims.numbers.cardinals import HUNDRED, read_cardinal
from flows.claims.numbers.digits import digits_value
from flows.claims.numbers.number import Number
from flows.claims.tokens import Tokens
from flows.claims.vocabulary.number_words import CARDINALS, ORDINAL_ENDINGS, ORDINALS, SCALE_ORDINALS, SCALES

_WORDS = SCALE_ORDINALS | {word: Decimal(n) for word, n in ORDINALS.items()}
_TENS = {word: n for word, n in CARDINALS.items() if n >= 20}
_AFTER_CARDINAL = SCALE_ORDINALS.keys() | SCALES.keys() | {"and"}
_DIGITS = {word: n for word, n in ORDINALS.items() if n < 10}


def _has_ending(tokens: Tokens, i: int) -> bool:
    """ "21st", "4th"; but "14st" are stones."""
    ending = tokens.low[i + 1]
    if ending not in ORDINAL_ENDINGS or not tokens.glued(i + 1):
        return False
    return ending != "st" or (tokens.words[i].endswith("1") and not tokens.words[i].endswith("11"))


def _of_tens(tokens: Tokens, i: int) -> Number | None:
    """ "twenty-first"."""
    j = i + 1 + (tokens.words[i + 1] == "-")
    digit = _DIGITS.get(tokens.low[j]) if tokens.low[i] in _TENS else None
    return None if digit is None else Number(Decimal(_TENS[tokens.low[i]] + digit), i, j + 1, "ordinal")


def _of_hundreds(tokens: Tokens, i: int) -> Number | None:
    """ "two hundredth", "one hundred and twenty-first"; but "one hundredth" and "two hundred first-year students"."""
    if tokens.low[i + 1] not in _AFTER_CARDINAL:
        return None
    base = read_cardinal(tokens, i, opened=tokens.low[i] == "hundred")
    if base is None:
        return None
    scale = SCALE_ORDINALS.get(tokens.low[base.end])
    if scale and 1 < base.value < scale:
        return Number(base.value * scale, i, base.end + 1, "ordinal")
    if base.value > HUNDRED and base.value % HUNDRED in _TENS.values():
        digit = _DIGITS.get(tokens.low[base.end + (tokens.words[base.end] == "-")])
        end = base.end + 1 + (tokens.words[base.end] == "-")
        return Number(base.value + digit, i, end, "ordinal") if digit else None
    if base.value % HUNDRED or tokens.low[base.end] != "and":
        return None
    rest = _of_word(tokens, base.end + 1) or _of_tens(tokens, base.end + 1)
    return Number(base.value + rest.value, i, rest.end, "ordinal") if rest and rest.value < HUNDRED else None


def _of_word(tokens: Tokens, i: int) -> Number | None:
    """ "third", "hundredth"."""
    value = _WORDS.get(tokens.low[i])
    return None if value is None else Number(value, i, i + 1, "ordinal")


def read_ordinal(tokens: Tokens, i: int) -> Number | None:
    """The ordinal at token i."""
    low = tokens.low[i]
    if word := _of_word(tokens, i):
        return word
    if low in CARDINALS or low == "hundred":
        return _of_tens(tokens, i) or _of_hundreds(tokens, i)
    if tokens.kinds[i] == "numeral" and _has_ending(tokens, i):
        value = digits_value(tokens.words[i])
        return None if value is None else Number(value, i, i + 2, "ordinal")
    return None
