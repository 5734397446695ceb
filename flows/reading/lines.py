"""The lines of a source text: what ends them, and where they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from schemas.rows import Piece

NEWLINE = re.compile(r"\r\n?|\n")
PAGED_NEWLINE = re.compile(r"[\n\f]")
"""What ends a line in a text that has pages: the form feed between two of them, too."""
PAGE_NEWLINE = re.compile(r"\r\n|\n")
"""Of a web page; a lone CR in it is what a form once sent, and no tool that counts lines takes it for one."""


class TextLine(NamedTuple):
    """A line without its newline and without white space at its ends; `indent` is what was cut off in front."""

    text: str
    start: int
    end: int
    indent: int

    @property
    def blank(self) -> bool:
        return not self.text

    def behind(self, length: int) -> TextLine:
        """The line without its first `length` characters and the white space that follows them."""
        rest = self.text[length:]
        text = rest.lstrip()
        return TextLine(text, self.end - len(text), self.end, self.indent)


@dataclass(frozen=True)
class LineIndex:
    """Where the lines of a source text start and, without what ends them, end; and which of them hold an offset."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, source: str, newline: re.Pattern[str] = NEWLINE) -> LineIndex:
        """The index of a text; by default a line ends at LF, CRLF or CR."""
        if newline is not PAGED_NEWLINE and "\r" not in source:  # most texts, and a split is quick
            starts = tuple(accumulate((len(line) + 1 for line in source.split("\n")), initial=0))
            return cls(starts[:-1], tuple(start - 1 for start in starts[1:]))
        breaks = [found.span() for found in newline.finditer(source)]
        return cls((0, *(following for _, following in breaks)), (*(end for end, _ in breaks), len(source)))

    def line(self, offset: int) -> int:
        """The 1-based line that holds the offset."""
        return bisect_right(self.starts, offset)

    def lines(self, start: int, end: int) -> tuple[int, int]:
        """The lines that hold the first and the last character of a stretch that is not empty."""
        first = bisect_right(self.starts, start)
        on_one = first == len(self.starts) or end <= self.starts[first]
        return first, first if on_one else bisect_right(self.starts, end - 1)

    def spans(self) -> Iterator[Piece]:
        """Where each line starts and ends, in order."""
        return map(Piece, self.starts, self.ends)


def split_lines(source: str) -> list[TextLine]:
    """The lines of the source text, blank ones included."""
    return [_line(source, start, end) for start, end in LineIndex.of(source).spans()]


def _line(source: str, start: int, end: int) -> TextLine:
    raw = source[start:end]
    text = raw.strip()
    first = start + (len(raw) - len(raw.lstrip()) if text else 0)
    indent = len(source[start:first].expandtabs(4)) if first > start else 0
    return TextLine(text, first, first + len(text), indent)
