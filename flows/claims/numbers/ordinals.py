"""Ordinals: "third", "21st", "twenty-first", "hundredth"."""

from __future__ import annotations

from decimal import Decimal

from flows.claims.numbers.digits import digits_value
from flows.claims.numbers.number import Number
from flows.claims.tokens import Tokens
from flows.claims.vocabulary.number_words import CARDINALS, ORDINAL_ENDINGS, ORDINALS, SCALE_ORDINALS

_WORDS = SCALE_ORDINALS | {word: Decimal(n) for word, n in ORDINALS.items()}
_TENS = {word: n for word, n in CARDINALS.items() if n >= 20}
_DIGITS = {word: n for word, n in ORDINALS.items() if n < 10}


def read_ordinal(tokens: Tokens, i: int) -> Number | None:
    """The ordinal at token i."""
    low = tokens.low[i]
    if low in _WORDS:
        return Number(_WORDS[low], i, i + 1, "ordinal")
    if low in _TENS:
        j = i + 1 + (tokens.words[i + 1] == "-")
        digit = _DIGITS.get(tokens.low[j])
        return None if digit is None else Number(Decimal(_TENS[low] + digit), i, j + 1, "ordinal")
    if tokens.kinds[i] == "numeral" and tokens.low[i + 1] in ORDINAL_ENDINGS and tokens.glued(i + 1):
        value = digits_value(tokens.words[i])
        return None if value is None else Number(value, i, i + 2, "ordinal")
    return None
