"""The subject of the verb that a figure hangs on, in its clause or outside it."""

from __future__ import annotations

from flows.claims.grammar.nominals import bare
from flows.claims.grammar.phrases import RELATIVE, Range, subject_of
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE, NOUNS
from flows.claims.grammar.verb_groups import PARTICIPLES


def subject_of_verb(s: Tagged, verb: int, group: int, start: int) -> tuple[Range | None, bool]:
    """The subject of the verb, whose group starts at a token, and whether it stands outside the clause."""
    if s.tags[verb] in PARTICIPLES and s.tags[group] not in FINITE:
        return _participle_subject(s, group, start)
    head = verb
    while head > 0 and s.tags[head] == "VB" and s.tag(head - 1) in ("TO", "VB"):
        head -= 1
    governing = next((j for j in range(head, max(-1, head - 8), -1) if s.tags[j] in FINITE), verb)
    found = subject_of(s, governing)
    if found is not None:
        return bare(s, *found), found[0] < start
    return _earlier_subject(s, governing), True


def _participle_subject(s: Tagged, verb: int, start: int) -> tuple[Range | None, bool]:
    """What a participle without auxiliary is said of: the noun before it, or past a comma the main clause's subject."""
    comma = verb - 1 - (s.tag(verb - 1) == '"')
    if s.tag(comma) != ",":
        found = subject_of(s, verb)
        return (bare(s, *found) if found else main_subject(s, start, len(s))), found is None
    if s.tags[verb] == "VBN":
        found = subject_of(s, comma)
        return (bare(s, *found) if found else None), True
    return _quoted_name(s, comma) or main_subject(s, start, len(s)), True


def _quoted_name(s: Tagged, comma: int) -> Range | None:
    """A name in quotation marks right before the comma, which a participle then describes."""
    if '"' not in (s.tag(comma - 1), s.tag(comma + 1)):
        return None
    stop = comma - 1 if s.tag(comma - 1) == '"' else comma
    first = stop
    while first > 0 and s.tags[first - 1] in NOUNS:
        first -= 1
    return (first, stop) if first < stop else None


def _earlier_subject(s: Tagged, verb: int) -> Range | None:
    """For the second of two coordinated verbs ("rose 5% and fell 2%"): the subject of the first."""
    for j in range(verb - 1, -1, -1):
        found = subject_of(s, j) if s.tags[j] in FINITE else None
        if found is not None:
            return bare(s, *found)
    return None


def main_subject(s: Tagged, start: int, end: int) -> Range | None:
    """The subject of the main verb: of the last one before that is in no relative clause, or of the first after."""
    before = start - 1
    while before >= 0:
        if s.tags[before] in FINITE:
            relative = next((j for j in range(before, max(-1, before - 12), -1) if _relative(s, j)), None)
            found = subject_of(s, before) if relative is None else None
            if found is not None:
                return bare(s, *found)
            before = relative if relative is not None else before
        before -= 1
    after = next((j for j in range(end, len(s)) if s.tags[j] in FINITE), None)
    found = subject_of(s, after) if after is not None else None
    return bare(s, *found) if found else None


def _relative(s: Tagged, at: int) -> bool:
    return s.tags[at] in RELATIVE or (s.low[at] == "that" and s.tag(at - 1) in NOUNS)
