"""The ruling lines of a page as strokes, and which strokes frame something together.

The lines of a page are drawn in pieces, twice, or as sides of thin boxes. pdfplumber's edge functions snap and join
them and find where they cross; given plain edges they need not parse the page, which costs them most of their time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pdfplumber.table import edges_to_intersections, merge_edges

from flows.reading.pdf.page import Edges, Rule

# More lines than this, drawn or joined, are a drawing or an attack: they are not looked at.
MOST_RULES = 20_000
MOST_STROKES = 1_500


class Stroke(NamedTuple):
    """A straight line at one position of one axis, from `start` to `end` on the other."""

    position: float
    start: float
    end: float


@dataclass(frozen=True)
class Frame:
    """Strokes that cross or touch one another, each sorted; `verticals` is empty for lines that stand alone."""

    horizontals: tuple[Stroke, ...]
    verticals: tuple[Stroke, ...]

    @property
    def edges(self) -> Edges:
        lefts = [stroke.start for stroke in self.horizontals] + [stroke.position for stroke in self.verticals]
        rights = [stroke.end for stroke in self.horizontals] + [stroke.position for stroke in self.verticals]
        tops = [stroke.start for stroke in self.verticals] + [stroke.position for stroke in self.horizontals]
        bottoms = [stroke.end for stroke in self.verticals] + [stroke.position for stroke in self.horizontals]
        return Edges(min(lefts), min(tops), max(rights), max(bottoms))


def frames(rules: Sequence[Rule], tolerance: float) -> tuple[list[Frame], list[Stroke]]:
    """The frames of a page, and the horizontal strokes that cross nothing; strokes `tolerance` points apart are one."""
    if not rules or len(rules) > MOST_RULES:
        return [], []
    joined = merge_edges([_edge(rule) for rule in rules], tolerance, tolerance, tolerance, tolerance)
    if len(joined) > MOST_STROKES:
        return [], []
    groups = _connected(joined, edges_to_intersections(joined, tolerance, tolerance).values())
    framed = [_frame(group) for group in groups if len(group) > 1]
    alone = [_stroke(edge) for group in groups if len(group) == 1 for edge in group if edge["orientation"] == "h"]
    return sorted(framed, key=lambda frame: frame.edges), sorted(alone)


def _edge(rule: Rule) -> dict[str, Any]:
    left, top, right, bottom = rule.edges
    if rule.horizontal:
        top = bottom = (top + bottom) / 2
    else:
        left = right = (left + right) / 2
    return {
        "orientation": "h" if rule.horizontal else "v",
        "x0": left,
        "x1": right,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "width": right - left,
        "height": bottom - top,
    }


def _stroke(edge: dict[str, Any]) -> Stroke:
    if edge["orientation"] == "h":
        return Stroke(edge["top"], edge["x0"], edge["x1"])
    return Stroke(edge["x0"], edge["top"], edge["bottom"])


def _frame(edges: Iterable[dict[str, Any]]) -> Frame:
    by_axis: dict[str, list[Stroke]] = {"h": [], "v": []}
    for edge in edges:
        by_axis[edge["orientation"]].append(_stroke(edge))
    return Frame(tuple(sorted(by_axis["h"])), tuple(sorted(by_axis["v"])))


def _connected(
    edges: Sequence[dict[str, Any]], crossings: Iterable[dict[str, list[dict[str, Any]]]]
) -> list[list[dict[str, Any]]]:
    """The edges in groups that hang together by crossings."""
    index = {id(edge): at for at, edge in enumerate(edges)}
    leader = list(range(len(edges)))

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = at = leader[leader[at]]
        return at

    for crossing in crossings:
        first, *others = (find(index[id(edge)]) for edge in (*crossing["v"], *crossing["h"]))
        for other in others:
            leader[find(other)] = find(first)
    groups: dict[int, list[dict[str, Any]]] = {}
    for at, edge in enumerate(edges):
        groups.setdefault(find(at), []).append(edge)
    return list(groups.values())
