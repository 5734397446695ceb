"""HTML source text to a tree of elements.

No parser keeps the offsets of text: lxml (2 ms for a page of 158 kB) would need a mark before each text, a check that
no mark has moved, and drops what is nested deeper than 255; BeautifulSoup (39 ms) and html5lib (44 ms) keep the places
of tags at best. So the tree is built here (9 ms), from our own tokens, by the rules of the WHATWG standard (13.2.6) as
far as they decide which text stands in which block: on 47 real pages all text stands in the same blocks as html5lib
puts it in. Left out is what only moves text about: inline elements are not opened anew behind a misnested end tag, and
text between the rows of a table stays where it is written.
"""

from __future__ import annotations

from typing import NamedTuple

from flows.reading.html.elements import (
    CELLS,
    ENDS_FOREIGN,
    ENDS_PARAGRAPH,
    FOREIGN,
    HEAD_ONLY,
    HEADINGS,
    INTEGRATION_POINTS,
    ITEM_SCOPES,
    LIST_SCOPES,
    SCOPES,
    SECTIONS,
    SPECIAL,
    TABLE_PARTS,
    TABLE_SCOPES,
    VOID,
)
from flows.reading.html.tokens import RAW_TEXT, Tag, Text, Tokens
from flows.reading.html.tree import Element, Page


def parse(source: str) -> Page:
    """The tree of a page; any text has one. Takes time in proportion to the text, however deep its elements nest."""
    return _Builder(source).page()


class _Scopes(NamedTuple):
    """Where on the stack the innermost elements stand that searches for an open element must not cross."""

    block: int = 0
    table: int = 0
    item: int = 0
    list: int = 0
    special: int = 0
    foreign: bool = False

    def inside(self, tag: str, place: int) -> _Scopes:
        return _Scopes(
            place if tag in SCOPES else self.block,
            place if tag in TABLE_SCOPES else self.table,
            place if tag in ITEM_SCOPES else self.item,
            place if tag in LIST_SCOPES else self.list,
            place if tag in SPECIAL else self.special,
        )


class _Builder:
    """The stack of open elements, and where on it each tag is open."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = Tokens(source)
        self._is_xml = source[:100].lstrip().startswith("<?xml")
        self._root = Element(source, "html", None, 0, 0)
        self._elements = [self._root]
        self._stack = [self._root]
        self._scopes = [_Scopes()]
        self._open: dict[str, list[int]] = {"html": [0]}
        self._nesting: set[Element] = set()

    def page(self) -> Page:
        for token in self._tokens:
            if isinstance(token, Text):
                self._text(token)
            elif token.closing:
                self._end(token.name, token)
            else:
                self._start(token.name, token)
        self._pop(1, len(self._source), len(self._source))
        self._root.close = self._root.end = len(self._source)
        return Page(self._source, self._root, tuple(self._elements), frozenset(self._nesting))

    def _text(self, text: Text) -> None:
        if not self._source[text.start : text.end].isspace():
            self._close_head(text.start)
            self._stack[-1].length += text.end - text.start
        self._stack[-1].children.append(text)

    # Opening

    def _start(self, name: str, token: Tag) -> None:
        scopes = self._scopes[-1]
        if scopes.foreign and not self._leaves_foreign(name, token):
            self._open_foreign(name, token)
        elif name in ("html", "body"):
            self._open_page(name, token)
        elif name in TABLE_PARTS:
            self._open_table_part(name, token)
        elif name != "form" or not self._open.get("form"):
            self._make_room(name, token.start)
            self._open_element(name, token)

    def _open_element(self, name: str, token: Tag) -> None:
        if name in VOID:
            self._add(name, token.start, token.end)
            return
        self._push(name, token.start, token.end)
        if name in FOREIGN:
            self._enter_foreign(token)
        elif self._is_xml and token.self_closing:
            self._pop(len(self._stack) - 1, token.end, token.end)
        elif name in RAW_TEXT:
            self._raw(self._tokens.raw_text(name))
        elif name == "plaintext":
            self._stack[-1].children += filter(None, [self._tokens.rest()])

    def _raw(self, text: Text | None) -> None:
        self._stack[-1].children += filter(None, [text])

    def _open_page(self, name: str, token: Tag) -> None:
        """`html` is open already: its tag gives it attributes, where it comes first; a second `body` is none."""
        if name == "html":
            if self._root.inside == 0 and len(self._elements) == 1 and not self._root.length:
                self._root.children.clear()
                self._root.start, self._root.inside = token.start, token.end
        elif "body" not in self._open:
            self._close_head(token.start)
            self._push(name, token.start, token.end)

    def _close_head(self, at: int) -> None:
        if self._open.get("head"):
            self._pop_to("head", at)

    def _make_room(self, name: str, at: int) -> None:
        """Close what a start tag ends."""
        if name not in HEAD_ONLY:
            self._close_head(at)
        scopes, current = self._scopes[-1], self._stack[-1].tag
        if name in ENDS_PARAGRAPH:
            if name == "li":
                self._close_within("li", scopes.item, at)
            elif name in ("dt", "dd"):
                self._close_within(max("dt", "dd", key=self._last), scopes.item, at)
            self._close_within("p", self._scopes[-1].block, at)
            if name in HEADINGS and self._stack[-1].tag in HEADINGS:
                self._pop(len(self._stack) - 1, at, at)
            elif name == "table":
                self._make_room_for_table(at)
        elif name in ("a", "nobr"):
            self._close_within(name, scopes.special, at)
        elif name in _ENDED_BY and current in _ENDED_BY[name]:
            self._pop(len(self._stack) - 1, at, at)
        elif name in ("button", "select"):
            self._close_within(name, scopes.block, at)

    # Tables

    def _make_room_for_table(self, at: int) -> None:
        """A table between the cells of another one closes that; in a cell it is nested."""
        scopes = self._scopes[-1]
        around = self._stack[scopes.block]
        if around.tag == "table":
            self._pop(scopes.table, at, at)
        elif around.tag in CELLS:
            self._nesting.add(around)

    def _open_table_part(self, name: str, token: Tag) -> None:
        """Rows, cells and groups stand in a table alone, and close what is open there."""
        table = self._scopes[-1].table
        if self._stack[table].tag != "table":
            return
        if name == "col" and self._stack[-1].tag == "colgroup":
            self._add(name, token.start, token.end)
            return
        place = table
        if name == "tr" or name in CELLS:
            place = max(place, *(self._last(section) for section in SECTIONS))
        if name in CELLS and self._last("tr") > place:
            place = self._last("tr")
        self._pop(place + 1, token.start, token.start)
        if name in CELLS and self._stack[-1].tag != "tr":
            self._push("tr", token.start, token.start)
        if name == "col":
            self._add(name, token.start, token.end)
        else:
            self._push(name, token.start, token.end)

    # Foreign content

    def _leaves_foreign(self, name: str, token: Tag) -> bool:
        if name not in ENDS_FOREIGN:
            return False
        place = len(self._stack)
        while self._scopes[place - 1].foreign:
            place -= 1
        self._pop(place, token.start, token.start)
        self._tokens.foreign = False
        return True

    def _enter_foreign(self, token: Tag) -> None:
        self._scopes[-1] = _as_foreign(self._scopes[-1])
        self._tokens.foreign = True
        if token.self_closing:
            self._pop(len(self._stack) - 1, token.end, token.end)

    def _open_foreign(self, name: str, token: Tag) -> None:
        outer = self._scopes[-1]
        self._push(name, token.start, token.end)
        place = len(self._stack) - 1
        self._scopes[-1] = outer if name not in INTEGRATION_POINTS else _Scopes(place, place, place, place, place)
        self._tokens.foreign = self._scopes[-1].foreign
        if token.self_closing:
            self._pop(place, token.end, token.end)

    # Closing

    def _end(self, name: str, token: Tag) -> None:
        scopes = self._scopes[-1]
        barrier = scopes.special
        if name in ("p", "br"):
            if name == "br" or not self._close_within("p", scopes.block, token.start, token.end):
                self._close_head(token.start)
                self._add(name, token.start, token.end)
            return
        if name in _UNCLOSED:
            return
        if name in HEADINGS:
            name, barrier = self._last_heading(), scopes.block
        elif name == "li":
            barrier = scopes.list
        elif name in TABLE_PARTS or name == "table":
            barrier = scopes.table
        elif name in SPECIAL and not scopes.foreign:
            barrier = scopes.block
        self._close_within(name, barrier, token.start, token.end)

    def _last_heading(self) -> str:
        return max(HEADINGS, key=self._last)

    def _close_within(self, name: str, barrier: int, close: int, end: int | None = None) -> bool:
        """Close the innermost open element of a name, unless the barrier stands above it."""
        place = self._last(name)
        if place <= 0 or place < barrier:
            return False
        self._pop(place, close, close if end is None else end)
        return True

    def _pop_to(self, name: str, at: int) -> None:
        self._pop(self._last(name), at, at)

    def _last(self, name: str) -> int:
        """Where on the stack the innermost open element of a name stands; -1 when none is open."""
        places = self._open.get(name)
        return places[-1] if places else -1

    def _pop(self, place: int, close: int, end: int) -> None:
        """Close the elements from a place on the stack upwards; the lowest ends with its end tag at [close, end)."""
        stack = self._stack
        for element in reversed(stack[place:]):
            self._open[element.tag].pop()
            element.close = element.end = close
            if element.length and element.parent:
                element.parent.length += element.length
        if place < len(stack):
            stack[place].end = end
            del stack[place:], self._scopes[place:]
        self._tokens.foreign = self._scopes[-1].foreign

    def _push(self, name: str, start: int, end: int) -> None:
        element = self._add(name, start, end)
        place = len(self._stack)
        self._stack.append(element)
        outer = self._scopes[-1]
        self._scopes.append(outer.inside(name, place) if name in SPECIAL else outer)
        self._open.setdefault(name, []).append(place)

    def _add(self, name: str, start: int, end: int) -> Element:
        parent = self._stack[-1]
        element = Element(self._source, name, parent, start, end)
        parent.children.append(element)
        self._elements.append(element)
        return element


def _as_foreign(scopes: _Scopes) -> _Scopes:
    return scopes._replace(foreign=True)


# Elements without an end tag of their own that the next of their kind ends.
_RUBY = frozenset({"rb", "rt", "rp", "rtc"})
_ENDED_BY = {
    "option": frozenset({"option"}),
    "optgroup": frozenset({"option", "optgroup"}),
    **dict.fromkeys(_RUBY, _RUBY),
}
# End tags that close nothing: what stands behind them still belongs to the page.
_UNCLOSED = frozenset({"body", "html"}) | VOID
