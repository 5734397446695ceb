"""List items of plain text: bullets and numbers at the start of a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from flows.reading.lines import TextLine

# Typographic bullets do nothing else at the start of a line; a dash, a plus or a number may also be prose.
BULLETS = "\u2022\u2023\u2043\u25aa\u25ab\u25e6\u25cf\u25cb\u25a0\u25a1\u25ba\u25b6\u2713\u2714\u2756"
DASHES = "-+\u2010\u2011\u2012\u2013\u2014"

_MARKER = regex.compile(
    rf"""
      (?<bullet>[{BULLETS}] | [*\u00b7](?=[ \t\u00a0]))
    | (?: (?<dash>[{DASHES}])
        | \(? (?<number>\d{{1,3}}) (?<style>[.)])
        | \(? (?<letter>[a-z]) (?<style>\))
      ) (?=[ \t\u00a0])
    """,
    regex.VERBOSE,
)
_EMPHASIS = regex.compile(r"\*[^*]*\*")


class Marker(NamedTuple):
    """A list marker: its family (markers of one list share it), its rank in it, and its length.

    A `doubtful` marker may also stand in prose: a dash, or a number that a sentence ends with.
    """

    family: str
    rank: int
    length: int
    doubtful: bool

    def follows(self, other: Marker) -> bool:
        """Whether the marker is the next of `other`'s list."""
        return self.family == other.family and self.rank in (0, other.rank + 1)


def marker_of(text: str) -> Marker | None:
    """The list marker that a line starts with."""
    found = _MARKER.match(text)
    if not found or found.end() == len(text) or _EMPHASIS.match(text):
        return None
    if number := found["number"]:
        return Marker(f"1{found['style']}", int(number), found.end(), True)
    if letter := found["letter"]:
        return Marker("a)", ord(letter) - 96, found.end(), True)
    return Marker(found[0], 0, found.end(), not found["bullet"])


def markers_of(group: Sequence[TextLine]) -> list[Marker | None]:
    """The markers of a group's lines; a marker that has its like before or after it is no longer doubtful."""
    markers = [marker_of(line.text) for line in group]
    standing = [(at, marker) for at, marker in enumerate(markers) if marker]
    last: dict[str, int] = {}
    for at, marker in standing:
        before = markers[last[marker.family]] if marker.family in last else None
        if before and marker.follows(before):
            for certain in (last[marker.family], at):
                markers[certain] = markers[certain]._replace(doubtful=False)  # type: ignore[union-attr]
        last[marker.family] = at
    return markers
