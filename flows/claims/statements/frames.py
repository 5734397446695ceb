"""The frame of a figure: the clause that states it, that clause's verb, subject and predicate, and the population.

Read off the tags of one sentence. A figure may be the subject of its clause ("42% of firms have ..."), an object
("employs 300 people"), an adverbial ("grew by 68%"), or stand before its noun ("the HK$10 billion fund").
"""

from __future__ import annotations

from typing import NamedTuple

from flows.claims.grammar.clause_bounds import clause_bounds
from flows.claims.grammar.clauses import HAVE_ANOTHER_DO, TIMES, Clause
from flows.claims.grammar.nominals import bare, counted, leading_phrase, noun_after, noun_before, whole_of
from flows.claims.grammar.phrases import RELATIVE, Range, antecedent
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE, NOUNS
from flows.claims.grammar.verb_groups import PARTICIPLES, group_of, past_adverbs, verb_after, verb_before, verb_behind
from flows.claims.statements.subjects import main_subject, subject_of_verb
from flows.claims.vocabulary import words_of

_PUT = words_of("grammar", "put_at")
_BELONGS = words_of("grammar", "noun_prepositions")
"""Prepositions whose phrase belongs to the noun before it, where that noun is a subject."""

_GOVERNING = frozenset({"for", "of", "to", "from", "by", "in", "on"})
"""Behind one of them a figure is no subject: "account FOR 46% of the hours watched"."""
_AVERAGES = words_of("grammar", "averages")
_ENDS_OF_PART = frozenset({",", ".", ":", "CC", ""})
PERCENT = frozenset({"%", "percent", "cent"})
_SHORTEST_GROUP = 2
_LISTED = 8
"""How many phrases a subject may list."""


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


def frame_of(s: Tagged, first: int, last: int) -> Frame:
    """The frame of the figure at tokens [first, last).

    Its subject is that of the clause it stands in; a figure within that subject tells of what it counts or is a share
    of, and one in a clause whose subject is unknown of what the words beside it name.
    """
    frame = _frame(s, first, last)
    if frame.population is not None and (verb := _verb_of(s, frame.population, first)) is not None:
        return _with_subject(s, frame, frame.population, verb, (first, last))
    clause = s.sentence.clause(first)
    named = _fronted_whole(s, first) or _without_verb(s, first, last) or _there_of(s, clause)
    if named is not None:
        return frame._replace(subject=named, carried=False)
    if clause is None or clause.subject is None or _knows_better(s, frame, clause):
        return frame
    if _acts(s, clause, last):
        return _with_subject(s, frame, None, (last, last + 1), (first, last))
    start, end = _whole_subject(s, clause.subject, clause.verb)
    if start < last and first < end:
        return _as_subject(s, frame, clause, first, last)
    estimated = _put_at(s, clause, first)
    return frame._replace(subject=bare(s, *(estimated or (start, end))))


def _fronted_whole(s: Tagged, first: int) -> Range | None:
    """What a figure counts in front of a clause on part of it: the "firms" of "Of the 1,200 firms, 45% hired"."""
    of = first - 1 - (s.tag(first - 1) in ("DT", "PRP$"))
    phrase = s.sentence.phrase(first) if of == 0 and s.low[of] == "of" else None
    if phrase is None:
        return None
    noun = first
    while s.tag(noun) in ("CD", "RB", "IN"):
        noun += 1
    return (noun, phrase[1]) if noun < phrase[1] else None


def _fronted_group(s: Tagged, first: int) -> Range | None:
    """Of whom a share right behind them tells: the "drivers" of "Among drivers under 30, 45% ..."."""
    comma = first - 1
    while s.tag(comma) in ("RB", "IN", "DT"):
        comma -= 1
    if comma < _SHORTEST_GROUP or s.tags[comma] != "," or s.low[0] not in ("among", "of"):
        return None
    if NOUNS.isdisjoint(s.tags[1:comma]):
        return None
    return (1, comma) if FINITE.isdisjoint(s.tags[1:comma]) else None


def _without_verb(s: Tagged, first: int, last: int) -> Range | None:
    """What stands right before a figure whose verb was told before: "Fares cover 40%, TAXES 25%"."""
    before = first - (s.tag(first - 1) == "$")
    phrase = s.sentence.phrase(before - 1) if s.tag(before - 1) in ("NN", "NNS", "NNP") else None
    if (
        phrase is None
        or phrase[0] < 2
        or phrase[1] < before
        or s.low[before - 1] in TIMES
        or "CD" in s.tags[phrase[0] : before]
    ):
        return None
    joint = phrase[0] - 1
    listed = s.tags[joint] in (",", "CC") or s.low[joint] == ";"
    share = s.tags[first - 1] == "$" or s.low[last - 1] in PERCENT
    told = share and "CD" in s.tags[:joint] and not FINITE.isdisjoint(s.tags[:joint])
    return (phrase[0], before) if listed and told and s.tag(last) in _ENDS_OF_PART else None


def _there_of(s: Tagged, clause: Clause | None) -> Range | None:
    """The "clubs" of "the clubs, of which there are 50"."""
    if clause is None or clause.verb is None:
        return None
    subject = clause.subject[0] if clause.subject else 0
    there = subject if s.low[subject] == "there" else clause.verb[0] - 1
    of_which = there > 1 and s.low[there] == "there" and s.tags[there - 1] in RELATIVE and s.low[there - 2] == "of"
    return bare(s, *antecedent(s, there - 1)) if of_which else None


def _acts(s: Tagged, clause: Clause, last: int) -> bool:
    """Does what a figure counts do what an infinitive behind it says: "expects 30 SHIPS to sail"?"""
    verb = clause.verb
    return (
        verb is not None and s.low[verb[1] - 1] in HAVE_ANOTHER_DO and s.tag(last) == "TO" and s.tag(last - 1) == "NNS"
    )


def _verb_of(s: Tagged, population: Range, first: int) -> Range | None:
    """The verb behind a share and its whole; after a comma a participle, too: ", half of them BASED in Lyon"."""
    behind = population[1]
    if s.lower(first - 1) in _GOVERNING:
        return None
    if s.tag(first - 1) == "," and s.tag(behind) in PARTICIPLES:
        return behind, behind + 1
    return verb_behind(s, behind)


def _knows_better(s: Tagged, frame: Frame, clause: Clause) -> bool:
    """Do the words beside a figure tell its subject better: of a participle, or of the name that it stands before?"""
    if frame.subject is None:
        return False
    named = frame.verb is None and not frame.carried and s.tags[frame.subject[1] - 1] == "NNP"
    return named or frame.subject == frame.population or clause.kind == "participial"


def _whole_subject(s: Tagged, subject: Range, verb: Range | None) -> Range:
    """A subject with the phrases that belong to it, and with the others that are listed beside it before the verb."""
    start, end = s.sentence.extended(subject, _BELONGS)
    if verb is None or s.tag(end) not in ("CC", ",", "JJ"):
        return start, end
    last = end
    for _ in range(_LISTED):
        opening = last + (s.lower(last) == "," and s.tag(last + 1) == "CC")
        if s.lower(opening) == "such" and s.lower(opening + 1) == "as":
            opening += 1
        elif s.tag(opening) not in ("CC", ","):
            break
        joined = s.sentence.phrase(opening + 1)
        if joined is None:
            break
        last = s.sentence.extended(joined, _BELONGS)[1]
    return start, last if past_adverbs(s, last) == past_adverbs(s, verb[0]) else end


def _put_at(s: Tagged, clause: Clause, first: int) -> Range | None:
    """What somebody "puts at" the figure: of "she puts the cost of it at 5%" the cost."""
    at = first - 1 - (s.tag(first - 1) in ("RB", "IN") and s.lower(first - 2) == "at")
    if clause.verb is None or s.lower(at) != "at" or s.lower(clause.verb[1] - 1) not in _PUT:
        return None
    return (clause.verb[1], at) if clause.verb[1] < at else None


def _as_subject(s: Tagged, frame: Frame, clause: Clause, first: int, last: int) -> Frame:
    """The frame of a figure that stands in the subject of its clause: it tells of what it counts or is a share of."""
    beside = _with_maker(s, counted(s, last)) or _measured(s, first, last) or _one_in(s, first, last)
    beside = beside or _rest_of_phrase(s, first, last)
    subject = frame.population or beside
    if subject is None and (group := _fronted_group(s, first)) is not None:
        subject = bare(s, *group)
        frame = frame._replace(population=subject)
    if clause.verb is None or clause.verb[0] < last:
        return frame._replace(subject=subject, carried=False)
    return _with_subject(s, frame, subject, clause.verb, (first, last))


def _measured(s: Tagged, first: int, last: int) -> Range | None:
    """The noun that the figure is of; "an average of 300 visitors" tells of the visitors."""
    noun = noun_before(s, first)
    return None if noun and s.low[noun[1] - 1] in _AVERAGES and s.tags[last - 1] == "NNS" else noun


def _rest_of_phrase(s: Tagged, first: int, last: int) -> Range | None:
    """What the figure counts at some distance: the "Greek and Turkish ships" of "30 Greek and Turkish ships"."""
    phrase = s.sentence.phrase(first)
    return (last, phrase[1]) if phrase and last < phrase[1] and s.tags[phrase[1] - 1] == "NNS" else None


def _one_in(s: Tagged, first: int, last: int) -> Range | None:
    """The "post" of "one post in six"."""
    at = s.low.index("in", first, last) if s.low[first] == "one" and "in" in s.low[first:last] else first
    return (first + 1, at) if at > first + 1 else None


def _with_maker(s: Tagged, noun: Range | None) -> Range | None:
    """A noun with who made it: "a 2023 STUDY BY THE COALITION"."""
    return s.sentence.extended(noun, ("by",)) if noun is not None else None


def _with_subject(s: Tagged, frame: Frame, subject: Range | None, verb: Range, figure: Range) -> Frame:
    """The frame of a figure that its verb follows."""
    end = frame.end if verb[0] < frame.end else clause_bounds(s, *verb)[1]
    predicate = _around(group_of(s, verb[0])[0], end, *figure)
    return frame._replace(end=end, subject=subject, verb=verb, predicate=predicate, carried=False)


def _frame(s: Tagged, first: int, last: int) -> Frame:
    start, end = clause_bounds(s, first, last)
    population = whole_of(s, last, end)
    if s.low[start] == "with":
        return _verbless(s, start, end, last, population)
    before = verb_before(s, start, first)
    if before is None:
        return _leading(s, (start, end), (first, last), population)
    group, noun = group_of(s, before), noun_after(s, last, end)
    predicate = _around(group[0], end, first, last)
    if noun is not None:
        return Frame(start, end, None, noun, population, predicate)
    subject, carried = subject_of_verb(s, before, group[0], start)
    return Frame(start, end, group, subject, population, predicate, carried)


def _leading(s: Tagged, clause: Range, figure: Range, population: Range | None) -> Frame:
    """The frame of a figure that no verb of its clause stands before."""
    (start, end), (first, last) = clause, figure
    after = verb_after(s, population[1] if population else last, end)
    if after is not None:
        subject, group = population or counted(s, last) or leading_phrase(s, start, first), group_of(s, after)
        return Frame(start, end, group, subject, population, _around(group[0], end, first, last))
    noun = noun_after(s, last, end)
    if noun is not None:
        return Frame(start, end, None, noun, population, _stretches((noun[1], end)))
    return _verbless(s, start, end, last, population)


def _verbless(s: Tagged, start: int, end: int, last: int, population: Range | None) -> Frame:
    """A clause without a verb of its own, as after "with": its subject is the main clause's."""
    rest = _stretches((last, end))
    subject = population or main_subject(s, start, end)
    return Frame(start, end, None, subject, population, rest, carried=subject is not None and subject is not population)


def _around(group: int, end: int, first: int, last: int) -> tuple[Range, ...]:
    """The predicate from its verb group to the end of the clause, around the figure."""
    return _stretches((group, first), (last, end)) if group < first else _stretches((group, end))


def _stretches(*ranges: Range) -> tuple[Range, ...]:
    """Those of the ranges that hold a token."""
    return tuple([one for one in ranges if one[0] < one[1]])
