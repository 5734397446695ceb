"""The empty stretches between columns that go down through all lines of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from flows.tables.pdf.figures import has_digit, is_figure, is_year
from flows.tables.pdf.lines import Line, Scale

# All in ems.
# What columns keep free between them: with few lines, spaces of prose stand above one another by chance.
FEW_LINES, WIDE_GUTTER, GUTTER = 3, 1.0, 0.6
# A line with fewer stretches of text than this part of the fullest ones has says little of the columns (a title, a
# header over several columns, a note).
TELLING = 0.6
# The part of the telling lines that may run over a gutter, as one long label does.
STRAY = 0.08
# More columns are no table that somebody reads.
MOST_GUTTERS = 60

_SYMBOL = regex.compile(r"[ $€£¥%()*†‡\u2022\u25aa\u25cf\u25a0]+")


class Ink(NamedTuple):
    """A stretch of a line that holds text: from where to where, and whether that is more than symbols, and a figure."""

    left: float
    right: float
    is_text: bool
    is_figure: bool


def gutters(lines: Sequence[Line], scale: Scale) -> list[tuple[float, float]]:
    """The gutters of the lines from the left, as (left, right); n log n in the words."""
    lines_of_ink = [ink(line, scale.gap) for line in lines]
    inks = [stretches for stretches in lines_of_ink if len(stretches) > 1]
    with_figures = [stretches for stretches in inks if any(stretch.is_figure for stretch in stretches[1:])]
    if len(with_figures) >= FEW_LINES:
        inks = with_figures
    if len(inks) < 2:
        return []
    fullest = sorted(map(len, inks))[-max(1, len(inks) // 4)]
    telling = [stretches for stretches in inks if len(stretches) >= TELLING * fullest]
    width = max(scale.gap, (WIDE_GUTTER if len(telling) <= FEW_LINES else GUTTER) * scale.em)
    extents = [stretch[:2] for stretches in telling for stretch in stretches]
    found = [gap for gap in free(extents, int(STRAY * len(telling))) if gap[1] - gap[0] >= width]
    every = [stretch for stretches in lines_of_ink for stretch in stretches]
    return [_clearest(gap, every) for gap in _supported(found, telling)]


def _clearest(gap: tuple[float, float], stretches: Sequence[Ink]) -> tuple[float, float]:
    """The part of a gutter that the fewest stretches of all lines run over, the widest of such parts."""
    left, right = gap
    inside = [ink for ink in stretches if ink.left < right and ink.right > left]
    steps = sorted([(max(ink.left, left), 1) for ink in inside] + [(min(ink.right, right), -1) for ink in inside])
    parts, depth, start = [], 0, left
    for at, step in [*steps, (right, 0)]:
        if at > start:
            parts.append((depth, start - at, start, at))
        depth, start = depth + step, at
    return min(parts)[2:] if parts else gap


def ink(line: Line, gap: float) -> list[Ink]:
    """The stretches of a line that hold text, dot leaders left out."""
    return [Ink(*segment.extent, *_kind(segment.text)) for segment in line.without_leaders.segments(gap)]


def _kind(text: str) -> tuple[bool, bool]:
    return not _SYMBOL.fullmatch(text), has_digit(text) and is_figure(text) and not is_year(text)


def free(extents: Sequence[tuple[float, float]], most: int) -> Iterator[tuple[float, float]]:
    """Stretches inside the text that at most `most` lines run over; `extents` are those of text in the lines."""
    steps = sorted([(left, 1) for left, _ in extents] + [(right, -1) for _, right in extents])
    depth, start = 0, None
    for at, step in steps:
        depth += step
        if depth <= most and start is None and step < 0:
            start = at
        elif depth > most and start is not None:
            yield start, at
            start = None


def _supported(found: list[tuple[float, float]], inks: Sequence[Sequence[Ink]]) -> list[tuple[float, float]]:
    """The gutters that have a column on both sides: text on at least two lines, and not of symbols alone ("$", "%")."""
    kept = list(found) if len(found) <= MOST_GUTTERS else []
    while kept:
        middles = [(left + right) / 2 for left, right in kept]
        counts = Counter(column for line in inks for column in {_column(middles, ink) for ink in line if ink.is_text})
        weak = next((column for column in range(len(kept) + 1) if counts[column] < 2), None)
        if weak is None:
            break
        sides = [side for side in (weak - 1, weak) if 0 <= side < len(kept)]
        kept.pop(min(sides, key=lambda side: kept[side][1] - kept[side][0]))
    return kept


def _column(middles: Sequence[float], ink: Ink) -> int:
    return bisect_right(middles, (ink.left + ink.right) / 2)
