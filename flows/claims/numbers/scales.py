"""Scale words and signs after a number: "2.5 million", "1.2bn", "35m devices", "3 hundred and one"."""

from __future__ import annotations

from decimal import Decimal

from flows.claims.nouns import is_plural
from flows.claims.numbers.cardinals import read_cardinal
from flows.claims.numbers.digits import digits_value
from flows.claims.numbers.number import Number, lent
from flows.claims.tokens import Tokens
from flows.claims.units import scaled_code
from flows.claims.vocabulary import words_of
from flows.claims.vocabulary.number_words import ANY_SCALES, DENOMINATORS, PLURAL_SCALES, SCALE_SIGNS, SCALES

_PLAIN_SIGNS = words_of("numbers", "signs_by_use", "plain")
_SIGNS_BEFORE_PLURAL = words_of("numbers", "signs_by_use", "before_plural")
_APART_BEFORE_PLURAL = words_of("numbers", "signs_by_use", "apart_before_plural")
_DIMENSIONS = words_of("numbers", "dimensions")
_AFTER_GRAND = words_of("numbers", "after_fraction")
_TOLD_IN_MILLIONS = words_of("numbers", "told_in_millions")
_REACH = 8
_MONEY_SIGNS = frozenset("€$£¥")
MAX_SCALES = 4
"""Scale words that one number may have: "hundred thousand million" has three."""


def past_hyphen(tokens: Tokens, i: int) -> int:
    """The index after a hyphen that joins two number words ("twenty-one", "one - fourth"), or i."""
    return i + 1 if tokens.words[i] == "-" and tokens.kinds[i + 1] == "word" else i


def times_scale(tokens: Tokens, head: Number, *, money: bool = False) -> Number:
    """The number times the scale words and signs that follow it, and with what is counted on after them."""
    end, value, scaled, lends = head.end, head.value, head.scaled, head.lends
    for _ in range(MAX_SCALES):
        scale = scale_at(tokens, end, money=money and not scaled)
        if scale is None:
            break
        end, value, scaled, lends = scale[1], value * scale[0], True, lent(lends, scale[0])
    if not scaled and (code := _scale_of_code(tokens.words[end])):
        value, scaled, lends = value * code, True, lent(lends, code)
    if scaled and not head.scaled:
        below = value / head.value if head.value else value
        if rest := counted_on(tokens, end, below):
            end, value, lends = rest.end, value + rest.value, ()
    return Number(value, head.start, end, head.form, scaled, lends)


def counted_on(tokens: Tokens, i: int, below: Decimal) -> Number | None:
    """What is counted on after a scale: "3 hundred AND ONE", "6 crore AND TWO HUNDRED"."""
    j = i + 1 if tokens.low[i] in ("and", "&") else i
    if tokens.low[j + 1] in DENOMINATORS:
        return None
    rest = read_cardinal(tokens, j) or _scaled_digits(tokens, j)
    return rest if rest and rest.value < below else None


def _scaled_digits(tokens: Tokens, i: int) -> Number | None:
    """The "300 thousand" of "2 million 300 thousand", the "20 lakh" of "3 crore 20 lakh"."""
    scale = SCALES.get(tokens.low[i + 1]) if tokens.kinds[i] == "numeral" else None
    value = digits_value(tokens.words[i]) if scale else None
    return Number(value * scale, i, i + 2, "digits", True, (scale,)) if scale and value is not None else None


def scale_at(tokens: Tokens, i: int, *, money: bool = False) -> tuple[Decimal, int] | None:
    """The scale word or sign at token i, and the token after it; "thousands of" opens a number of its own.

    "Five grand" are so many thousands, ten grand pianos are pianos.
    """
    j = past_hyphen(tokens, i)
    word = tokens.low[j]
    if word == "grand" and (tokens.kinds[j + 1] != "word" or tokens.low[j + 1] in _AFTER_GRAND):
        return SCALES["thousand"], j + 1
    if word not in ANY_SCALES:
        return abbreviated_scale(tokens, i, money=money)
    if word in PLURAL_SCALES and word != "dozens" and tokens.low[j + 1] == "of":
        return None
    return ANY_SCALES[word], j + 1


def _scale_of_code(word: str) -> Decimal | None:
    """The million of "MEUR", the thousand of "kUSD": a scale sign before a currency code."""
    return SCALE_SIGNS[word[0].lower()] if scaled_code(word) else None


def abbreviated_scale(tokens: Tokens, i: int, *, money: bool = False) -> tuple[Decimal, int] | None:
    """A scale sign such as "bn", "k", "m" after digits, and the token after it.

    One-letter signs need money ("$5m"), or stand glued to the digits before a plural noun ("35m devices").
    """
    low = tokens.low[i]
    if low not in SCALE_SIGNS or tokens.kinds[i] != "word":
        return None
    fits = _fits(tokens, i, money) if tokens.kinds[i - 1] == "numeral" else low == "cr"
    return (SCALE_SIGNS[low], i + 1) if fits else None


def _fits(tokens: Tokens, i: int, money: bool) -> bool:
    """Is the sign after a numeral a scale, and no unit ("5 m", "32.5K")?"""
    word, low = tokens.words[i], tokens.low[i]
    if low in _PLAIN_SIGNS or (money and low != "g"):
        return True
    if tokens.words[i + 1] in _MONEY_SIGNS and tokens.glued(i + 1):
        return True
    if not tokens.glued(i):
        if word == "k":
            goes_on = tokens.glued(i + 1) and (tokens.glued(i + 2) or tokens.words[i + 1].isalpha())
            return tokens.words[i + 1] != "=" and not goes_on
        thousands = word == "M" and "," in tokens.words[i - 1]  # nobody measures 1,200 mol per litre
        return thousands or (word in _APART_BEFORE_PLURAL and _plural_follows(tokens, i + 1))
    if low == "k":
        return word == "k" or "." not in tokens.words[i - 1]
    millions = word == "M" or (word == "m" and _tells_millions(tokens, i))
    return millions or (word in _SIGNS_BEFORE_PLURAL and _plural_follows(tokens, i + 1))


def _tells_millions(tokens: Tokens, i: int) -> bool:
    """ "the population grew from 2.1m to 2.4m"; but "visitors within 5m of it"."""
    return tokens.low[i - 2] != "within" and not _TOLD_IN_MILLIONS.isdisjoint(tokens.low[max(0, i - _REACH) : i])


def _plural_follows(tokens: Tokens, i: int) -> bool:
    """Does a plural noun follow, so that "35m devices" counts and "35m sprint" measures?"""
    if tokens.kinds[i] != "word" or tokens.glued(i) or tokens.low[i] in _DIMENSIONS:
        return False
    words = [tokens.low[k] for k in range(i, i + 3) if tokens.kinds[k] == "word"]
    return any(map(is_plural, words[:2]))
