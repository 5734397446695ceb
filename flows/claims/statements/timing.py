"""When a figure holds: a time in its clause or in front of its sentence, a recurrence, or the year of its source."""

from __future__ import annotations

import re
from bisect import bisect_right

from flows.claims.attributions.reading import Reported
from flows.claims.attributions.scene import Offsets
from flows.claims.comparisons import comparison_before
from flows.claims.gating import holds_any
from flows.claims.grammar.clauses import TIMES
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE, NOUNS
from flows.claims.grammar.verb_groups import past_adverbs
from flows.claims.intervals import year as whole_year
from flows.claims.ledger import Reading
from flows.claims.statements.frames import Frame
from flows.claims.statements.surroundings import Surroundings
from flows.claims.vocabulary import words_of
from schemas.rows import NO_PERIOD, Period

_A_YEAR = r"a year(?! (?:ago|before|earlier|later))"
_RECURRING = re.compile(
    rf"\b(?:annual|annually|yearly|monthly|weekly|daily|quarterly|hourly|per annum|{_A_YEAR}"
    r"|(?:each|every) (?:year|month|week|day)"
    r"|year[- ](?:on|over)[- ]year|(?:month|quarter)[- ]on[- ](?:month|quarter))\b",
    re.I,
)
_TELL_RECURRING = frozenset(
    "annual annually yearly monthly weekly daily quarterly hourly annum year month week day quarter".split()
)
"""Every recurrence has one of these words."""
# Behind a figure only adverbs say so: "$5 million in annual fees" tells of the fees.
_REPEATEDLY = re.compile(
    rf"\b(?:annually|per annum|{_A_YEAR}|(?:each|every) (?:year|month|week|day)|year[- ](?:on|over)[- ]year)\b", re.I
)
_COMPARING = words_of("grammar", "comparing")
_COMPARATIVES = words_of("grammar", "comparatives")
_AGAINST = frozenset({"against", "compared", "than", "versus"})
_OTHER_TENSE = frozenset({"VBZ", "VBP", "MD"})
"""A verb in one of them after "and" has a time of its own; two past forms share theirs."""
_DURING = re.compile(r"\b(?:in|over|within|during|throughout) (?:the )?(?:(?:first|past|last|next) )?$", re.I)
FRONT = 12
"""How far from the start of a sentence a time may stand that goes for all of it."""


def period_of(
    sentence: Surroundings, clause: Frame, reading: Reading, attribution: Reported | None
) -> tuple[Period, Offsets | None]:
    """The period of a figure and where it was read; a source's year has no place of its own."""
    s = sentence.tagged
    start, end = s.starts[clause.start], s.ends[clause.end - 1]
    times = [time for time in sentence.times if not _only_said_then(time, reading, attribution)]
    if comparison_before(sentence.text, reading) is not None:
        times = [time for time in times if time.start >= reading.end]
    inside = [time for time in times if start <= time.start < end and not _elsewhere(s, time, reading)]
    leading = [time for time in times if time.end <= start and time.start - sentence.start < FRONT]
    if inside or leading:
        nearest = min(inside, key=lambda time: _distance(time, reading)) if inside else leading[0]
        return nearest.period, (nearest.start, nearest.end)
    recurring = _recurrence(sentence, reading, start)
    if recurring is None and " per " not in (reading.value.unit or ""):
        recurring = _REPEATEDLY.search(sentence.text, reading.end, min(end, _next_figure(sentence, reading)))
    lasting = recurring.span() if recurring is not None else _lasting(sentence, reading, end)
    if lasting is not None:
        return Period(period_text=sentence.text[slice(*lasting)], period_basis="stated"), lasting
    if attribution is not None and attribution.year is not None:
        year = whole_year(attribution.year)
        period = Period(period_edtf=year.edtf, period_start=year.start, period_end=year.end, period_basis="source")
        return period, None
    return NO_PERIOD, None


def _recurrence(sentence: Surroundings, reading: Reading, start: int) -> re.Match[str] | None:
    """The first word up to a figure that tells how often: in no rate ("$5 A YEAR"), and of nothing else that is counted
    ("20 million MONTHLY users and 300 doctors").
    """
    if not holds_any(sentence.text, _TELL_RECURRING):
        return None
    values = [one for _, one in sentence.readings if one.role == "value"]
    others = [(one.start, one.end) for one in values] + [
        one.counted for one in values if one is not reading and one.counted is not None
    ]
    for found in _RECURRING.finditer(sentence.text, start, reading.end):
        if not any(first <= found.start() < last for first, last in others):
            return found
    return None


def _elsewhere(s: Tagged, time: Reading, reading: Reading) -> bool:
    """Is a time told in a clause, a coordinate verb phrase or a comparison that the figure does not stand in?"""
    at, figure = _token(s, time.start), _token(s, reading.end - 1)
    other = s.sentence.clause(at)
    if other is not None and other.verb is not None and other != s.sentence.clause(figure):
        enclosed = other.kind == "participial" and s.tag(other.verb[0] - 1) == ","
        of_time = other.subject is not None and s.low[other.subject[1] - 1] in TIMES
        if (other.kind == "relative" and not of_time) or (enclosed and at < figure):
            return True
        if other.kind == "participial" and at > figure and _of_another_noun(s, other.verb[0], reading):
            return True
    if at > figure:
        return any(_parts(s, between) for between in range(figure + 1, at)) or _is_of_compared(s, figure, at)
    first = next((verb for verb, tag in enumerate(s.tags) if tag in FINITE), at)
    return first < at and any(_parts(s, between) for between in range(at + 1, figure) if s.tags[between] == "CC")


def _of_another_noun(s: Tagged, participle: int, reading: Reading) -> bool:
    """Does a participle tell of a noun behind what the figure counts: "double THE FIGURE recorded in 2013"?"""
    counted = _token(s, (reading.counted[1] if reading.counted else reading.end) - 1)
    return participle > counted + 1 and s.tag(participle - 1) in NOUNS and "CD" not in s.tags[counted + 1 : participle]


def _is_of_compared(s: Tagged, figure: int, at: int) -> bool:
    """Is a time that of another figure between, with which the first is compared: "a loss of 9 AGAINST 3 in 2020"?"""
    against = next((between for between in range(figure + 1, at) if s.low[between] in _AGAINST), at)
    return "CD" in s.tags[against:at]


def _only_said_then(time: Reading, reading: Reading, attribution: Reported | None) -> bool:
    """Does a time tell when a figure was reported, not when it held: '"5% fail," he said in May'?"""
    if attribution is None or not any(start <= reading.start < end for start, end in attribution.content):
        return False
    return not any(start <= time.start < end for start, end in attribution.content)


def _lasting(sentence: Surroundings, reading: Reading, end: int) -> Offsets | None:
    """The length of time behind a figure over which it holds: "rose by a third OVER FIVE YEARS"."""
    later = next((one for _, one in sentence.readings if one.start >= reading.end and one.role == "value"), None)
    if later is None or later.start >= end:
        return None
    if later.value.unit_kind != "duration" or reading.value.unit_kind == "duration":
        return None
    between = range(_token(sentence.tagged, reading.end), _token(sentence.tagged, later.start))
    if any(_goes_on(sentence.tagged, at) for at in between):
        return None
    opening = _DURING.search(sentence.text, reading.end, later.start)
    return (opening.start(), later.end) if opening is not None else None


def _goes_on(s: Tagged, at: int) -> bool:
    """Does another verb follow the conjunction: "cost £8 AND SOLD out in ten minutes"?"""
    return s.tags[at] == "CC" and s.tag(past_adverbs(s, at + 1)) in FINITE


def _parts(s: Tagged, at: int) -> bool:
    """Does a new statement start with the token: another verb after "and", a comparison after a comma?"""
    if s.tags[at] == ",":
        compared = s.tag(at + 1) == "CD" and not _COMPARATIVES.isdisjoint(s.low[at + 2 : at + 5])
        return compared or s.lower(at + 1) in _COMPARING
    if s.tags[at] != "CC":
        return False
    verb = past_adverbs(s, at + 1)
    return s.tag(verb) in _OTHER_TENSE


def _token(s: Tagged, offset: int) -> int:
    return min(bisect_right(s.ends, offset), len(s) - 1)


def _next_figure(sentence: Surroundings, reading: Reading) -> int:
    """Where the figure after this one starts; the end of the sentence where there is none."""
    later = (one.start for _, one in sentence.readings if one.start >= reading.end and one.role == "value")
    return next(later, sentence.end)


def _distance(time: Reading, reading: Reading) -> int:
    """How far a time stands from a figure; one behind it is the likelier to be its own."""
    return time.start - reading.end if time.start >= reading.end else reading.start - time.end + 5
