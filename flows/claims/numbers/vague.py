"""Numbers that give only a lower bound: "tens of thousands", "dozens", "several hundred", "a few thousand"."""

from __future__ import annotations

from flows.claims.numbers.number import Number
from flows.claims.numbers.scales import MAX_SCALES, scale_at, times_scale
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import words_of
from flows.claims.vocabulary.number_words import PLURAL_SCALES, VAGUE_PLURALS

_VAGUE = words_of("numbers", "vague")
_ALSO_NOUNS = words_of("numbers", "also_nouns")
_OWNED = words_of("nouns", "owners")


def read_vague(tokens: Tokens, i: int) -> Number | None:
    """The vague number that starts at token i; its value is the bound."""
    word = tokens.low[i]
    if word in _VAGUE:
        return _quantified(tokens, i, i + 1)
    if word == "a" and tokens.low[i + 1] in ("few", "couple"):
        return _quantified(tokens, i, i + 2 + (tokens.low[i + 1 : i + 3] == ["couple", "of"]))
    if word not in VAGUE_PLURALS or (word in _ALSO_NOUNS and not _counts(tokens, i)):
        return None
    return _multiplied(tokens, i)


def _counts(tokens: Tokens, i: int) -> bool:
    """Does a noun that is also a number count what follows ("scores of people"), and not stand for itself?"""
    return tokens.low[i + 1] == "of" and tokens.low[i + 2] not in _OWNED and tokens.low[i - 1] not in _OWNED


def _quantified(tokens: Tokens, start: int, i: int) -> Number | None:
    """ "several HUNDRED", "a few THOUSAND", "a couple of MILLION": at least two of them."""
    scale = scale_at(tokens, i) if tokens.kinds[i] == "word" else None
    if scale is None:
        return None
    number = times_scale(tokens, Number(2 * scale[0], start, scale[1], "vague", True))
    return Number(number.value, start, number.end, "vague", True)


def _multiplied(tokens: Tokens, i: int) -> Number:
    """ "tens OF THOUSANDS", "hundreds and hundreds"."""
    value, j = VAGUE_PLURALS[tokens.low[i]], i + 1
    for _ in range(MAX_SCALES):
        more = PLURAL_SCALES.get(tokens.low[j + 1]) if tokens.low[j] in ("of", "and") else None
        if more is None:
            break
        value, j = value * more, j + 2
    return Number(value, i, j, "vague", True)
