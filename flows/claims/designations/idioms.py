"""Number words that are idioms: "one of the", "no one", "net zero", "one-off", "double-digit", "once", "24/7"."""

from __future__ import annotations

from flows.claims.designations.designation import Designation
from flows.claims.designations.references import AFTER_NAME
from flows.claims.numbers import read_number
from flows.claims.tokens import Tokens
from flows.claims.units import unit_after
from flows.claims.vocabulary import phrases_of, words_of
from flows.claims.vocabulary.number_words import CARDINALS, SCALES

_SPANNING = phrases_of("designations", "spanning")
_PHRASES = phrases_of("designations", "phrases")
_LONGEST = max(map(len, _SPANNING | _PHRASES))
_SPANNING_FIRST = frozenset(phrase[0] for phrase in _SPANNING)
_PHRASE_WORDS = (
    words_of("designations", "phrase_words") | CARDINALS.keys() | words_of("designations", "phrase_ordinals")
)
_BEFORE_STRETCH = words_of("designations", "before_stretch")
_AFTER_HALF = SCALES.keys() | {"a"}
_COUNTED_ONES = words_of("designations", "counted_ones")
_ONE_COUNTS_AFTER = words_of("designations", "one_counts_after")
_ONE_COUNTS_BEFORE_NOUN = words_of("designations", "one_counts_before_noun")


def read_idiom(tokens: Tokens, i: int) -> Designation | None:
    """The idiom that the number word at token i stands in."""
    low = tokens.low[i]
    if low in _SPANNING_FIRST and (end := _spanning_end(tokens, i)):
        return Designation(i, end, "idiom", "idiom.phrase")
    if low in _PHRASE_WORDS and _in_phrase(tokens, i):
        return Designation(i, i + 1, "idiom", "idiom.phrase")
    if low == "half" and (_is_prefix(tokens, i) or _is_stretch(tokens, i)):
        return Designation(i, i + 1, "idiom", "idiom.half")
    if low == "once":
        return Designation(i, i + 1, "idiom", "idiom.once")
    if low == "one" and not _one_counts(tokens, i):
        return Designation(i, i + 1, "idiom", "idiom.one")
    return None


def _spanning_end(tokens: Tokens, i: int) -> int | None:
    return next((i + n for n in range(_LONGEST, 1, -1) if tuple(tokens.low[i : i + n]) in _SPANNING), None)


def _in_phrase(tokens: Tokens, i: int) -> bool:
    """Is the number word part of a phrase, as its first word or as the last of two ("no ONE", "net-ZERO")?"""
    low = tokens.low[i]
    if any(tuple(tokens.low[i : i + n]) in _PHRASES for n in range(_LONGEST, 1, -1)):
        return True
    return (low in CARDINALS and (tokens.low[i - 1], low) in _PHRASES) or (
        tokens.low[i - 2],
        tokens.words[i - 1],
        low,
    ) in _PHRASES


def _is_prefix(tokens: Tokens, i: int) -> bool:
    """ "half-empty", but "half-million", "half-a-dozen" and "half-mile"."""
    return tokens.words[i + 1] == "-" and tokens.low[i + 2] not in _AFTER_HALF and unit_after(tokens, i + 1) is None


def _is_stretch(tokens: Tokens, i: int) -> bool:
    """ "in the first HALF", "a second-HALF goal": a stretch of a game, a book, a year."""
    return (tokens.low[i - 2] if tokens.words[i - 1] == "-" else tokens.low[i - 1]) in _BEFORE_STRETCH


def _one_counts(tokens: Tokens, i: int) -> bool:
    """ "one of the", "on one hand", "which one" count nothing.

    "one" counts only with a unit, in a fraction, a range or a list, after a comparator, or before a noun for which one
    is a number worth stating.
    """
    before, after = tokens.low[i - 1], tokens.low[i + 1]
    number = read_number(tokens, i)
    if len(tokens) <= 2 or (number and number.end > i + 1) or before in _ONE_COUNTS_AFTER:
        return True
    if before in _ONE_COUNTS_BEFORE_NOUN and tokens.kinds[i + 1] == "word" and after not in AFTER_NAME:
        return True
    if after == "-" and tokens.glued(i + 1) and tokens.glued(i + 2):
        return True
    return _one_unit(tokens, i) or (after in _COUNTED_ONES and before not in ("at", "of")) or _one_listed(tokens, i)


def _one_unit(tokens: Tokens, i: int) -> bool:
    """ "one kilometre"; but "one day", "at one time"."""
    unit = unit_after(tokens, i + 1)
    if unit is None or tokens.low[i + 1] == "day":
        return False
    return unit.kind != "duration" or tokens.low[i - 1] not in ("at", "any")


def _one_listed(tokens: Tokens, i: int) -> bool:
    """ "one or two", "from 0 to one"."""
    if tokens.low[i + 1] in ("or", "to", "and", "-") and tokens.low[i + 2] in CARDINALS:
        return True
    number_before = tokens.low[i - 2] in CARDINALS or tokens.kinds[i - 2] == "numeral"
    return tokens.low[i - 1] in ("to", "or", "and") and number_before
