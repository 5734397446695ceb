"""Times of an open length: "a few years ago", "in several weeks' time", "the first few days of May"."""

from __future__ import annotations

from datetime import date

from flows.claims.intervals import UNDATED, Interval
from flows.claims.periods.absolute import read_absolute
from flows.claims.periods.relative import read_relative, read_unit
from flows.claims.periods.time import Time
from flows.claims.periods.words import UNIT_FORMS
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import words_of

_VAGUE = words_of("periods", "vague")
_EDGES = words_of("periods", "first_of") | words_of("periods", "last_of")
_ARTICLES = frozenset({"a", "an"})
_MORE = (["and", "a", "half"], ["or", "two"], ["or", "so"])


def read_vague_distance(tokens: Tokens, i: int) -> Time | None:
    """ "a few years ago", "several weeks from now", "a year and a half ago", "half a century ago"."""
    end = _end_of_length(tokens, i + (tokens.low[i] == "in"))
    pointed = _end_of_direction(tokens, end) if end else None
    return Time(UNDATED, i, pointed, rule="period.distance") if pointed else None


def _end_of_length(tokens: Tokens, i: int) -> int | None:
    """The token after a length whose number is vague, or is said in words behind its unit."""
    j = _past_vague(tokens, i + (tokens.low[i] in _ARTICLES))
    if j is not None:
        return j + 1 if tokens.low[j] in UNIT_FORMS else None
    if tokens.low[i] == "half" and tokens.low[i + 1] in _ARTICLES:
        return i + 3 if tokens.low[i + 2] in UNIT_FORMS else None
    if tokens.low[i] not in _ARTICLES or tokens.low[i + 1] not in UNIT_FORMS:
        return None
    return next((i + 2 + len(more) for more in _MORE if tokens.low[i + 2 : i + 2 + len(more)] == more), None)


def _past_vague(tokens: Tokens, i: int) -> int | None:
    """The token after "few", "several", "couple of"."""
    return i + 1 + (tokens.low[i + 1] == "of") if tokens.low[i] in _VAGUE else None


def _end_of_direction(tokens: Tokens, i: int) -> int | None:
    """The token after what tells which way a length points."""
    if tokens.low[i] in ("ago", "earlier"):
        return i + 1
    if tokens.low[i] == "from" and tokens.low[i + 1] in ("now", "today"):
        return i + 2
    return i + 2 if tokens.words[i] == "'" and tokens.low[i + 1] == "time" else None


def read_vague_edge(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "the first few months of 2015", "the last couple of days of May": somewhere in the whole."""
    j = i + (tokens.low[i] == "the")
    k = _past_vague(tokens, j + 1) if tokens.low[j] in _EDGES else None
    if k is None or tokens.low[k] not in UNIT_FORMS or tokens.low[k + 1] != "of":
        return None
    readers = (read_absolute, read_relative, read_unit)
    whole = next((found for read in readers if (found := read(tokens, k + 2, reference))), None)
    return whole and Time(Interval(whole.interval.edtf), i, whole.end, rule="period.part")
