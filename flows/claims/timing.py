"""When a figure holds: a time in its clause or in front of its sentence, a recurrence, or the year of its source."""

from __future__ import annotations

import regex

from flows.claims.attributions import Reported
from flows.claims.frames import Frame
from flows.claims.intervals import year as whole_year
from flows.claims.ledger import Reading
from flows.claims.scene import Offsets
from flows.claims.surroundings import Surroundings
from schemas.rows import Period

_RECURRING = regex.compile(
    r"\b(?:annual|annually|yearly|monthly|weekly|daily|quarterly|hourly|per annum|a year"
    r"|(?:each|every) (?:year|month|week|day)"
    r"|year[- ](?:on|over)[- ]year|(?:month|quarter)[- ]on[- ](?:month|quarter))\b",
    regex.I,
)
# "up 5% ON THE YEAR BEFORE", "longer THAN A YEAR EARLIER": when something else held.
_COMPARED = regex.compile(
    r"\b(?:than|from|on|over|against|versus|with|to|of) (?:an?|the|one) \w+ (?:before|earlier|ago)$"
)
BEFORE_COMPARED = 8
FRONT = 12
"""How far from the start of a sentence a time may stand that goes for all of it."""
BESIDE = 40
"""How far from a source the year of its survey or report may stand."""


def period_of(
    sentence: Surroundings, clause: Frame, reading: Reading, attribution: Reported | None
) -> tuple[Period, Offsets | None]:
    """The period of a figure and where it was read; a source's year has no place of its own."""
    s = sentence.tagged
    start, end = s.starts[clause.start], s.ends[clause.end - 1]
    times = _times(sentence)
    inside = [time for time in times if start <= time.start < end]
    leading = [time for time in times if time.end <= start and time.start - sentence.start < FRONT]
    if inside or leading:
        nearest = min(inside, key=lambda time: _distance(time, reading)) if inside else leading[0]
        return nearest.period, (nearest.start, nearest.end)
    recurring = _recurrence(sentence, start, reading.end)
    if recurring is not None:
        return Period(period_text=recurring.group(), period_basis="stated"), recurring.span()
    if attribution is not None and attribution.year is not None:
        year = whole_year(attribution.year)
        period = Period(period_edtf=year.edtf, period_start=year.start, period_end=year.end, period_basis="source")
        return period, None
    return Period(), None


def _recurrence(sentence: Surroundings, start: int, end: int) -> regex.Match[str] | None:
    """The first word that tells how often, outside the rates of figures ("$5 A YEAR")."""
    figures = [(one.start, one.end) for _, one in sentence.readings if one.role == "value"]
    for found in _RECURRING.finditer(sentence.text, start, end):
        if not any(first <= found.start() < last for first, last in figures):
            return found
    return None


def _distance(time: Reading, reading: Reading) -> int:
    """How far a time stands from a figure; one behind it is the likelier to be its own."""
    return time.start - reading.end if time.start >= reading.end else reading.start - time.end + 5


def _times(sentence: Surroundings) -> list[Reading]:
    """The times of a sentence, but for those of a source or of its survey, and those it only compares with."""
    sources = [span for _, one in sentence.reported for span in (*one.source, *one.cue)]
    return [
        time
        for _, time in sentence.readings
        if time.role == "period"
        and not _COMPARED.search(sentence.text, max(0, time.start - BEFORE_COMPARED), time.end)
        and not any(start <= time.start < end for start, end in sources)
        and not any(names_instrument(one, time) for _, one in sentence.reported)
    ]


def names_instrument(attribution: Reported, time: Reading) -> bool:
    """Is the time the year of the survey or report that is the source ("a 2023 survey by ...")?"""
    edges = [*attribution.source, *attribution.cue]
    if attribution.year is None or attribution.year != time.value.value or not edges:
        return False
    return min(start for start, _ in edges) - BESIDE <= time.start <= max(end for _, end in edges) + BESIDE // 2
