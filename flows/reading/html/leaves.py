"""The blocks of a page as a browser lays them out: the leaves of its tree, in reading order.

A leaf is the text between two borders of blocks: a paragraph, or text that stands directly in a `div` between two
others. Inline elements are no borders; two line breaks are one. A table of data is one leaf, whatever its cells hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flows.reading.captions import is_caption
from flows.reading.html.elements import BLOCKS, CELLS, HEADINGS
from flows.reading.html.inline import SCRIPTS, InlineText, is_script
from flows.reading.html.tree import Element, Page, Text
from flows.reading.html.visibility import is_hidden
from flows.reading.passage import Passage
from flows.tables.grid import Grid
from flows.tables.html.asides import Asides, set_asides_apart
from flows.tables.html.assembling import grid_of, joined, passage_of
from flows.tables.html.forming import form
from flows.tables.html.layout import is_data
from schemas.rows import BlockKind, Piece


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block to be: `element` is the innermost element that all its text stands in, `linked` counts the characters of
    its passage that stand in links. `depth` counts the list items around it, its own included."""

    kind: BlockKind
    passage: Passage
    element: Element
    linked: int = 0
    level: int | None = None
    depth: int = 0
    grid: Grid | None = None

    @property
    def start(self) -> int:
        """Where its text starts in the source."""
        return self.passage.runs[0].source_start


class Leaves(NamedTuple):
    """The leaves of a page in the order of the source, and the stretches that are no visible text, in any order."""

    leaves: Sequence[Leaf]
    hidden: Sequence[Piece]


class _Context(NamedTuple):
    """What the blocks around a text make of it."""

    kind: BlockKind = "paragraph"
    level: int | None = None
    depth: int = 0
    preserved: bool = False


@dataclass(slots=True)
class _Table:
    """A table of data that is being read: the passages of its cells so far, and the cell that it stands in, if any."""

    element: Element
    formed: Asides
    cells: dict[Element, list[Passage]]
    around: list[Passage] | None
    depth: int
    linked: int = 0


def leaves_of(page: Page) -> Leaves:
    """The leaves of a page. Takes time in proportion to its size, however deep it nests."""
    walk = _Walk(page)
    walk.run()
    walk.leaves.sort(key=lambda leaf: leaf.start)
    return Leaves(walk.leaves, [*walk.hidden, *_outside(page, walk.shown)])


class _Walk:
    def __init__(self, page: Page) -> None:
        self._page = page
        self.leaves: list[Leaf] = []
        self.hidden: list[Piece] = []
        self.shown: list[Text] = []
        self._text = InlineText(page.source, self.hidden)
        self._context = _Context()
        self._common = self._reached = page.root
        self._scripts: list[Element] = []
        self._opens_item = False
        self._tables: list[_Table] = []
        self._cell: list[Passage] | None = None

    def run(self) -> None:
        stack: list[tuple[Element, Iterator[Element | Text], _Context]] = []
        element, context = self._page.root, _Context()
        children = iter(element.children)
        while True:
            for child in children:
                if isinstance(child, Text):
                    self._add(child, element, context)
                elif child.tag == "br":
                    self._break()
                elif not self._is_hidden(child):
                    stack.append((element, children, context))
                    context = self._enter(child, context)
                    element, children = child, iter(child.children)
                    break
            else:
                self._leave(element)
                if not stack:
                    return
                element, children, context = stack.pop()

    def _is_hidden(self, element: Element) -> bool:
        return is_hidden(element, self._page.source, self._page.root.length)

    def _add(self, text: Text, element: Element, context: _Context) -> None:
        before = self._text.written
        if not before and self._page.source[text.start : text.end].isspace():
            return
        self.shown.append(text)
        if element.tag in LITERAL:
            self._text.take(text)
        elif self._scripts:
            self._text.add_script(text, self._scripts[-1].tag)
        else:
            self._text.add(text, preserved=context.preserved)
        if not before and self._text.written:
            self._context, self._reached = context, element
        if self._text.written > before:
            self._common = self._reached

    def _break(self) -> None:
        if self._text.breaks:
            self._flush()
        self._text.line_break()

    def _enter(self, element: Element, context: _Context) -> _Context:
        tag = element.tag
        if tag == "a":
            self._text.links += 1
        elif tag in SCRIPTS and is_script(self._page.source, element):
            self._scripts.append(element)
        if tag not in BLOCKS:
            return context
        self._flush()
        if tag == "table":
            self._enter_table(element, context)
        elif tag in CELLS and self._tables:
            return self._enter_cell(element, context)
        if tag in HEADINGS:
            return context._replace(kind="heading", level=int(tag[1]))
        if tag in ITEMS:
            self._opens_item = tag != "dd"
            return context._replace(depth=context.depth + 1)
        if tag in _KINDS:
            return context._replace(kind=_KINDS[tag], preserved=tag in PRESERVED)
        return context

    def _leave(self, element: Element) -> None:
        tag = element.tag
        if tag == "a":
            self._text.links -= 1
        elif self._scripts and element is self._scripts[-1]:
            self._scripts.pop()
        if tag in BLOCKS:
            self._flush()
            if tag in ITEMS:
                self._opens_item = False
            elif self._tables:
                self._leave_table_part(element)
        elif element is self._reached and element.parent:
            self._reached = element.parent

    def _flush(self) -> None:
        linked = self._text.linked
        passage = self._text.finish() if self._text.written else None
        if passage is None:
            return
        if self._cell is not None:
            self._cell.append(passage)
            self._tables[-1].linked += linked
            return
        context, opens_item = self._context, self._opens_item
        kind = "list_item" if opens_item and context.kind in ("paragraph", "quote") else context.kind
        if kind == "paragraph" and is_caption(passage.text):
            kind = "caption"
        self._opens_item = False
        self.leaves.append(
            Leaf(kind, passage, self._common, min(linked, len(passage.text)), context.level, context.depth)
        )

    # Tables

    def _enter_table(self, element: Element, context: _Context) -> None:
        """A table of data collects its cells; that of a layout is read as the blocks in it."""
        formed = form(element, self._is_hidden)
        if is_data(element, formed, self._page.nesting):
            apart = set_asides_apart(formed)
            cells: dict[Element, list[Passage]] = {slot.cell: [] for slot in apart.table.slots}
            self._tables.append(_Table(element, apart, cells, self._cell, context.depth))
            self._cell = None

    def _enter_cell(self, element: Element, context: _Context) -> _Context:
        """A cell of a table of data is collected; its title and its notes, and the cells of a layout, are blocks."""
        table = self._tables[-1]
        self._cell = table.cells.get(element, self._cell)
        return context._replace(kind="caption") if element in table.formed.titles else context

    def _leave_table_part(self, element: Element) -> None:
        table = self._tables[-1]
        if element in table.cells:
            self._cell = None
        elif element is table.element:
            self._tables.pop()
            self._cell = table.around
            self._finish_table(table)

    def _finish_table(self, table: _Table) -> None:
        source = self._page.source
        texts = {cell: joined(source, passages) for cell, passages in table.cells.items() if passages}
        if texts:
            grid = grid_of(table.element, table.formed.table, texts)
            passage = passage_of(source, grid)
            self.leaves.append(Leaf("table", passage, table.element, table.linked, depth=table.depth, grid=grid))


ITEMS = frozenset({"li", "dt", "dd"})
"""Elements of lists; what a term is followed by belongs to the term."""
LITERAL = frozenset({"plaintext", "xmp"})
PRESERVED = LITERAL | {"pre", "listing"}
_KINDS: dict[str, BlockKind] = {
    "blockquote": "quote",
    "caption": "caption",
    "figcaption": "caption",
    **dict.fromkeys(PRESERVED, "code"),
}


def _outside(page: Page, shown: Sequence[Text]) -> Iterator[Piece]:
    """The stretches between the texts that are shown."""
    at = 0
    for start, end in shown:
        if at < start:
            yield Piece(at, start)
        at = end
    if at < len(page.source):
        yield Piece(at, len(page.source))
