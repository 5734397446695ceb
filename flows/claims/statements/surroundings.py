"""What surrounds a figure: its sentence, tagged, with the other numerals and the attributions that reach into it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from flows.claims.attributions.reading import Reported
from flows.claims.attributions.scene import Offsets
from flows.claims.comparisons import compared_times
from flows.claims.grammar.tagged import Tagged
from flows.claims.ledger import Reading

LONGEST = 1000
"""Characters of a sentence that are read as one: what goes on longer is a list, and cost must stay linear."""


BESIDE = 40
"""How far from a source the year of its survey or report may stand."""
Numbered = tuple[int, Reading]
"""A reading with its number in the block."""


class Surroundings(NamedTuple):
    """A sentence text[start:end] with its numerals, those of them that make a statement, and what is reported in it.

    `readings`, `stating` and `reported` are numbered as in their block. `times` are those at which something may hold:
    not what it is compared with, nor the year of a source.
    """

    text: str
    start: int
    end: int
    tagged: Tagged
    readings: Sequence[Numbered]
    stating: Sequence[Numbered]
    reported: Sequence[tuple[int, Reported]]
    times: Sequence[Reading]


def surroundings(
    text: str, sentences: Sequence[Offsets], readings: Sequence[Reading], reported: Sequence[Reported]
) -> Iterator[Surroundings]:
    """The sentences of a block that state something with a numeral, in order."""
    numbered = list(enumerate(readings))
    compared = compared_times(text, readings)
    stating = [one for one in numbered if states(text, one[1]) and one[1].start not in compared]
    if not stating:
        return
    reaching = _Reaching(reported)
    for start, end in _stretches(text, sentences, readings):
        if ours := _starting(stating, start, end):
            inside, told = _starting(numbered, start, end), reaching.into(start, end)
            times = [one for _, one in inside if one.role == "period" and one.start not in compared]
            times = [time for time in times if not _is_of_source(time, told)]
            yield Surroundings(text, start, end, Tagged.of(text, start, end), inside, ours, told, times)


def _starting(numbered: Sequence[Numbered], start: int, end: int) -> Sequence[Numbered]:
    """The readings that start in [start, end)."""
    first = bisect_left(numbered, start, key=_start_of)
    return numbered[first : bisect_left(numbered, end, first, key=_start_of)]


def _start_of(one: Numbered) -> int:
    return one[1].start


def states(text: str, reading: Reading) -> bool:
    """Does a reading make a statement: a figure, or a time told with a numeral ("by 2030", but not "last year")?"""
    if reading.role == "period":
        return reading.value.value is not None or any(map(str.isdigit, text[reading.start : reading.end]))
    return reading.role == "value"


def _is_of_source(time: Reading, reported: Sequence[tuple[int, Reported]]) -> bool:
    """Does a time tell of a source, of its survey or of when it spoke?"""
    return any(
        names_instrument(one, time) or any(start <= time.start < end for start, end in (*one.source, *one.cue))
        for _, one in reported
    )


def names_instrument(attribution: Reported, time: Reading) -> bool:
    """Is the time the year of the survey or report that is the source ("a 2023 survey by ...")?"""
    edges = [*attribution.source, *attribution.cue]
    if attribution.year is None or attribution.year != time.value.value or not edges:
        return False
    return min(start for start, _ in edges) - BESIDE <= time.start <= max(end for _, end in edges) + BESIDE // 2


def _stretches(text: str, sentences: Sequence[Offsets], readings: Sequence[Reading]) -> Iterator[Offsets]:
    """The sentences, those beyond the longest cut at a space that no figure spans."""
    covered: list[Offsets] = []
    at = 0
    for start, end in sentences:
        if end - start > LONGEST and not covered:
            covered = [(reading.start, reading.counted[1] if reading.counted else reading.end) for reading in readings]
        while end - start > LONGEST:
            cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            while at < len(covered) and covered[at][1] <= cut:
                at += 1
            if at < len(covered) and covered[at][0] < cut:
                cut = covered[at][0] if covered[at][0] > start else min(covered[at][1], end)
            yield start, cut
            start = cut
        if start < end:
            yield start, end


class _Reaching:
    """The attributions that reach into a stretch of text, asked for from left to right."""

    def __init__(self, reported: Sequence[Reported]) -> None:
        envelopes = ((k, one, [*one.source, *one.cue, *one.content]) for k, one in enumerate(reported))
        ends = ((min(a for a, _ in spans), max(b for _, b in spans), k, one) for k, one, spans in envelopes if spans)
        self._waiting = sorted(ends, key=lambda found: found[:3])[::-1]
        self._open: list[tuple[int, int, Reported]] = []

    def into(self, start: int, end: int) -> list[tuple[int, Reported]]:
        """The attributions that overlap [start, end), with their numbers; `start` never goes back."""
        while self._waiting and self._waiting[-1][0] < end:
            _, last, k, one = self._waiting.pop()
            self._open.append((last, k, one))
        self._open = [found for found in self._open if found[0] > start]
        return sorted([(k, one) for _, k, one in self._open], key=itemgetter(0))
