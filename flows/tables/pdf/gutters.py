"""The empty stretches between columns that go down through all lines of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from flows.tables.pdf.lines import Line, Scale, is_leader

# All in ems.
# What columns keep free between them: with few lines, spaces of prose stand above one another by chance.
FEW_LINES, WIDE_GUTTER, GUTTER = 3, 1.0, 0.6
# A line with fewer stretches of text than this part of the fullest ones has says little of the columns (a title, a
# header over several columns, a note).
TELLING = 0.6
# The part of the telling lines that may run over a gutter, as one long label does.
STRAY = 0.08

_SYMBOL = regex.compile(r"[$€£¥%()*†‡\u2022\u25aa\u25cf\u25a0]+")


def gutters(lines: Sequence[Line], scale: Scale) -> list[tuple[float, float]]:
    """The gutters of the lines from the left, as (left, right); n log n in the words."""
    inks = [found for line in lines if len(found := ink(line, scale.gap)) > 1]
    if len(inks) < 2:
        return []
    fullest = sorted(map(len, inks))[-max(1, len(inks) // 4)]
    telling = [ink for ink in inks if len(ink) >= TELLING * fullest]
    width = max(scale.gap, (WIDE_GUTTER if len(telling) <= FEW_LINES else GUTTER) * scale.em)
    found = [gap for gap in _free(telling, int(STRAY * len(telling))) if gap[1] - gap[0] >= width]
    return _supported(found, telling)


def ink(line: Line, gap: float) -> list[tuple[float, float, bool]]:
    """The stretches of a line that hold text, dot leaders left out: left, right, and whether more than symbols stand there."""
    words = tuple(word for word in line.words if not is_leader(word))
    return [
        (segment.edges.left, segment.edges.right, not _SYMBOL.fullmatch(segment.text.replace(" ", "")))
        for segment in Line(words).segments(gap)
    ]


def _free(inks: Sequence[Sequence[tuple[float, float, bool]]], most: int) -> Iterator[tuple[float, float]]:
    """Stretches inside the text that at most `most` lines run over."""
    steps = sorted(
        [(left, 1) for ink in inks for left, _, _ in ink] + [(right, -1) for ink in inks for _, right, _ in ink]
    )
    depth, start = 0, None
    for at, step in steps:
        depth += step
        if depth <= most and start is None and step < 0:
            start = at
        elif depth > most and start is not None:
            yield start, at
            start = None


def _supported(
    found: list[tuple[float, float]], inks: Sequence[Sequence[tuple[float, float, bool]]]
) -> list[tuple[float, float]]:
    """The gutters that have a column on both sides: text on at least two lines, and not of symbols alone ("$", "%")."""
    kept = list(found)
    while kept:
        bounds = [float("-inf"), *((left + right) / 2 for left, right in kept), float("inf")]
        counts = [0] * (len(kept) + 1)
        for ink in inks:
            for column in {_column(bounds, left, right) for left, right, is_text in ink if is_text}:
                counts[column] += 1
        weak = next((column for column, count in enumerate(counts) if count < 2), None)
        if weak is None:
            break
        sides = [side for side in (weak - 1, weak) if 0 <= side < len(kept)]
        kept.pop(min(sides, key=lambda side: kept[side][1] - kept[side][0]))
    return kept


def _column(bounds: Sequence[float], left: float, right: float) -> int:
    middle = (left + right) / 2
    return next(column for column, (start, end) in enumerate(pairwise(bounds)) if start <= middle < end)
