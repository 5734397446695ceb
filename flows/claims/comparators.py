"""What bounds a figure: "over", "at least", "up to", "about", "or more", "minimum" and their kin."""

from __future__ import annotations

from typing import get_args

from flows.claims.tokens import Tokens
from flows.claims.vocabulary import Phrase, load, phrases_of, words_of
from schemas.rows import Comparator


def _table(where: str) -> dict[Phrase, Comparator]:
    names: tuple[Comparator, ...] = get_args(Comparator)
    stated = load("comparators")[where]
    return {phrase: name for name in names if name in stated for phrase in phrases_of("comparators", where, name)}


def _longest(phrases: dict[Phrase, Comparator], at: int) -> dict[str, int]:
    """The most tokens of a phrase by its first (0) or last (-1) one."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        longest[phrase[at]] = max(longest.get(phrase[at], 0), len(phrase))
    return longest


BEFORE, AFTER = _table("before"), _table("after")
_LONGEST_BEFORE, _LONGEST_AFTER = _longest(BEFORE, -1), _longest(AFTER, 0)
_MOVES = words_of("comparators", "words", "moves")
_ALSO_NAMES = words_of("comparators", "words", "also_names")
_ALSO_UNITS = words_of("comparators", "words", "also_units")
_END_PHRASE = words_of("comparators", "words", "end_phrase")
_OPPOSITES: dict[Comparator, Comparator] = {"over": "up_to", "under": "at_least"}
_PREPOSITIONS = frozenset({"over", "above", "under", "below"})
TWO_WORDS = 2
_COMPARATIVES = words_of("comparators", "words", "comparatives")
_OR_EQUAL = sorted(phrases_of("comparators", "words", "or_equal"), key=len, reverse=True)


def comparator_before(tokens: Tokens, i: int) -> tuple[Comparator, int] | None:
    """The comparator that ends right before token i, and the token it starts at."""
    for n in range(min(_LONGEST_BEFORE.get(tokens.low[i - 1], 0), i), 0, -1):
        name = BEFORE.get(tuple(tokens.low[i - n : i]))
        if name is not None:
            return None if _is_no_bound(tokens, i - n, i) else _negated(tokens, name, i - n, i)
    return None


def _negated(tokens: Tokens, name: Comparator, start: int, end: int) -> tuple[Comparator, int]:
    """ "NO more than" is up to, "NOT under" at least; elsewhere the bound as it is."""
    opposite, word = _OPPOSITES.get(name), tokens.low[start - 1]
    than = tokens.low[end - 1] == "than" and end - start == TWO_WORDS
    plain = word == "not" and tokens.low[start] in _PREPOSITIONS
    return (opposite, start - 1) if opposite and (plain or (than and word in ("no", "not"))) else (name, start)


def _is_no_bound(tokens: Tokens, start: int, end: int) -> bool:
    """ "shot up to 90" says where; "Max 5" is a name."""
    if tokens.low[start:end] == ["up", "to"]:
        return tokens.low[start - 1] in _MOVES
    if tokens.low[start] in _ALSO_UNITS and tokens.kinds[start - 1] == "numeral":
        return True
    return end == start + 1 and tokens.low[start] in _ALSO_NAMES and tokens.words[start].istitle()


def comparator_after(tokens: Tokens, i: int) -> tuple[Comparator, int] | None:
    """The comparator that starts at token i, right after a figure, and the token after it."""
    for n in range(_LONGEST_AFTER.get(tokens.low[i], 0), 0, -1):
        name = AFTER.get(tuple(tokens.low[i : i + n]))
        if name is not None:
            return None if _bounds_next(tokens, i, i + n) else (name, i + n)
    return None


def _bounds_next(tokens: Tokens, start: int, end: int) -> bool:
    """Does what looks like a bound go with what follows ("5 and 10", "5 plus 3", "or more than 5")?"""
    first, last = tokens.low[start], tokens.low[end - 1]
    if first in ("and", "or", "+") and tokens.kinds[end] == "numeral":
        return True
    if last in _COMPARATIVES and tokens.low[end] == "than":
        return True
    if first == "and" and last in _END_PHRASE and tokens.kinds[end] == "word":
        return True
    return first == "plus" and tokens.kinds[end] in ("numeral", "word")


def or_equal(tokens: Tokens, i: int) -> int:
    """The token after "or equal to it", where a bound takes its figure in; i where it does not."""
    if tokens.low[i] != "or":
        return i
    for phrase in _OR_EQUAL:
        end = i + len(phrase)
        if tuple(tokens.low[i:end]) == phrase and tokens.kinds[end] != "numeral":
            return end
    return i


def bounds(comparator: Comparator, value: float) -> tuple[float | None, float | None]:
    """The lower and upper bound that a comparator gives a value."""
    low = None if comparator in ("under", "up_to") else value
    high = None if comparator in ("over", "at_least") else value
    return low, high
