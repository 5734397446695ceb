"""Ordinals: ranks ("third-largest", "ranked 5th", "21st") and places in a sequence ("the second step")."""

from __future__ import annotations

from flows.claims.designations.designation import Designation
from flows.claims.numbers import read_number, read_ordinal
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import words_of
from flows.claims.vocabulary.number_words import PARTS
from schemas.rows import Value

_SUPERLATIVES = words_of("designations", "superlatives")
_NO_SUPERLATIVES = words_of("designations", "no_superlatives")
_RANKED = words_of("designations", "ranked")
_TELL_RANK = words_of("designations", "tell_rank") | {"than"}
_MAY_TELL_RANK = words_of("designations", "may_tell_rank")


def read_rank(tokens: Tokens, i: int) -> Designation | None:
    """The ordinal at token i: a rank has a value, a place in a sequence has none."""
    ordinal = read_ordinal(tokens, i)
    if tokens.low[i] in PARTS and tokens.low[i + 1] == "of" and read_number(tokens, i):
        return None  # "tenth of a gallon"
    if ordinal is None or (tokens.low[i] == "second" and tokens.low[i - 1] in ("a", "per", "each", "every")):
        return None
    if not _is_rank(tokens, i, ordinal.end):
        return Designation(i, ordinal.end, "ordinal", "ordinal.sequence")
    n = float(ordinal.value)
    value = Value(value=n, value_low=n, value_high=n, unit_kind="rank", comparator="eq", value_kind="level")
    return Designation(i, ordinal.end, "ordinal", "ordinal.rank", value)


def _is_rank(tokens: Tokens, i: int, end: int) -> bool:
    """Does the ordinal tell a rank, by its digits or by what stands around it?"""
    j = end + (tokens.words[end] == "-")
    before, after = tokens.low[i - 1], tokens.low[j]
    if tokens.kinds[i] == "numeral" or after in _RANKED or _is_superlative(after):
        return True
    if before in _TELL_RANK or (before in _MAY_TELL_RANK and tokens.kinds[j] != "word"):
        return True
    return tokens.low[i - 2] == "than" and before == "the"


def _is_superlative(word: str) -> bool:
    return word in _SUPERLATIVES or (len(word) > 4 and word.endswith("est") and word not in _NO_SUPERLATIVES)
