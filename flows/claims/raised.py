"""Numbers above and below the line in the ledger: what is no part of a figure is a note's mark or part of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from flows.claims.readings import Reading
from flows.reading.passage import Passage
from schemas.rows import Role

# The signs of an index; and what a square or a cube of stands in front of it: m², km³, cm².
_INDEX = regex.compile(r"[\u2080-\u208b]")
_UNCOVERED = re.compile(rb"\0+")
_POWER = regex.compile(r"(?<![\p{L}\p{M}])\p{L}{1,3}[\u00b2\u00b3]")


def with_raised(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of a passage's folded text, with one for what none of them covers of each raised number."""
    if not passage.raised:
        return list(readings)
    text = passage.folded
    covered = bytearray(len(text))
    for reading in readings:
        covered[reading.start : reading.end] = b"\1" * (reading.end - reading.start)
    marks = [
        Reading(start, end, (role := _role(text, start)), f"{role}.raised")
        for at, signs in passage.raised
        for start, end in _uncovered(covered, at, at + len(signs))
    ]
    return sorted([*readings, *marks], key=lambda reading: reading.start)


def _uncovered(covered: bytearray, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a number that no reading covers: of m²⁹ the ⁹, which stands behind a unit."""
    return [(start + found.start(), start + found.end()) for found in _UNCOVERED.finditer(covered[start:end])]


def _role(text: str, at: int) -> Role:
    if _INDEX.match(text, at) or any(_POWER.fullmatch(text, start, at + 1) for start in range(max(0, at - 3), at)):
        return "name_part"
    return "reference"
