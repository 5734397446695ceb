"""Where the clause of a figure starts and ends in a tagged sentence.

A clause runs from a boundary (a semicolon, a subordinating conjunction, a comma before a new clause) to the next.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from flows.claims.grammar.phrases import RELATIVE, Range
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE
from flows.claims.vocabulary import words_of

_SPLITTERS = words_of("grammar", "clause_openers")
_PARTING = frozenset({";", ":", "—", "--", "–"})
_EDGES = _SPLITTERS | _PARTING
_BEFORE_CLAUSES = frozenset({",", '"'})
_FRONTING = frozenset({"IN", "CS", "VBG", "VBN", "RB", "WRB", "TO"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_REACH = 40
"""How many tokens an adjunct in front of a clause may be long."""


def clause_bounds(s: Tagged, first: int, last: int) -> Range:
    """The tokens of the clause that the figure at tokens [first, last) stands in; it holds them all."""
    edges = _edges(s)
    start = edges.openings[max(0, bisect_right(edges.openings, first) - 1)]
    fronted = _fronted_end(s, start)
    if fronted is not None and fronted < first:
        start = fronted + 1
    end = edges.ends[bisect_left(edges.ends, last)]
    if fronted is not None and last <= fronted:
        end = min(end, fronted)
    if start > 0 and s.tags[start] in RELATIVE:
        end = next((at for at in range(last, end) if s.tags[at] == "," and s.tag(at + 1) in FINITE), end)
    while end > last and s.tags[end - 1] in (",", '"'):
        end -= 1
    return start, max(end, last)


def _fronted_end(s: Tagged, start: int) -> int | None:
    """The comma that closes an adjunct in front of a clause ("According to X, ...", "With 30 members, ...")."""
    if s.tags[start] not in _FRONTING:
        return None
    for at in range(start + 1, min(start + _REACH, len(s))):
        if s.tags[at] in (".", ":"):
            return None
        if s.tags[at] == "," and s.tag(at + 1) not in ("CC", "WDT", "WP") and _has_verb_soon(s, at + 1):
            return at
    return None


class _Edges(NamedTuple):
    """The tokens of a sentence with which a clause opens, the first among them, and those that end one."""

    openings: list[int]
    ends: list[int]


@lru_cache(maxsize=4)
def _edges(s: Tagged) -> _Edges:
    """The edges of the clauses of a sentence, whose figures ask one after the other."""
    asked = {at + 1 for at, tag in enumerate(s.tags) if tag in _BEFORE_CLAUSES}
    if not _EDGES.isdisjoint(s.low):
        asked |= {at + (low in _PARTING) for at, low in enumerate(s.low) if low in _EDGES}
    openings = [0, *[at for at in sorted(asked) if 0 < at < len(s) and _opens(s, at)]]
    stops = [at for at, tag in enumerate(s.tags) if tag == "."]
    return _Edges(openings, sorted({*openings, *stops, len(s)}))


def _opens(s: Tagged, at: int) -> bool:
    """Does a new clause open with the token?"""
    tag, low, before = s.tags[at], s.low[at], s.tag(at - 1)
    if at and s.low[at - 1] in _PARTING:
        return True
    if low in _SPLITTERS and (tag in ("CS", "CC", "WRB", "WDT", "WP", "IN") or before == ","):
        return True
    if before == '"' and s.tag(at - 2) == ",":
        before = ","
    if before != ",":
        return False
    if low in ("with", "according"):
        return True
    if tag == "CC":
        return _has_verb_soon(s, at + 1)
    return tag in _PARTICIPLES and low not in ("including", "compared")


def _has_verb_soon(s: Tagged, at: int) -> bool:
    """Does a finite verb stand before the next comma, so that what follows is a clause and no list item?"""
    for j in range(at, min(at + 14, len(s))):
        if s.tags[j] in (",", ".", ":"):
            return False
        if s.tags[j] in FINITE:
            return True
    return False
