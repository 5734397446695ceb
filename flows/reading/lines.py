"""The lines of plain text, each with its place in the source."""

from __future__ import annotations

from typing import NamedTuple

from flows.reading.document import NEWLINE


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


def split_lines(source: str) -> list[TextLine]:
    """The lines of the source text, blank ones included; LF, CRLF and CR end a line."""
    lines, start = [], 0
    for newline in NEWLINE.finditer(source):
        lines.append(_line(source, start, newline.start()))
        start = newline.end()
    lines.append(_line(source, start, len(source)))
    return lines


def _line(source: str, start: int, end: int) -> TextLine:
    raw = source[start:end]
    text = raw.strip()
    first = start + (len(raw) - len(raw.lstrip()) if text else 0)
    return TextLine(text, first, first + len(text), len(source[start:first].expandtabs(4)))
