"""The verb of a figure's clause, with its auxiliaries and the verbs that it governs."""

from __future__ import annotations

from flows.claims.grammar.phrases import AUXILIARIES, Range
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE, NOUNS, VERBS
from flows.claims.vocabulary import words_of

PARTICIPLES = frozenset({"VBG", "VBN"})
_GROUP = VERBS | {"RB", "TO"}
"""What a verb group goes on with."""
_NO_PREDICATE = words_of("grammar", "participles_of_no_predicate")


def verb_before(s: Tagged, start: int, first: int) -> int | None:
    """The nearest verb before the figure in its clause that is no part of a noun phrase."""
    for j in range(first - 1, start - 1, -1):
        if s.tags[j] in FINITE or s.tags[j] == "VB" or (s.tags[j] == "VBG" and j == start):
            return j
        if s.tags[j] in PARTICIPLES and s.tag(j + 1) not in NOUNS and s.low[j] not in _NO_PREDICATE:
            return j
    return None


def verb_after(s: Tagged, last: int, end: int) -> int | None:
    """The first verb after the figure in its clause that can have it, or what it counts, as subject."""
    for j in range(last, end):
        if s.tags[j] in FINITE:
            return j
        if s.tags[j] in PARTICIPLES and s.tag(j - 1) in NOUNS | {"CD"}:
            return j
    return None


def verb_behind(s: Tagged, at: int) -> Range | None:
    """The finite verb right behind a phrase, adverbs apart: its subject is the phrase."""
    at = past_adverbs(s, at)
    return group_of(s, at) if s.tag(at) in FINITE else None


def past_adverbs(s: Tagged, at: int) -> int:
    """The first token from `at` on that is no adverb."""
    while s.tag(at) == "RB":
        at += 1
    return at


def group_of(s: Tagged, verb: int) -> Range:
    """The verb with its auxiliaries and the verbs it governs ("have begun experimenting", "plan to integrate")."""
    first, last = verb, verb + 1
    while first > 0 and (
        s.tags[first - 1] in ("MD", "RB", "TO") or s.low[first - 1] in AUXILIARIES or _governs(s, first)
    ):
        first -= 1
    while last < len(s) and s.tags[last] in _GROUP:
        last += 1
    while last > verb + 1 and s.tags[last - 1] in ("RB", "TO"):
        last -= 1
    return first, last


def _governs(s: Tagged, at: int) -> bool:
    return s.tags[at] == "TO" and s.tags[at - 1] in VERBS
