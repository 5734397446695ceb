"""The element tree of an HTML page, whose elements and texts know where they stand in the source text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flows.reading.html.references import read_references
from flows.reading.html.tokens import ATTRIBUTE, Text

__all__ = ["Element", "Page", "Text"]


class Element:
    """An element: start tag source[start:inside], content source[inside:close], end tag source[close:end].

    A tag that the source leaves out is empty. `length` counts the characters of all text in it, but
    for raw text (scripts and the like) and white space between tags.
    """

    __slots__ = ("_attributes", "_source", "children", "close", "end", "inside", "length", "parent", "start", "tag")

    def __init__(self, source: str, tag: str, parent: Element | None, start: int, inside: int) -> None:
        self.tag = tag
        self.parent = parent
        self.children: list[Element | Text] = []
        self.start = start
        self.inside = self.close = self.end = inside
        self.length = 0
        self._source = source
        self._attributes: dict[str, str] | None = None

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes by name in small letters, character references read; of two with one name the first."""
        if self._attributes is None:
            start = self.start + 1 + len(self.tag)
            given = ATTRIBUTE.findall(self._source, start, self.inside - 1) if start < self.inside - 1 else ()
            self._attributes = {
                name.lower(): read_references(double or single or bare)
                for name, double, single, bare in reversed(given)
            }
        return self._attributes

    def get(self, name: str) -> str:
        """The value of an attribute; empty where it is not given."""
        return self.attributes.get(name, "")

    def elements(self) -> Iterator[Element]:
        """The child elements."""
        return (child for child in self.children if isinstance(child, Element))

    def ancestors(self) -> Iterator[Element]:
        """The elements around this one, from the inside."""
        around = self.parent
        while around:
            yield around
            around = around.parent

    def __repr__(self) -> str:
        return f"<{self.tag} {self.start}:{self.end}>"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its source text, its root (always `html`), and all its elements in the order of their start tags.

    `nesting` are the cells that hold a table.
    """

    source: str
    root: Element
    elements: tuple[Element, ...]
    nesting: frozenset[Element]

    def tagged(self, *tags: str) -> Iterator[Element]:
        """The elements with one of the given tags, in order."""
        return (element for element in self.elements if element.tag in tags)
