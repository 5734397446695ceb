"""Words as visual lines, and lines as segments: stretches of a line with no wide gap in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import inf
from statistics import median
from typing import NamedTuple

import regex

from flows.reading.pdf.page import Edges, Word

# How far a line of letters reaches above and below its baseline, in ems; boxes of glyphs would tell a dash from a word.
ASCENT, DESCENT = 0.75, 0.2
# Two words share a line if they overlap by this part of the smaller one: a raised mark does, the next line does not.
SAME_LINE = 0.5
# The space between words is the gap that this part of all gaps stays under; some are wider in a justified line.
SPACE, WIDER = 0.3, 1.4
# Letters that run rightward are no higher than this, in ems.
TURNED = 1.4
# Bounds of what is wider than a space, in ems: a table may have no spaces, a typewriter's are wide.
LEAST_GAP, MOST_GAP = 0.55, 0.9


_DOTS = (".", "\u2026", "_", "\u00b7")
_LEADER = regex.compile(r"[.\u2026_\u00b7]{3,}|[.\u2026\u00b7]")
_LEADER_END = regex.compile(r"[.\u2026_\u00b7]{3,}\Z|\A[.\u2026\u00b7]\Z")


@dataclass(frozen=True)
class Line:
    """Words that stand side by side, from the left. What is asked of a line again and again is kept."""

    words: tuple[Word, ...]

    @cached_property
    def edges(self) -> Edges:
        return around(map(room, self.words))

    @property
    def extent(self) -> tuple[float, float]:
        """Its left and right; cheaper than all of its edges."""
        return self.words[0].edges.left, max([word.edges.right for word in self.words])

    @cached_property
    def without_leaders(self) -> Line:
        """The line without the dots that lead the eye."""
        if self._widest < inf:
            return self
        return Line(tuple(word for word in self.words if not is_leader(word)))

    @cached_property
    def _widest(self) -> float:
        """The widest gap, which few lines of prose have to be searched for; without bound where dots lead on."""
        if not self.words:
            return inf
        widest, right = 0.0, self.words[0].edges.left
        for word in self.words:
            if is_dotted(word):
                return inf
            left, _, end, _ = word.edges
            widest = left - right if left - right > widest else widest
            right = end if end > right else right
        return widest

    @cached_property
    def _cut(self) -> dict[float, Sequence[Line]]:
        return {}

    def segments(self, gap: float) -> Sequence[Line]:
        """The line cut where `gap` points or more are empty, and behind dot leaders."""
        if gap > self._widest:
            return (self,)
        found = self._cut.get(gap)
        if found is None:
            found = self._cut[gap] = self._segments(gap)
        return found

    def _segments(self, gap: float) -> Sequence[Line]:
        starts: list[int] = []
        right = -inf
        for at, word in enumerate(self.words):
            left, _, end, _ = word.edges
            if left - right >= gap and not (starts and is_leader(word)):
                starts.append(at)
            if is_dotted(word):
                right = -inf
            elif end > right:
                right = end
        return [Line(self.words[start:stop]) for start, stop in pairwise([*starts, len(self.words)])]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def around(boxes: Iterable[Edges]) -> Edges:
    """The smallest rectangle around one or more others."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Edges(min(lefts), min(tops), max(rights), max(bottoms))


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The words as lines from the top; n log n in the words. The order that the words come in does not matter."""
    return [Line(tuple(sorted(line, key=_from_left))) for line in _grouped(words)]


def is_leader(word: Word) -> bool:
    """Whether a word is dots and nothing else, that lead the eye from a label to its figures."""
    return word.text.endswith(_DOTS) and _LEADER.fullmatch(word.text) is not None


def is_dotted(word: Word) -> bool:
    """Whether a word ends in dots that lead on."""
    return word.text.endswith(_DOTS) and _LEADER_END.search(word.text) is not None


class Scale(NamedTuple):
    """What thresholds are measured in, in points: the font size, and the least gap that is no space between words."""

    em: float
    gap: float


def scale_of(lines: Sequence[Line]) -> Scale:
    """The scale of a page's text: of its middle font size, and of the narrower ones of its gaps between words."""
    em = median([word.size for line in lines for word in line.words])
    boxes = ([word.edges for word in line.words] for line in lines)
    gaps = [following[0] - box[2] for found in boxes for box, following in pairwise(found)]
    narrow = sorted([gap for gap in gaps if gap < 1.5 * em])
    space = narrow[int(SPACE * len(narrow))] if narrow else 0.0
    return Scale(em, min(max(WIDER * space, LEAST_GAP * em), MOST_GAP * em))


def is_turned(word: Word) -> bool:
    """Whether a word runs up or down the page: it is higher than its letters are, and than it is wide."""
    left, top, right, bottom = word.edges
    height = bottom - top
    return height > TURNED * word.size and height > right - left


def room(word: Word) -> Edges:
    """The rectangle that a word takes up on its line, whichever letters it has."""
    left, _, right, _ = word.edges
    top, bottom = _reach(word)
    return Edges(left, top, right, bottom)


def _reach(word: Word) -> tuple[float, float]:
    """The heights between which a word stands."""
    _, (_, top, _, bottom), size, _, baseline, _ = word
    above, below = baseline - ASCENT * size, baseline + DESCENT * size
    if above >= bottom or below <= top or is_turned(word):
        return top, bottom
    return above, below


def _grouped(words: Iterable[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    high = low = 0.0  # of the highest word of the line
    for _, _, _, top, bottom, word in sorted(map(_from_top, words)):
        shared = (bottom if bottom < low else low) - (top if top > high else high)
        if line and shared < SAME_LINE * min(low - high, bottom - top):
            yield line
            line = []
        if not line or bottom - top > low - high:
            high, low = top, bottom
        line.append(word)
    if line:
        yield line


def _from_top(word: Word) -> tuple[float, float, float, float, float, Word]:
    """What a word is sorted by from the top, and the heights that it takes up."""
    left, _, right, _ = word.edges
    top, bottom = _reach(word)
    return top + bottom, left, right, top, bottom, word


def _from_left(word: Word) -> tuple[float, float, float, str]:
    left, top, right, _ = word.edges
    return left, right, top, word.text
