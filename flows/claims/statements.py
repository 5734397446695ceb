"""Statements: each figure of a sentence with its subject, predicate, population, period, place, modality and source.

Works on a block's folded text and gives offsets into it; `flows.claims.rows` turns them into rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from flows.claims.attributions import Reported
from flows.claims.changes import with_change
from flows.claims.frames import Frame, frame_of
from flows.claims.ledger import Reading
from flows.claims.modality import is_denied, modality_of
from flows.claims.phrases import TIMES, Range
from flows.claims.scene import Offsets
from flows.claims.tagged import FINITE, Tagged
from schemas.rows import ClaimKind, Modality, Origin, Part, Period, Value

_MORE_OF_SAME = regex.compile(
    r"\b(?:another|an additional|a further|the other|the remaining|the rest|others?) +(?:\w+ +)?$", regex.I
)
_RECURRING = regex.compile(
    r"\b(annual|annually|yearly|monthly|weekly|daily|quarterly|hourly|per annum|each year|every year|a year"
    r"|year[- ]on[- ]year|year[- ]over[- ]year|month[- ]on[- ]month|quarter[- ]on[- ]quarter)\b",
    regex.I,
)
_PLACE_WORDS = frozenset({"in", "across", "at", "throughout", "within"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a part of a statement was read, and whether it stands in the figure's own clause."""

    spans: tuple[Offsets, ...]
    origin: Origin = "stated"


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim in offsets of its block: text[start:end] is the clause that makes it."""

    kind: ClaimKind
    start: int
    end: int
    reading: int | None
    value: Value
    period: Period
    modality: Modality
    negated: bool
    attribution: int | None
    parts: dict[Part, Evidence] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its figures: `first` and `last` number its readings in the ledger."""

    text: str
    start: int
    end: int
    tagged: Tagged
    readings: Sequence[Reading]
    first: int


def read_statements(
    text: str, sentences: Sequence[Offsets], readings: Sequence[Reading], reported: Sequence[Reported]
) -> list[Statement]:
    """The statements of a block, in order: one for each figure and dated event, one for each attributed sentence."""
    starts = [reading.start for reading in readings]
    found: list[Statement] = []
    for start, end in sentences:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        stated = [k for k in range(first, last) if readings[k].role in ("value", "period")]
        if not stated:
            continue
        sentence = _Sentence(text, start, end, Tagged.of(text, start, end), readings[first:last], first)
        found.extend(_with_known_subjects(list(_of_sentence(sentence, stated, readings, reported)), readings))
    found.extend(_attributed(text, found, reported))
    return sorted(found, key=lambda statement: (statement.start, statement.end))


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
            return replace(statement, parts={**statement.parts, "subject": replace(known, origin="carried_over")})
    return statement


def _of_sentence(
    sentence: _Sentence, stated: list[int], readings: Sequence[Reading], reported: Sequence[Reported]
) -> Iterator[Statement]:
    carried: Statement | None = None
    for k in stated:
        reading = readings[k]
        statement = _of_reading(sentence, k, reading, reported)
        if reading.role == "value":
            statement = _carry_over(sentence.text, statement, reading, carried)
            carried = statement
        yield statement


def _of_reading(sentence: _Sentence, k: int, reading: Reading, reported: Sequence[Reported]) -> Statement:
    s, text = sentence.tagged, sentence.text
    first, last = _tokens(s, reading.start, reading.counted[1] if reading.counted else reading.end)
    clause = frame_of(s, first, last)
    start, end = s.starts[clause.start], s.ends[clause.end - 1]
    attribution = _attribution_of(reading, reported)
    kind: ClaimKind = "quantity" if reading.role == "value" else "statement"
    value, period = Value(), reading.period
    parts = _parts(s, clause, reading)
    if kind == "quantity":
        kind_of_value, direction = with_change(text, sentence.start, reading)
        value = replace(reading.value, value_kind=kind_of_value, direction=direction)
        period, when = _period_of(sentence, clause, reading, reported, attribution)
        if when is not None:
            parts["period"] = Evidence((when,))
        parts["value"] = Evidence(((reading.start, reading.end),))
        if reading.counted:
            parts["unit"] = Evidence((reading.counted,))
    else:
        parts["period"] = Evidence(((reading.start, reading.end),))
    context = _modal_context(text, s, clause, reading)
    modality = modality_of(context)
    if (
        modality == "asserted"
        and attribution is not None
        and reported[attribution].cue_class in ("estimate", "forecast")
    ):
        modality = "estimated" if reported[attribution].cue_class == "estimate" else "forecast"
    return Statement(
        kind,
        min(start, reading.start),
        max(end, reading.end),
        k,
        value,
        period,
        modality,
        is_denied(text[start : reading.start]),
        attribution,
        parts,
    )


def _tokens(s: Tagged, start: int, end: int) -> Range:
    """The tokens that overlap text[start:end]."""
    first = max(0, bisect_right(s.ends, start))
    last = max(first + 1, bisect_left(s.starts, end))
    return min(first, len(s) - 1), min(last, len(s))


def _parts(s: Tagged, clause: Frame, reading: Reading) -> dict[Part, Evidence]:
    parts: dict[Part, Evidence] = {}
    if clause.subject is None and reading.counted is not None and _precedes_verb(s, clause, reading):
        parts["subject"] = Evidence((reading.counted,))
    elif clause.subject is not None:
        parts["subject"] = Evidence((s.span(*clause.subject),), "carried_over" if clause.carried else "stated")
    if clause.predicate:
        parts["predicate"] = Evidence(tuple(s.span(*stretch) for stretch in clause.predicate))
    if clause.population is not None and reading.value.unit_kind in ("percent", "ratio"):
        parts["population"] = Evidence((s.span(*clause.population),))
    if (place := _place(s, clause)) is not None:
        parts["place"] = Evidence((s.span(*place),))
    return parts


def _precedes_verb(s: Tagged, clause: Frame, reading: Reading) -> bool:
    """Is what the figure counts the subject itself: "over 300 FIRMS have moved"?"""
    return clause.verb is not None and s.starts[clause.verb[0]] >= reading.end


def _place(s: Tagged, clause: Frame) -> Range | None:
    """The first proper name after "in", "across" or "at" in the clause; months and days are no places."""
    for at in range(clause.start, clause.end - 1):
        first = at + 1 + (s.tag(at + 1) == "DT")
        if s.low[at] not in _PLACE_WORDS or s.tag(first) != "NNP" or s.low[first] in TIMES:
            continue
        last = first
        while last < clause.end and s.tags[last] == "NNP":
            last += 1
        return first, last
    return None


def _modal_context(text: str, s: Tagged, clause: Frame, reading: Reading) -> str:
    """The words that tell how firmly the figure is stated: its clause up to the figure, and the verb after it."""
    stop = reading.end
    if clause.verb is not None and s.starts[clause.verb[0]] >= reading.end:
        stop = s.ends[min(clause.verb[1] + 1, clause.end) - 1]
    start = s.starts[clause.start]
    governing = clause.start - 1
    while clause.carried and governing > 0 and s.tags[governing] not in FINITE:
        governing -= 1
    own = text[min(start, reading.start) : stop]
    return own if not clause.carried else f"{_verb_words(text, s, governing)} {own}"


def _verb_words(text: str, s: Tagged, verb: int) -> str:
    """A governing verb with what stands right around it ("aims to"), for a clause that has none of its own."""
    return text[s.starts[max(0, verb - 1)] : s.ends[min(verb + 1, len(s) - 1)]] if s.tag(verb) in FINITE else ""


def _attribution_of(reading: Reading, reported: Sequence[Reported]) -> int | None:
    """The attribution whose content holds the figure most closely, or else the one whose source or cue does."""
    best: tuple[int, int] | None = None
    for k, attribution in enumerate(reported):
        for rank, spans in ((0, attribution.content), (1, attribution.source), (1, attribution.cue)):
            for start, end in spans:
                if start <= reading.start < end:
                    best = min(best or (1 << 60, k), (rank * (1 << 40) + end - start, k))
        if best is None and attribution.year == reading.value.value and _spanned(attribution, reading):
            best = (1 << 50, k)
    return best[1] if best else None


def _period_of(
    sentence: _Sentence, clause: Frame, reading: Reading, reported: Sequence[Reported], attribution: int | None
) -> tuple[Period, Offsets | None]:
    """The time of a figure: in its clause, in front of its sentence, recurring, or the year of its source."""
    s = sentence.tagged
    start, end = s.starts[clause.start], s.ends[clause.end - 1]
    sources = [span for k in reported for span in (*k.source, *k.cue)] if reported else []
    times = [
        other for other in sentence.readings
        if other.role == "period"
        and not any(a <= other.start < b for a, b in sources)
        and not _names_instrument(reported, other)
    ]  # fmt: skip
    inside = [other for other in times if start <= other.start < end]
    if inside:
        nearest = min(
            inside,
            key=lambda other: (
                abs(other.start - reading.end) if other.start >= reading.end else abs(reading.start - other.end) + 5
            ),
        )
        return nearest.period, (nearest.start, nearest.end)
    leading = [other for other in times if other.end <= start and other.start - sentence.start < 12]
    if leading:
        return leading[0].period, (leading[0].start, leading[0].end)
    recurring = _RECURRING.search(sentence.text, start, reading.end)
    if recurring is not None:
        return Period(period_text=recurring.group(), period_basis="stated"), recurring.span()
    if attribution is not None and (year := reported[attribution].year) is not None:
        from flows.claims.intervals import year as whole_year

        interval = whole_year(year)
        return Period(
            period_edtf=interval.edtf, period_start=interval.start, period_end=interval.end, period_basis="source"
        ), None
    return Period(), None


def _names_instrument(reported: Sequence[Reported], time: Reading) -> bool:
    """Is the time the year of a survey or report that is the source ("a 2023 survey by ...")?"""
    value = time.value.value
    return any(r.year is not None and value == r.year and _spanned(r, time) for r in reported)


def _spanned(attribution: Reported, time: Reading) -> bool:
    edges = [*attribution.source, *attribution.cue]
    return bool(edges) and min(a for a, _ in edges) - 40 <= time.start <= max(b for _, b in edges) + 20


def _carry_over(text: str, statement: Statement, reading: Reading, last: Statement | None) -> Statement:
    """ "another 35 %" is of the population that the last share was of; "with about 30 % ..." of what was counted."""
    if last is None or reading.value.unit_kind not in ("percent", "ratio") or "population" in statement.parts:
        return statement
    before = text[max(0, reading.start - 30) : reading.start]
    again = _MORE_OF_SAME.search(before)
    population = last.parts.get("population")
    if again and population is not None:
        carried = Evidence(population.spans, "carried_over")
        return replace(statement, parts={**statement.parts, "population": carried, "subject": carried})
    counted = last.parts.get("unit")
    if counted is not None and regex.search(r"\bwith +$", before):
        carried = Evidence(counted.spans, "carried_over")
        return replace(statement, parts={**statement.parts, "population": carried, "subject": carried})
    return statement


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
        content = text[start:end]
        yield Statement(
            "statement", start, end, None, Value(), Period(), modality_of(content), is_denied(content), k, parts
        )
