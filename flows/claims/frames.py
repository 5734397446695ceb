"""The frame of a figure: the clause that states it, that clause's verb, subject and predicate, and the population.

Read off the tags of one sentence. A clause runs from a boundary (a semicolon, a subordinating conjunction, a comma
before a new clause) to the next; its figure may be the subject ("42% of firms have ..."), an object ("employs 300
people"), an adverbial ("grew by 68%"), or stand before its noun ("the HK$10 billion fund").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from flows.claims.clauses import Clause
from flows.claims.phrases import AUXILIARIES, RELATIVE, Range, phrase_end, subject_of
from flows.claims.tagged import Tagged
from flows.claims.tagging import FINITE, NOMINAL, NOUNS, VERBS
from flows.claims.vocabulary import words_of

_SPLITTERS = words_of("grammar", "clause_openers")
_PARTING = frozenset({";", ":", "—", "--", "–"})
_EDGES = _SPLITTERS | _PARTING
_BEFORE_CLAUSES = frozenset({",", '"'})
_FRONTING = frozenset({"IN", "CS", "VBG", "VBN", "RB", "WRB", "TO"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_GROUP = VERBS | {"RB", "TO"}
"""What a verb group goes on with."""
_NO_PREDICATE = words_of("grammar", "participles_of_no_predicate")
REACH = 40


class Frame(NamedTuple):
    """Token ranges in one tagged sentence: the clause, its verb group, its subject, the stretches of its predicate.

    `population` is the whole of which the figure is a share; `carried` tells that the subject stands in another clause.
    """

    start: int
    end: int
    verb: Range | None
    subject: Range | None
    population: Range | None
    predicate: tuple[Range, ...]
    carried: bool = False


_PUT = words_of("grammar", "put_at")
_BELONGS = words_of("grammar", "noun_prepositions")
"""Prepositions whose phrase belongs to the noun before it, where that noun is a subject."""


def frame_of(s: Tagged, first: int, last: int) -> Frame:
    """The frame of the figure at tokens [first, last).

    Its subject is that of the clause it stands in; a figure within that subject tells of what it counts or is a share
    of, and one in a clause whose subject is unknown of what the words beside it name.
    """
    frame = _frame(s, first, last)
    if frame.population is not None and (verb := _verb_behind(s, frame.population[1])) is not None:
        return _with_subject(s, frame, frame.population, verb, (first, last))
    clause = s.sentence.clause(first)
    if clause is None or clause.subject is None or _knows_better(s, frame, clause):
        return frame
    start, end = _whole_subject(s, clause.subject, clause.verb)
    if start < last and first < end:
        return _as_subject(s, frame, clause, first, last)
    estimated = _put_at(s, clause, first)
    return frame._replace(subject=_bare(s, *(estimated or (start, end))))


def _knows_better(s: Tagged, frame: Frame, clause: Clause) -> bool:
    """Do the words beside a figure tell its subject better: of a participle, or of the name that it stands before?"""
    if frame.subject is None:
        return False
    named = frame.verb is None and not frame.carried and s.tags[frame.subject[1] - 1] == "NNP"
    return named or frame.subject == frame.population or clause.kind == "participial"


def _whole_subject(s: Tagged, subject: Range, verb: Range | None) -> Range:
    """A subject with the phrases that belong to it, and with what "and" adds to it before the verb."""
    start, end = s.sentence.extended(subject, _BELONGS)
    if s.lower(end) in ("and", "or", "&") and verb is not None and (joined := s.sentence.phrase(end + 1)):
        last = s.sentence.extended(joined, _BELONGS)[1]
        end = last if _past_adverbs(s, last) == _past_adverbs(s, verb[0]) else end
    return start, end


def _put_at(s: Tagged, clause: Clause, first: int) -> Range | None:
    """What somebody "puts at" the figure: of "she puts the cost of it at 5%" the cost."""
    at = first - 1 - (s.tag(first - 1) in ("RB", "IN") and s.lower(first - 2) == "at")
    if clause.verb is None or s.lower(at) != "at" or s.lower(clause.verb[1] - 1) not in _PUT:
        return None
    return (clause.verb[1], at) if clause.verb[1] < at else None


def _as_subject(s: Tagged, frame: Frame, clause: Clause, first: int, last: int) -> Frame:
    """The frame of a figure that stands in the subject of its clause: it tells of what it counts or is a share of."""
    subject = frame.population or _counted(s, last) or _noun_before(s, first)
    if clause.verb is None or clause.verb[0] < last:
        return frame._replace(subject=subject, carried=False)
    return _with_subject(s, frame, subject, clause.verb, (first, last))


def _with_subject(s: Tagged, frame: Frame, subject: Range | None, verb: Range, figure: Range) -> Frame:
    """The frame of a figure that its verb follows."""
    predicate = _around(_group(s, verb[0])[0], frame.end, *figure)
    return frame._replace(subject=subject, verb=verb, predicate=predicate, carried=False)


def _verb_behind(s: Tagged, at: int) -> Range | None:
    """The finite verb right behind a phrase, adverbs apart: its subject is the phrase."""
    at = _past_adverbs(s, at)
    return _group(s, at) if s.tag(at) in FINITE else None


def _past_adverbs(s: Tagged, at: int) -> int:
    while s.tag(at) == "RB":
        at += 1
    return at


def _noun_before(s: Tagged, first: int) -> Range | None:
    """The noun phrase that a preposition ties the figure to: the "spending limits" of "spending limits of £54,010"."""
    at = first - 1
    while s.tag(at) in ("RB", "DT", "JJ"):
        at -= 1
    phrase = s.sentence.phrase(at - 1) if s.tag(at) == "IN" and s.tag(at - 1) in NOUNS else None
    return _bare(s, *phrase) if phrase else None


def _frame(s: Tagged, first: int, last: int) -> Frame:
    start, end = _bounds(s, first, last)
    population = _population(s, last, end)
    if s.low[start] == "with":
        return _verbless(s, start, end, last, population)
    before = _verb_before(s, start, first)
    if before is None:
        return _leading(s, (start, end), (first, last), population)
    group, noun = _group(s, before), _noun_after(s, last, end)
    predicate = _around(group[0], end, first, last)
    if noun is not None:
        return Frame(start, end, None, noun, population, predicate)
    subject, carried = _subject(s, before, group[0], start)
    return Frame(start, end, group, subject, population, predicate, carried)


def _leading(s: Tagged, clause: Range, figure: Range, population: Range | None) -> Frame:
    """The frame of a figure that no verb of its clause stands before."""
    (start, end), (first, last) = clause, figure
    after = _verb_after(s, population[1] if population else last, end)
    if after is not None:
        subject, group = population or _counted(s, last) or _leading_phrase(s, start, first), _group(s, after)
        return Frame(start, end, group, subject, population, _around(group[0], end, first, last))
    noun = _noun_after(s, last, end)
    if noun is not None:
        return Frame(start, end, None, noun, population, _stretches((noun[1], end)))
    return _verbless(s, start, end, last, population)


def _bounds(s: Tagged, first: int, last: int) -> Range:
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
    for at in range(start + 1, min(start + REACH, len(s))):
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


def _verb_before(s: Tagged, start: int, first: int) -> int | None:
    """The nearest verb before the figure in its clause that is no part of a noun phrase."""
    for j in range(first - 1, start - 1, -1):
        if s.tags[j] in FINITE or s.tags[j] == "VB" or (s.tags[j] == "VBG" and j == start):
            return j
        if s.tags[j] in _PARTICIPLES and s.tag(j + 1) not in NOUNS and s.low[j] not in _NO_PREDICATE:
            return j
    return None


def _verb_after(s: Tagged, last: int, end: int) -> int | None:
    for j in range(last, end):
        if s.tags[j] in FINITE:
            return j
        if s.tags[j] in _PARTICIPLES and s.tag(j - 1) in NOUNS | {"CD"}:
            return j
    return None


def _group(s: Tagged, verb: int) -> Range:
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


def _population(s: Tagged, last: int, end: int) -> Range | None:
    """The "local enterprises" of "42% of local enterprises", the "warehouses" of "half the warehouses"."""
    if s.lower(last) == "of":
        return _bare(s, last + 1, min(phrase_end(s, last + 1), end))
    if s.lower(last - 1) == "half" and s.tag(last) in ("DT", "PRP$"):
        return _bare(s, last, min(phrase_end(s, last), end))
    return None


def _counted(s: Tagged, last: int) -> Range | None:
    """The noun right after the figure, where the figure's own tokens do not hold it."""
    stop = last
    while s.tag(stop) in NOMINAL and s.tag(stop) != "DT":
        stop += 1
    return (last, stop) if stop > last and s.tags[stop - 1] in NOUNS else None


def _noun_after(s: Tagged, last: int, end: int) -> Range | None:
    """The noun phrase that the figure stands before: "the HK$10 billion INNOVATION AND TECHNOLOGY FUND"."""
    if s.tag(last) not in ("NNP", "NN", "JJ") or s.tag(last - 1) == "NNS":
        return None
    stop = last
    while stop < end and (s.tags[stop] in ("NNP", "NN", "NNS", "JJ") or _joins_names(s, stop)):
        stop += 1
    return (last, stop) if s.tags[stop - 1] in NOUNS else None


def _joins_names(s: Tagged, at: int) -> bool:
    return s.low[at] in ("and", "&") and at + 1 < len(s) and all(s.words[at + step][0].isupper() for step in (-1, 1))


def _leading_phrase(s: Tagged, start: int, first: int) -> Range | None:
    stop = first
    while stop > start and s.tags[stop - 1] in ("IN", "RB", ",", "DT"):
        stop -= 1
    return _bare(s, start, stop) if stop > start else None


def _verbless(s: Tagged, start: int, end: int, last: int, population: Range | None) -> Frame:
    """A clause without a verb of its own, as after "with": its subject is the main clause's."""
    rest = _stretches((last, end))
    subject = population or _main_subject(s, start, end)
    return Frame(start, end, None, subject, population, rest, carried=subject is not None and subject is not population)


def _main_subject(s: Tagged, start: int, end: int) -> Range | None:
    """The subject of the main verb: of the last one before that is in no relative clause, or of the first after."""
    before = start - 1
    while before >= 0:
        if s.tags[before] in FINITE:
            relative = next((j for j in range(before, max(-1, before - 12), -1) if _relative(s, j)), None)
            found = subject_of(s, before) if relative is None else None
            if found is not None:
                return _bare(s, *found)
            before = relative if relative is not None else before
        before -= 1
    after = next((j for j in range(end, len(s)) if s.tags[j] in FINITE), None)
    found = subject_of(s, after) if after is not None else None
    return _bare(s, *found) if found else None


def _relative(s: Tagged, at: int) -> bool:
    return s.tags[at] in RELATIVE or (s.low[at] == "that" and s.tag(at - 1) in NOUNS)


def _subject(s: Tagged, verb: int, group: int, start: int) -> tuple[Range | None, bool]:
    """The subject of the verb, whose group starts at a token, and whether it stands outside the clause."""
    if s.tags[verb] in _PARTICIPLES and s.tags[group] not in FINITE:
        return _participle_subject(s, group, start)
    head = verb
    while head > 0 and s.tags[head] == "VB" and s.tag(head - 1) in ("TO", "VB"):
        head -= 1
    governing = next((j for j in range(head, max(-1, head - 8), -1) if s.tags[j] in FINITE), verb)
    found = subject_of(s, governing)
    if found is not None:
        return _bare(s, *found), found[0] < start
    return _earlier_subject(s, governing), True


def _participle_subject(s: Tagged, verb: int, start: int) -> tuple[Range | None, bool]:
    """What a participle without auxiliary is said of: the noun before it, or past a comma the main clause's subject."""
    comma = verb - 1 - (s.tag(verb - 1) == '"')
    if s.tag(comma) != ",":
        found = subject_of(s, verb)
        return (_bare(s, *found) if found else _main_subject(s, start, len(s))), found is None
    if s.tags[verb] == "VBN":
        found = subject_of(s, comma)
        return (_bare(s, *found) if found else None), True
    return _quoted_name(s, comma) or _main_subject(s, start, len(s)), True


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
            return _bare(s, *found)
    return None


def _bare(s: Tagged, first: int, last: int) -> Range | None:
    """The phrase without a leading article, conjunction or comma, and without a trailing comma."""
    while (
        first < last and s.tags[first] in ("DT", ",", "CC", "IN", "CS") and s.low[first] not in ("no", "all", "every")
    ):
        if first + 1 == last and s.tags[first] == "DT":
            break  # "each", "both" by themselves
        first += 1
    while last > first and s.tags[last - 1] in (",", ":", "IN", "CC", '"'):
        last -= 1
    return (first, last) if first < last else None


def _around(group: int, end: int, first: int, last: int) -> tuple[Range, ...]:
    """The predicate from its verb group to the end of the clause, around the figure."""
    return _stretches((group, first), (last, end)) if group < first else _stretches((group, end))


def _stretches(*ranges: Range) -> tuple[Range, ...]:
    """Those of the ranges that hold a token."""
    return tuple([one for one in ranges if one[0] < one[1]])
