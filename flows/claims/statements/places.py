"""Where a figure holds: the proper name of a place in its clause, before its "where", or in front of its sentence."""

from __future__ import annotations

from flows.claims.grammar.phrases import TIMES, Range
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import NOUNS
from flows.claims.statements.frames import Frame

_BEHIND_FRONTED = frozenset({",", "CD", "DT", "RB"})
_PLACE_WORDS = frozenset({"in", "across", "at", "throughout", "within"})


def place_of(s: Tagged, clause: Frame) -> Range | None:
    """The tokens of the name of a place; none where no place is named."""
    words = s.low[clause.start : clause.end]
    if not _PLACE_WORDS.isdisjoint(words):
        for at, word in enumerate(words[:-1], clause.start):
            if word in _PLACE_WORDS and (place := _place_after(s, at, clause.end)) is not None:
                return place
    if s.low[clause.start] == "where" and s.tag(clause.start - 1) == ",":
        return _name_before(s, clause.start - 1)
    fronted = _place_after(s, 0, clause.start)
    return fronted if fronted is not None and s.tag(fronted[1]) in _BEHIND_FRONTED else None


def _place_after(s: Tagged, at: int, end: int) -> Range | None:
    """The proper name after "in", "across" or "at"; months and days are no places."""
    if s.low[at] not in _PLACE_WORDS:
        return None
    first = at + 1 + (s.tag(at + 1) == "DT")
    if s.tag(first) != "NNP" or s.low[first] in TIMES:
        return None
    if s.low[at] == "at" and s.tag(at - 1) in NOUNS:
        return None  # whom they work for: "analysts at Merrow Research"
    last = first
    while last < end and s.tags[last] == "NNP":
        last += 1
    return first, last


def _name_before(s: Tagged, end: int) -> Range | None:
    """The proper name that ends right before a token."""
    first = end
    while first > 0 and s.tags[first - 1] == "NNP":
        first -= 1
    return (first, end) if first < end else None
