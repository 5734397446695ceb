"""Statements: each figure of a sentence with its subject, predicate, population, period, place, modality and source.

Works on a block's folded text and gives offsets into it; `flows.claims.rows` turns them into rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

import regex

from flows.claims.antecedents import antecedent_of
from flows.claims.attributions import Reported
from flows.claims.changes import with_change
from flows.claims.firmness import firmness_of
from flows.claims.frames import Frame, frame_of
from flows.claims.ledger import Reading
from flows.claims.modality import is_denied, may_deny, may_tell_modality, modality_of
from flows.claims.nominals import bare
from flows.claims.phrases import TIMES, Range
from flows.claims.predicates import Figure, predicate_of
from flows.claims.scene import Offsets
from flows.claims.surroundings import Surroundings, surroundings
from flows.claims.tagged import Tagged
from flows.claims.tagging import NOUNS
from flows.claims.timing import names_instrument, period_of
from flows.claims.vocabulary import words_of
from schemas.rows import NO_PERIOD, NO_VALUE, ClaimKind, Modality, Origin, Part, Period, Value

_MORE_OF_SAME = regex.compile(
    r"\b(?:another|an additional|a further|the other|the remaining|the rest|others?) +(?:\w+ +)?$", regex.I
)
_WITH = regex.compile(r"\bwith +$")
_OF_THEM = regex.compile(r"\bof (?:which|whom|them|these|those),? +(?:\w+ +){0,2}$", regex.I)
_OF_WHICH = regex.compile(r" of (?:which|whom)\b", regex.I)
_OF_ALL = regex.compile(r"\bof (?:\w+ +){0,2}$", regex.I)
# Between a whole and the number of it: "Of 575 hospitals, only 412".
_NUMBER_OF = regex.compile(r", +(?:\w+ +){0,2}")
_THEY = frozenset({"them", "which", "whom", "these", "those"})
_COMPARED_WITH = regex.compile(
    r"\b(?:compared (?:with|to)|against|versus|up from|down from) +"
    rf"(?:(?:{'|'.join(sorted(words_of('grammar', 'approximators')))}) +)?$"
)
# A number in an adjunct counts nobody that the next clause tells of: "work IN four towns; one in eight".
_ADJUNCT = regex.compile(r"\b(?:in|at|on|for|from|to|with|by|across|within) +(?:\w+ +)?$")
_AVERAGES = words_of("grammar", "averages")
_BEFORE_NUMBER = frozenset({"DT", "RB", "IN", "JJ"})
_NAMING = NOUNS | {"JJ", "VBN"}
_PRONOUNS = frozenset({"it", "they"})
DENSE = 20
"""More numerals than this in one sentence are a list of numbers, which has no clauses to read."""
_BEHIND_FRONTED = frozenset({",", "CD", "DT", "RB"})
_PLACE_WORDS = frozenset({"in", "across", "at", "throughout", "within"})


class Evidence(NamedTuple):
    """Where a part of a statement was read, and whether it stands in the figure's own clause."""

    spans: tuple[Offsets, ...]
    origin: Origin = "stated"


class Statement(NamedTuple):
    """One claim in offsets of its block: text[start:end] is the clause that makes it.

    `stands_for` is where a subject that is a pronoun was named.
    """

    kind: ClaimKind
    start: int
    end: int
    reading: int | None
    value: Value
    period: Period
    modality: Modality
    negated: bool
    attribution: int | None
    parts: dict[Part, Evidence]
    stands_for: Offsets | None = None


def read_statements(
    text: str, sentences: Sequence[Offsets], readings: Sequence[Reading], reported: Sequence[Reported]
) -> list[Statement]:
    """The statements of a block, in order: one for each figure and dated event, one for each attributed sentence."""
    if not readings and not reported:
        return []
    found: list[Statement] = []
    for sentence in surroundings(text, sentences, readings, reported):
        told = [_with_antecedent(text, sentences, sentence.tagged, one) for one in _of_sentence(sentence)]
        found.extend(_with_known_subjects(told, readings))
    found.extend(_attributed(text, found, reported))
    return sorted(found, key=attrgetter("start", "end"))


def _with_antecedent(text: str, sentences: Sequence[Offsets], s: Tagged, statement: Statement) -> Statement:
    """A statement of "it" or "they" is said of what the pronoun stands for."""
    subject = statement.parts.get("subject")
    if subject is None or text[slice(*subject.spans[0])].lower() not in _PRONOUNS:
        return statement
    at = bisect_left(s.starts, subject.spans[0][0])
    named = antecedent_of(text, sentences, s, at) if at < len(s) else None
    if named is None:
        return statement
    return statement._replace(stands_for=named)


def _with_known_subjects(statements: list[Statement], readings: Sequence[Reading]) -> list[Statement]:
    """A dated event whose subject is a figure ("another 35% plan to ... by 2030") is said of that figure's subject."""
    figures = [(readings[one.reading], one) for one in statements if one.kind == "quantity" and one.reading is not None]
    return [_with_known_subject(one, figures) if one.kind == "statement" else one for one in statements]


def _with_known_subject(statement: Statement, figures: Sequence[tuple[Reading, Statement]]) -> Statement:
    subject = statement.parts.get("subject")
    if subject is None:
        return statement
    start, end = subject.spans[0]
    for reading, figure in figures:
        known = figure.parts.get("subject")
        if start <= reading.start < end and known is not None:
            return statement._replace(parts={**statement.parts, "subject": known._replace(origin="carried_over")})
    return statement


def _of_sentence(sentence: Surroundings) -> Iterator[Statement]:
    carried: Statement | None = None
    for k, reading in sentence.stating:
        clause = _clause_of(sentence, reading)
        statement = _of_reading(sentence, k, reading, clause)
        if reading.role == "value":
            statement = _carry_over(sentence, clause, statement, reading, carried)
            carried = statement
        yield statement


def _clause_of(sentence: Surroundings, reading: Reading) -> Frame:
    s = sentence.tagged
    first, last = _tokens(s, reading.start, reading.counted[1] if reading.counted else reading.end)
    dense = len(sentence.readings) > DENSE
    clause = Frame(first, last, None, None, None, ()) if dense else frame_of(s, first, last)
    if clause.subject is None or (told := _unnumbered(sentence, clause, reading)) == clause.subject:
        return clause
    return clause._replace(subject=told, carried=clause.carried and told is not None)


def _of_reading(sentence: Surroundings, k: int, reading: Reading, clause: Frame) -> Statement:
    s, text = sentence.tagged, sentence.text
    start, end = s.starts[clause.start], s.ends[clause.end - 1]
    attribution = _attribution_of(reading, sentence.reported)
    source = dict(sentence.reported)[attribution] if attribution is not None else None
    value, period, evidence = _figure(sentence, clause, reading, source)
    predicate = _without_figure(s, clause, reading, evidence.get("period"), source)
    return Statement(
        kind="quantity" if reading.role == "value" else "statement",
        start=min(start, reading.start),
        end=max(end, reading.end),
        reading=k,
        value=value,
        period=period,
        modality=firmness_of(text, s, clause, reading, source),
        negated=may_deny(text) and is_denied(text[start : reading.start]),
        attribution=attribution,
        parts=_parts(s, clause, reading, predicate) | evidence,
    )


def _unnumbered(sentence: Surroundings, clause: Frame, reading: Reading) -> Range | None:
    """The subject without the number that it opens with: the "casks" of "some 22 million casks".

    None is left of what says when, as "last quarter" that saw 30 strikes, and of a bare amount that no verb follows.
    """
    s, subject = sentence.tagged, clause.subject
    if subject is None:
        return None
    start, end = s.span(*subject)
    for _, one in sentence.readings:
        if one.role == "period" and one.start <= start and end <= one.end:
            return None
        if one.role == "value" and one.start < end and start < one.end and one is not reading:
            rest = _behind_number(s, subject, one)
            return subject if rest is None and clause.verb and clause.verb[0] >= subject[1] else rest
    return subject


def _behind_number(s: Tagged, subject: Range, number: Reading) -> Range | None:
    """What stands in a subject behind the number that it opens with, or that a share is of."""
    first, last = _tokens(s, number.start, number.end)
    noun = _tokens(s, *number.counted)[0] if number.counted else last
    if any(s.tags[at] not in _BEFORE_NUMBER and s.low[at] not in _AVERAGES for at in range(subject[0], first)):
        return subject
    if noun >= subject[1]:
        return None
    if s.low[noun] == "of":
        return bare(s, noun + 1, subject[1]) if number.value.unit_kind in ("percent", "ratio") else subject
    return (noun, subject[1]) if s.tags[noun] in _NAMING else subject


def _figure(
    sentence: Surroundings, clause: Frame, reading: Reading, source: Reported | None
) -> tuple[Value, Period, dict[Part, Evidence]]:
    """What a figure states and when, with the evidence; a time states no value."""
    own = Evidence(((reading.start, reading.end),))
    if reading.role == "period":
        return NO_VALUE, reading.period, {"period": own}
    value_kind, direction = with_change(sentence.text, sentence.start, reading)
    period, when = period_of(sentence, clause, reading, source)
    evidence: dict[Part, Evidence] = {} if when is None else {"period": Evidence((when,))}
    evidence["value"] = own
    if reading.counted:
        evidence["unit"] = Evidence((reading.counted,))
    return reading.value._replace(value_kind=value_kind, direction=direction), period, evidence


def _tokens(s: Tagged, start: int, end: int) -> Range:
    """The tokens that overlap text[start:end]."""
    first = max(0, bisect_right(s.ends, start))
    last = max(first + 1, bisect_left(s.starts, end))
    return min(first, len(s) - 1), min(last, len(s))


def _without_figure(
    s: Tagged, clause: Frame, reading: Reading, when: Evidence | None, source: Reported | None
) -> tuple[Range, ...]:
    """The predicate; what the figure counts is a part of it unless it is the subject."""
    first, last = _tokens(s, reading.start, reading.end)
    counted = _tokens(s, *reading.counted)[1] if reading.counted else last
    if reading.counted and (clause.subject is None or _overlap(s.span(*clause.subject), reading.counted)):
        last = counted
    time = when.spans[0] if when and reading.role == "value" else None
    return predicate_of(s, clause, Figure(first, last, counted), time, source)


def _overlap(one: Offsets, other: Offsets) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _parts(s: Tagged, clause: Frame, reading: Reading, predicate: Sequence[Range]) -> dict[Part, Evidence]:
    parts: dict[Part, Evidence] = {}
    if clause.subject is None and reading.counted is not None:
        parts["subject"] = Evidence((reading.counted,))
    elif clause.subject is not None:
        parts["subject"] = Evidence((s.span(*clause.subject),), "carried_over" if clause.carried else "stated")
    if predicate:
        stretches = [s.span(*stretch) for stretch in predicate]
        if reading.rule == "quantity.multiple_verb":
            stretches = [(stretches[0][0], max(stretches[-1][1], reading.end))]  # the figure is the verb: "has doubled"
        parts["predicate"] = Evidence(tuple(stretches))
    if clause.population is not None and reading.value.unit_kind in ("percent", "ratio"):
        parts["population"] = Evidence((s.span(*clause.population),))
    if (place := _place(s, clause)) is not None:
        parts["place"] = Evidence((s.span(*place),))
    return parts


def _place(s: Tagged, clause: Frame) -> Range | None:
    """Where a figure holds: a proper name in its clause, before its "where", or in front of its sentence."""
    for at in range(clause.start, clause.end - 1):
        if (place := _place_after(s, at, clause.end)) is not None:
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


def _attribution_of(reading: Reading, reported: Sequence[tuple[int, Reported]]) -> int | None:
    """The attribution whose content holds the figure most closely, or else the one whose source or cue does.

    A figure in a source tells of those who speak: nobody says it.
    """
    ranked = [
        (rank, end - start, k)
        for k, attribution in reported
        for rank, spans in ((0, attribution.content), (1, attribution.source), (1, attribution.cue))
        for start, end in spans
        if start <= reading.start < end and not (rank and reading.role == "value")
    ]
    ranked += [(2, 0, k) for k, attribution in reported if names_instrument(attribution, reading)]
    return min(ranked)[2] if ranked else None


def _carry_over(
    sentence: Surroundings, clause: Frame, statement: Statement, reading: Reading, last: Statement | None
) -> Statement:
    """What is said of a population told before: "another 35 %", "half of them", "with about 30 %", "of whom 20"."""
    if last is None:
        return statement
    text = sentence.text
    before = text[max(statement.start - 30, reading.start - 30, 0) : reading.start]
    if (own := statement.parts.get("population")) is not None:
        them = text[slice(*own.spans[0])].lower() in _THEY
        return _said_of(statement, last.parts.get("unit")) if them else statement
    if (told := _told_before(text, statement, reading, last, before)) is not None:
        return _said_of(statement, told)
    bare_share = reading.value.unit_kind in ("percent", "ratio", "none", None) and not reading.counted
    if "subject" not in statement.parts and bare_share and _opens_clause(sentence.tagged, clause, reading):
        counted = None if _ADJUNCT.search(text[: last.parts["value"].spans[0][0]][-30:]) else last.parts.get("unit")
        statement = _said_of(statement, counted or last.parts.get("population"))
    if "subject" not in statement.parts or _COMPARED_WITH.search(before):
        return _as_before(statement, last)
    return statement


def _told_before(text: str, statement: Statement, reading: Reading, last: Statement, before: str) -> Evidence | None:
    """The whole that a figure is of, where the figure before it counted that or was a share of it."""
    population, counted = last.parts.get("population"), last.parts.get("unit")
    if _is_number_of(text, reading, last) or _OF_THEM.search(before) or _OF_WHICH.match(text, reading.end):
        return counted
    if reading.value.unit_kind not in ("percent", "ratio"):
        return None
    if _MORE_OF_SAME.search(before):
        return population or counted
    alone = "subject" not in statement.parts and ";" not in text[last.parts["value"].spans[-1][1] : reading.start]
    return counted or population if alone or _WITH.search(before) else None


def _opens_clause(s: Tagged, clause: Frame, reading: Reading) -> bool:
    """Is a figure the subject of its verb, or what "there are"?"""
    if clause.verb is None:
        return False
    return s.starts[clause.verb[0]] >= reading.end or s.lower(clause.verb[0] - 1) == "there"


def _is_number_of(text: str, reading: Reading, last: Statement) -> bool:
    """Is a number without a noun of its own part of what was counted before: "Of 575 hospitals, 412 made a loss"?"""
    counted = last.parts.get("unit")
    if counted is None or reading.counted or reading.value.unit_kind not in ("none", None):
        return False
    whole, end = last.parts["value"].spans[0][0], counted.spans[-1][1]
    return bool(_NUMBER_OF.fullmatch(text, end, reading.start) and _OF_ALL.search(text, max(0, whole - 30), whole))


def _as_before(statement: Statement, last: Statement) -> Statement:
    """The statement with the subject of the one before, as of what a figure is compared with."""
    subject = last.parts.get("subject")
    if subject is None:
        return statement
    return statement._replace(parts={**statement.parts, "subject": subject._replace(origin="carried_over")})


def _said_of(statement: Statement, population: Evidence | None) -> Statement:
    if population is None:
        return statement
    carried = Evidence(population.spans, "carried_over")
    return statement._replace(parts={**statement.parts, "population": carried, "subject": carried})


def _attributed(text: str, stated: Sequence[Statement], reported: Sequence[Reported]) -> Iterator[Statement]:
    """A statement for each attribution whose content states no figure."""
    used = {statement.attribution for statement in stated}
    for k, attribution in enumerate(reported):
        if k in used or not attribution.content:
            continue
        start, end = attribution.content[0][0], attribution.content[-1][1]
        if start >= end:
            continue
        parts: dict[Part, Evidence] = {"predicate": Evidence(attribution.content)}
        modality = modality_of(text[start:end]) if may_tell_modality(text) else "asserted"
        negated = may_deny(text) and is_denied(text[start:end])
        yield Statement("statement", start, end, None, NO_VALUE, NO_PERIOD, modality, negated, k, parts)
