"""Hard-wrapped lines: whether a newline is a wrap inside a paragraph or the paragraph's end.

A program that wraps text breaks a line only where the next word would not fit. So a newline is a wrap if line and next
word together are wider than the lines of its group (lines without a blank one between); if they would have fitted, a
person ended the line. Lines wider than `WIDEST` were not wrapped at all, and blocks narrower than `NARROWEST` are
bylines, addresses or verse. A pair of lines says too little about its own width, so it is measured by the widest
group of three or more lines. In a document that is mostly unwrapped, a wrap must also show in a small letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from flows.reading.lines import TextLine

NARROWEST = 40
WIDEST = 120

_WIDE = regex.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]")
_SPLIT_HYPHEN = regex.compile(r"\p{L}-\Z")
_SUSPENDED = regex.compile(r"(?:and|or|to|und|bis)\b")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a document's lines are wrapped: whether most of them may be, and the width of its groups (0: unknown)."""

    wrapped: bool
    width: int

    @classmethod
    def of(cls, groups: Iterable[Sequence[TextLine]]) -> Wrapping:
        """The wrapping of a document, measured over its groups of lines."""
        narrow = wide = width = 0
        for group in groups:
            widest = widest_of(group)
            size = sum(len(line.text) for line in group)
            if widest > WIDEST:
                wide += size
            else:
                narrow += size
                width = max(width, widest if len(group) >= 3 else 0)
        return cls(narrow >= wide, width)

    def limit(self, group: Sequence[TextLine]) -> int:
        """The width that lines of the group are measured by; 0 when they are not wrapped."""
        widest = widest_of(group)
        if len(group) < 3:
            widest = max(widest, self.width)
        return widest if NARROWEST <= widest <= WIDEST else 0

    def joins(self, line: TextLine, following: TextLine, limit: int) -> bool:
        """Whether the newline between two lines is a wrap."""
        if not limit or not (self.wrapped or following.text[0].islower()):
            return False
        return _width(line) + _first_word(following.text) > limit


def glue(line: str, following: str) -> str:
    """What a wrapped newline reads as: a space; nothing in a word split at its hyphen or between Chinese letters."""
    if _WIDE.match(line[-1]) and _WIDE.match(following[0]):
        return ""
    split = _SPLIT_HYPHEN.search(line) and following[0].isalpha() and not _SUSPENDED.match(following)
    return "" if split else " "


def widest_of(group: Sequence[TextLine]) -> int:
    """The width of the widest line that could have been wrapped: a single long word (an address) could not."""
    return max((_width(line) for line in group if " " in line.text or _WIDE.search(line.text)), default=0)


def _width(line: TextLine) -> int:
    """The width in columns; of a line too wide to be wrapped only that it is."""
    narrow = line.text.isascii() or len(line.text) > WIDEST
    return line.indent + len(line.text) + (0 if narrow else len(_WIDE.findall(line.text)))


def _first_word(text: str) -> int:
    """The columns that the first word takes on the line before: its own and a space; in Chinese two characters', for a
    stop stays with the character before it."""
    return 4 if _WIDE.match(text) else 1 + len(text.partition(" ")[0].partition("\t")[0])
