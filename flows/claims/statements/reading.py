"""Statements: each figure of a sentence with its subject, predicate, population, period, place, modality and source.

Works on a block's folded text and gives offsets into it; `flows.claims.rows` turns them into rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from flows.claims.attributions.reading import Reported
from flows.claims.attributions.scene import Offsets
from flows.claims.grammar.nominals import bare
from flows.claims.grammar.phrases import Range
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import NOUNS
from flows.claims.ledger import Reading
from flows.claims.statements.antecedents import antecedent_of
from flows.claims.statements.carrying import with_carried
from flows.claims.statements.changes import with_change
from flows.claims.statements.firmness import firmness_of
from flows.claims.statements.frames import Frame, frame_of
from flows.claims.statements.modality import is_denied, may_deny, may_tell_modality, modality_of
from flows.claims.statements.places import place_of
from flows.claims.statements.predicates import Figure, predicate_of
from flows.claims.statements.statement import Evidence, Statement
from flows.claims.statements.surroundings import Surroundings, names_instrument, surroundings
from flows.claims.statements.timing import period_of
from flows.claims.vocabulary import words_of
from schemas.rows import NO_PERIOD, NO_VALUE, Part, Period, Value

_AVERAGES = words_of("grammar", "averages")
_BEFORE_NUMBER = frozenset({"DT", "RB", "IN", "JJ"})
_NAMING = NOUNS | {"JJ", "VBN"}
_PRONOUNS = frozenset({"it", "they"})
DENSE = 20
"""More numerals than this in one sentence are a list of numbers, which has no clauses to read."""


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
            statement = with_carried(sentence, clause, statement, reading, carried)
            carried = statement
        yield statement


def _clause_of(sentence: Surroundings, reading: Reading) -> Frame:
    s = sentence.tagged
    first, last = _tokens(s, reading.start, reading.counted[1] if reading.counted else reading.end)
    dense = len(sentence.readings) > DENSE
    clause = Frame(first, last, None, None, None, ()) if dense else frame_of(s, first, last)
    if clause.subject is None:
        return clause
    clause = clause._replace(subject=_without_aside(s, *clause.subject))
    if (told := _unnumbered(sentence, clause, reading)) == clause.subject:
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


def _without_aside(s: Tagged, first: int, last: int) -> Range:
    """A subject without what is counted behind a comma: "the fund, worth $8 million"."""
    comma = next((at for at in range(first + 1, last) if s.tags[at] == ","), last)
    aside = s.tags[comma:last]
    return (first, comma) if "CD" in aside and "CC" not in aside and s.tags[comma - 1] in NOUNS else (first, last)


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
    if (place := place_of(s, clause)) is not None:
        parts["place"] = Evidence((s.span(*place),))
    return parts


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
