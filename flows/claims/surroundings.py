"""What surrounds a figure: its sentence, tagged, with the other numerals and the attributions that reach into it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.claims.attributions import Reported
from flows.claims.ledger import Reading
from flows.claims.scene import Offsets
from flows.claims.tagged import Tagged

LONGEST = 1000
"""Characters of a sentence that are read as one: what goes on longer is a list, and cost must stay linear."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence text[start:end]; `readings` and `reported` are numbered as in their block."""

    text: str
    start: int
    end: int
    tagged: Tagged
    readings: Sequence[tuple[int, Reading]]
    reported: Sequence[tuple[int, Reported]]


def surroundings(
    text: str, sentences: Sequence[Offsets], readings: Sequence[Reading], reported: Sequence[Reported]
) -> Iterator[Surroundings]:
    """The sentences of a block that state something with a numeral, in order."""
    stating = [reading.start for reading in readings if states(text, reading)]
    if not stating:
        return
    starts = [reading.start for reading in readings]
    reaching = _Reaching(reported)
    for start, end in _stretches(text, sentences, readings):
        if bisect_left(stating, start) == bisect_left(stating, end):
            continue
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        inside = [(k, readings[k]) for k in range(first, last)]
        yield Surroundings(text, start, end, Tagged.of(text, start, end), inside, reaching.into(start, end))


def states(text: str, reading: Reading) -> bool:
    """Does a reading make a statement: a figure, or a time told with a numeral ("by 2030", but not "last year")?"""
    if reading.role == "period":
        return reading.value.value is not None or any(map(str.isdigit, text[reading.start : reading.end]))
    return reading.role == "value"


def _stretches(text: str, sentences: Sequence[Offsets], readings: Sequence[Reading]) -> Iterator[Offsets]:
    """The sentences, those beyond the longest cut at a space that no figure spans."""
    covered = [(reading.start, reading.counted[1] if reading.counted else reading.end) for reading in readings]
    at = 0
    for start, end in sentences:
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
        return sorted(((k, one) for _, k, one in self._open), key=lambda found: found[0])
