"""Lines of text cut at every edge of what is marked in them, so that stretches which overlap can all be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

TITLES = 4
"""Titles that a segment shows at most, the shortest stretch first."""


class Mark(NamedTuple):
    """A stretch of the source text (half-open code-point offsets), what it is, and what a reader is told about it."""

    start: int
    end: int
    layer: str
    title: str = ""


class Segment(NamedTuple):
    """A piece of a line in which no mark begins or ends; `classes` are the layers over it, sorted."""

    text: str
    classes: str
    title: str


class _Edge(NamedTuple):
    """A mark begins (`order` is minus its end: the longer first) or ends (before any begins) at an offset."""

    at: int
    opens: bool
    order: int
    mark: Mark


def cut(lines: Iterable[tuple[int, str]], marks: Iterable[Mark]) -> Iterator[tuple[Segment, ...]]:
    """The segments of each line, whose texts add up to it; lines are (offset of the first character, text), in order.

    One pass over lines and marks together: its time grows with their number, however they overlap.
    """
    edges = _edges(marks)
    standing = _Standing()
    edge = next(edges, None)
    for start, text in lines:
        segments, at = [], start
        while edge and edge.at < start + len(text):
            if edge.at > at:
                segments.append(standing.segment(text[at - start : edge.at - start]))
                at = edge.at
            standing.turn(edge)
            edge = next(edges, None)
        if at < start + len(text):
            segments.append(standing.segment(text[at - start :]))
        yield tuple(segments)


def _edges(marks: Iterable[Mark]) -> Iterator[_Edge]:
    once = [mark for mark in _merged(marks) if mark.start < mark.end]
    opening = [_Edge(mark.start, True, -mark.end, mark) for mark in once]
    closing = [_Edge(mark.end, False, 0, mark) for mark in once]
    return iter(sorted(opening + closing))


def _merged(marks: Iterable[Mark]) -> Iterator[Mark]:
    """One mark for all of a layer that have the same place: claims share their sentences."""
    titles: dict[tuple[int, int, str], dict[str, None]] = {}
    for mark in marks:
        titles.setdefault((mark.start, mark.end, mark.layer), {})[mark.title] = None
    for place, told in titles.items():
        yield Mark(*place, _joined(told))


class _Standing:
    """The marks that cover the place where the pass stands, the one that began last at the end."""

    def __init__(self) -> None:
        self.marks: dict[Mark, None] = {}
        self.layers: Counter[str] = Counter()

    def turn(self, edge: _Edge) -> None:
        if edge.opens:
            self.marks[edge.mark] = None
            self.layers.update((edge.mark.layer,))
            return
        del self.marks[edge.mark]
        self.layers.subtract((edge.mark.layer,))

    def segment(self, text: str) -> Segment:
        layers = sorted(layer for layer, count in self.layers.items() if count)
        titled = (mark.title for mark in reversed(self.marks) if mark.title)
        return Segment(text, " ".join(layers), _joined(dict.fromkeys(islice(titled, TITLES))))


def _joined(titles: Iterable[str]) -> str:
    """Titles one below the other, as many as a reader takes in."""
    told = [title for title in titles if title]
    more = [f"and {len(told) - TITLES} more"] if len(told) > TITLES else []
    return "\n".join(told[:TITLES] + more)
