"""HTML source text to tags and stretches of text, by the tokeniser's rules of the WHATWG standard (HTML, 13.2.5).

What is no token (comments, declarations, a tag that the end of the text cuts off) is markup, and hidden. One step
leaves the standard: a quote that is never closed does not swallow the rest of the text, its tag ends at the next ">".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

SPACE = "[\t\n\f\r ]"

_ATTRIBUTE = rf"""[^\t\n\f\r />][^\t\n\f\r />=]*+
    (?: {SPACE}*+ = {SPACE}*+ (?: "[^"]*+" | '[^']*+' | (?=>) | [^\t\n\f\r >"'][^\t\n\f\r >]*+ ) )?"""
TAG = re.compile(rf"< /? ([a-zA-Z][^\t\n\f\r />]*+) (?: [\t\n\f\r /]++ | {_ATTRIBUTE} )*+ >", re.VERBOSE)
ATTRIBUTE = re.compile(
    rf"""([^\t\n\f\r />][^\t\n\f\r />=]*+)
    (?: {SPACE}*+ = {SPACE}*+ (?: "([^"]*+)" | '([^']*+)' | (?=>) | ([^\t\n\f\r >"'][^\t\n\f\r >]*+) ) )?""",
    re.VERBOSE,
)
_TAG_LIKE = re.compile(r"</?[a-zA-Z]")
_COMMENT = re.compile(r"<!--(?:>|->|.*?(?:--!?>|\Z))", re.DOTALL)
_BOGUS = re.compile(r"<(?:[!?]|/(?!\Z))[^>]*+(?:>|\Z)")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)

# Elements whose content is text up to their own end tag; a script is like them, comments aside.
RAW_TEXT = frozenset("script style title textarea xmp iframe noembed noframes".split())
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in RAW_TEXT}
_SCRIPT_MARKS = re.compile(r"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)


class Tag(NamedTuple):
    """source[start:end] is a tag; the name is in small letters."""

    name: str
    start: int
    end: int
    closing: bool
    self_closing: bool


class Text(NamedTuple):
    """source[start:end] is text, character references unread."""

    start: int
    end: int


class Tokens:
    """The tags and texts of a source in order. The reader of the tokens tells where text is raw, and where foreign."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self.foreign = False
        """Whether the text stands in SVG or MathML, where CDATA is text."""

    def __iter__(self) -> Iterator[Tag | Text]:
        source, find, tag = self._source, self._source.find, TAG.match
        text = self._at
        while (at := find("<", self._at)) >= 0:
            if found := tag(source, at):
                end = found.end()
                self._at = end
                if text < at:
                    yield Text(text, at)
                yield Tag(found[1].lower(), at, end, source[at + 1] == "/", source[end - 2] == "/")
                text = self._at
                continue
            end, inner = self._markup(at)
            if end == at:
                self._at = at + 1  # a stray "<" is text
                continue
            self._at = end
            if text < at:
                yield Text(text, at)
            if inner:
                yield inner
            text = end
        if text < len(source):
            yield Text(text, len(source))

    def _markup(self, at: int) -> tuple[int, Text | None]:
        """Where the markup that starts at `at` and is no tag ends, and the text in it; `at` when it is no markup."""
        source = self._source
        if source.startswith("<!--", at):
            found = _COMMENT.match(source, at)
        elif self.foreign and (found := _CDATA.match(source, at)):
            return found.end(), Text(*found.span(1)) if found[1] else None
        elif _TAG_LIKE.match(source, at):
            return len(source), None
        else:
            found = _BOGUS.match(source, at)
        return (found.end() if found else at), None

    def raw_text(self, name: str) -> Text | None:
        """The content of the raw text element that the last tag opened; the next token is its end tag."""
        start = self._at
        end = self._script_end(start) if name == "script" else self._raw_end(name, start)
        self._at = end
        return Text(start, end) if start < end else None

    def rest(self) -> Text | None:
        """What is left, all of it text."""
        start, self._at = self._at, len(self._source)
        return Text(start, self._at) if start < self._at else None

    def _raw_end(self, name: str, start: int) -> int:
        found = _RAW_ENDS[name].search(self._source, start)
        return found.start() if found else len(self._source)

    def _script_end(self, start: int) -> int:
        """A script that names a script inside a comment goes on behind that one's end tag."""
        commented = nested = False
        for mark in _SCRIPT_MARKS.finditer(self._source, start):
            text = mark.group()
            if text == "<!--":
                commented = True
            elif text == "-->":
                commented = nested = False
            elif not mark[1]:
                nested = commented
            elif nested:
                nested = False
            else:
                return mark.start()
        return len(self._source)
