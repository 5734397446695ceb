"""The pages of a document that has some: which page an offset stands on, and where on it its characters are drawn."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from schemas.rows import Box, Piece


class Lines(Protocol):
    """An index of lines; see `flows.reading.lines.LineIndex`."""

    @property
    def starts(self) -> tuple[int, ...]: ...
    def line(self, offset: int) -> int: ...


class Sides(NamedTuple):
    """The sides of every character's box, in points from the top left of its page; empty boxes for white space.

    Arrays of 16 bytes a character: a long report has millions of them.
    """

    lefts: array[float]
    tops: array[float]
    rights: array[float]
    bottoms: array[float]

    @classmethod
    def empty(cls) -> Sides:
        return cls(array("f"), array("f"), array("f"), array("f"))


@dataclass(frozen=True)
class Pages:
    """`starts` are the offsets that pages start at; a page ends with the form feed in front of the next.

    `unread` are the pages that show something and hold no text.
    """

    starts: tuple[int, ...]
    sides: Sides
    unread: tuple[int, ...] = ()

    def page(self, offset: int) -> int:
        """The 1-based page that holds the offset."""
        return bisect_right(self.starts, offset)

    def page_line(self, line: int, lines: Lines) -> int:
        """The 1-based line on its page of a line of the source text."""
        page = self.page(lines.starts[line - 1])
        return line - lines.line(self.starts[page - 1]) + 1

    def boxes(self, pieces: Iterable[Piece], lines: Lines) -> tuple[Box, ...]:
        """One box per line that the pieces touch: around the characters of the pieces, white space left out."""
        boxes: dict[int, Box] = {}
        for start, end in pieces:
            while start < end:
                line = lines.line(start)
                stop = min(end, lines.starts[line]) if line < len(lines.starts) else end
                box = self._box(start, stop)
                if box.left <= box.right:
                    boxes[line] = _around(boxes[line], box) if line in boxes else box
                start = stop
        return tuple(Box(box.page, *(round(side, 2) for side in box[1:])) for box in boxes.values())

    def _box(self, start: int, end: int) -> Box:
        lefts, tops, rights, bottoms = self.sides
        return Box(
            self.page(start),
            min(lefts[start:end]),
            min(tops[start:end]),
            max(rights[start:end]),
            max(bottoms[start:end]),
        )


def _around(box: Box, other: Box) -> Box:
    return Box(
        box.page,
        min(box.left, other.left),
        min(box.top, other.top),
        max(box.right, other.right),
        max(box.bottom, other.bottom),
    )
