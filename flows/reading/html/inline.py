"""The text of one block: white space collapsed as CSS does it, character references read, every character placed."""

from __future__ import annotations

import re

from flows.reading.html.references import reference_at
from flows.reading.html.tree import Element, Text
from flows.reading.passage import Passage, PassageBuilder
from schemas.rows import Piece

SPACES = frozenset("\t\n\f\r ")
SOFT_HYPHEN = "\u00ad"

# Where text does not read as it stands.
_COLLAPSED = re.compile(rf"[\t\n\f\r ]{{2,}}+|[\t\n\f\r]|&|{SOFT_HYPHEN}")
_PRESERVED = re.compile(rf"&|{SOFT_HYPHEN}")
# A number set above or below the line looks so: 10<sup>6</sup> is not 106, nor a note's mark part of a figure.
SCRIPTS = {
    "sup": str.maketrans(
        "0123456789+-\u2212", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207b"
    ),
    "sub": str.maketrans(
        "0123456789+-\u2212", "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089\u208a\u208b\u208b"
    ),
}
_NUMBER = re.compile("[+\u2212-]?[0-9]{1,3}")
DEEPEST = 4
"""Elements that a number may stand in there."""

_SEEN = re.compile("[^\\s\u200b-\u200f\u2060\ufeff]")


def is_script(source: str, element: Element) -> bool:
    """Whether all that a `sup` or `sub` says is a number, in a link or not."""
    for _ in range(DEEPEST):
        if len(element.children) != 1:
            return False
        (child,) = element.children
        if isinstance(child, Text):
            return bool(_NUMBER.fullmatch(source, child.start, child.end))
        element = child
    return False


class InlineText:
    """Collects the text of a block run by run. What it leaves out that is no white space goes to `hidden`."""

    def __init__(self, source: str, hidden: list[Piece]) -> None:
        self._source = source
        self._hidden = hidden
        self._builder = PassageBuilder(source)
        self._space: Piece | None = None
        self.breaks = 0
        """Line breaks since the last text."""
        self.written = 0
        """Characters so far."""
        self.links = 0
        """Links that the text to come stands in,"""
        self.linked = 0
        """and how many characters did so far, those between two runs not counted."""

    def take(self, text: Text) -> None:
        """Read a run of text as it stands."""
        self._write(self._source[text.start : text.end], *text)

    def add_script(self, text: Text, tag: str) -> None:
        """Read a number in `sup` or `sub`, which looks like other characters."""
        number = self._source[text.start : text.end]
        self._write(number, *text, signs=number.translate(SCRIPTS[tag]))

    def add(self, text: Text, *, preserved: bool) -> None:
        """Read a run of text; in `pre` its white space is preserved."""
        source, at, end = self._source, text.start, text.end
        for found in (_PRESERVED if preserved else _COLLAPSED).finditer(source, at, end):
            start = found.start()
            if start < at:
                continue  # inside a reference
            self._words(at, start, preserved=preserved)
            at = found.end()
            if source[start] == "&":
                at = self._reference(start, end, preserved=preserved)
            elif source[start] == SOFT_HYPHEN:
                self._hidden.append(Piece(start, at))
            else:
                self._blank(start, at)
        self._words(at, end, preserved=preserved)

    def line_break(self) -> None:
        """Start a new line, if there is text above it."""
        self.breaks += self.written > 0

    def finish(self) -> Passage | None:
        """The passage of what was collected, and a new start; None when nothing in it can be seen."""
        passage = self._builder.build()
        self._drop_space()
        self._builder, self.breaks, self.written, self.linked = PassageBuilder(self._source), 0, 0, 0
        if not _SEEN.search(passage.text):
            self._hidden += passage.pieces(0, len(passage.text))
            return None
        if not (passage.text[0].isspace() or passage.text[-1].isspace()):
            return passage
        start = len(passage.text) - len(passage.text.lstrip())
        end = len(passage.text.rstrip())
        self._hidden += passage.pieces(0, start) + passage.pieces(end, len(passage.text))
        return passage.cut(start, end)

    def _words(self, start: int, end: int, *, preserved: bool) -> None:
        """Read a stretch whose white space, at its ends or inside, is single spaces."""
        if start == end:
            return
        source = self._source
        opens, closes = not preserved and source[start] == " ", not preserved and source[end - 1] == " "
        if opens:
            self._blank(start, start + 1)
            start += 1
            if start == end:
                return
        end -= closes
        self._write(source[start:end], start, end)
        if closes:
            self._blank(end, end + 1)

    def _reference(self, start: int, end: int, *, preserved: bool) -> int:
        """Read the character reference at `start`, or an ampersand; gives where it ends."""
        found = reference_at(self._source, start, end)
        if found is None:
            self._write("&", start, start + 1)
            return start + 1
        if found.text in SPACES and not preserved:
            self._blank(start, found.end)
        elif found.text in ("", SOFT_HYPHEN):
            self._hidden.append(Piece(start, found.end))
        else:
            self._write(found.text, start, found.end)
        return found.end

    def _write(self, text: str, start: int, end: int, signs: str = "") -> None:
        if self.breaks:
            self._drop_space()
            self._builder.separate("\n", start)
            self.written += 1
            self.breaks = 0
        elif self._space:
            self._builder.put(" ", *self._space)
            self.written += 1
            self._space = None
        if signs:
            self._builder.put_raised(signs, start, end)
        else:
            self._builder.put(text, start, end)
        self.written += len(text)
        if self.links:
            self.linked += len(text)

    def _blank(self, start: int, end: int) -> None:
        """White space: it counts once there is text on both sides, and once only."""
        if self._space and self._space.end == start:
            self._space = Piece(self._space.start, end)
        elif self._space or not self.written:
            self._hidden.append(Piece(start, end))
        else:
            self._space = Piece(start, end)

    def _drop_space(self) -> None:
        if self._space:
            self._hidden.append(self._space)
            self._space = None
