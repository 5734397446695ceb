"""The lines of plain text, each with its place in the source."""

from __future__ import annotations

import re
from typing import NamedTuple

from flows.reading.document import NEWLINE, PAGED_NEWLINE
from schemas.rows import Piece


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


def line_spans(source: str, newline: re.Pattern[str] = NEWLINE) -> list[Piece]:
    """Where the lines of the source text stand, without what ends them; by default LF, CRLF or CR."""
    spans, start = [], 0
    if newline is not PAGED_NEWLINE and "\r" not in source:  # most texts, and a split is quick
        for line in source.split("\n"):
            spans.append(Piece(start, start + len(line)))
            start += len(line) + 1
        return spans
    for found in newline.finditer(source):
        end, following = found.span()
        spans.append(Piece(start, end))
        start = following
    return [*spans, Piece(start, len(source))]


def split_lines(source: str) -> list[TextLine]:
    """The lines of the source text, blank ones included."""
    return [_line(source, start, end) for start, end in line_spans(source)]


def _line(source: str, start: int, end: int) -> TextLine:
    raw = source[start:end]
    text = raw.strip()
    first = start + (len(raw) - len(raw.lstrip()) if text else 0)
    indent = len(source[start:first].expandtabs(4)) if first > start else 0
    return TextLine(text, first, first + len(text), indent)
