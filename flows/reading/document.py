"""A document as it was read: its source text, its lines, and its blocks with the provenance of what is read in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from flows.reading.lines import NEWLINE, PAGE_NEWLINE, PAGED_NEWLINE, LineIndex
from flows.reading.media import HTML
from flows.reading.pages import Pages
from flows.reading.passage import Passage
from schemas.rows import BlockKind, Piece, Span

if TYPE_CHECKING:
    from flows.tables.grid import Grid


class Block(NamedTuple):
    """A block; blocks tile the visible text. `level` is a heading's, `section_path` the headings above.

    `content_start` is where the passage's content starts: behind the marker of a list item, 0 elsewhere. `grid` is that
    of a table whose format tells it (HTML, PDF); a table that is written in lines has none yet.
    """

    block_no: int
    kind: BlockKind
    passage: Passage
    rule_id: str
    level: int | None = None
    section_path: tuple[str, ...] = ()
    parent: int | None = None
    content_start: int = 0
    grid: Grid | None = None

    @property
    def content(self) -> str:
        """The text without a list marker."""
        return self.passage.text[self.content_start :]


@dataclass(frozen=True)
class Metadata:
    """What the document says of itself, in front matter or (HTML) its head."""

    title: str | None = None
    author: str | None = None
    published: date | None = None
    modified: date | None = None
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Document:
    """The source text of one content and its blocks.

    `hidden` holds the stretches that a reader shows to be no visible text (markup, front matter): the blocks' pieces,
    the hidden pieces and white space together tile the source text. `pages` are those of a PDF.
    """

    name: str
    document_id: str
    media_type: str
    encoding: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    hidden: tuple[Piece, ...] = ()
    replaced_characters: int = 0
    pages: Pages | None = None

    @cached_property
    def lines(self) -> LineIndex:
        return LineIndex.of(self.text, self.newline)

    @property
    def newline(self) -> re.Pattern[str]:
        """What ends a line: in a text of pages a form feed as well."""
        if self.pages:
            return PAGED_NEWLINE
        return PAGE_NEWLINE if self.media_type == HTML and "\n" in self.text else NEWLINE

    def span(self, block: Block, start: int, end: int, rule_id: str) -> Span:
        """The provenance of block.passage.text[start:end], read by the named rule. Raises ValueError when empty."""
        return self.span_of(block, [(start, end)], rule_id)

    def span_of(self, block: Block, parts: Sequence[tuple[int, int]], rule_id: str) -> Span:
        """As `span`, for a row read from several stretches of the block, in order."""
        return Span(**self.provenance(block, parts, rule_id))

    def provenance(self, block: Block, parts: Sequence[tuple[int, int]], rule_id: str) -> dict[str, Any]:
        """The columns of a span by name: a row is made of them at once, without the span in between."""
        passage = block.passage
        if len(parts) == 1:
            ((start, end),) = parts
            pieces, quote = passage.pieces(start, end), passage.text[start:end]
        else:
            pieces = tuple(piece for start, end in parts for piece in passage.pieces(start, end))
            quote = "".join([passage.text[start:end] for start, end in parts])
        if not pieces:
            raise ValueError(f"no source text at {parts} of block {block.block_no}")
        first, last = pieces[0][0], pieces[-1][1]
        pages = self.pages
        line_start, line_end = self.lines.lines(first, last)
        return {
            "block_no": block.block_no,
            "line_start": line_start,
            "line_end": line_end,
            "char_start": first,
            "char_end": last,
            "pieces": pieces,
            "page": None if pages is None else pages.page(first),
            "boxes": None if pages is None else pages.boxes(pieces, self.lines),
            "quote": quote,
            "rule_id": rule_id,
        }

    def place(self, block_no: int, offset: int, rule_id: str) -> Span:
        """The provenance of a row without visible text (an empty cell, an empty document): a place, and no pieces."""
        line = self.lines.line(offset)
        return Span(
            block_no=block_no,
            line_start=line,
            line_end=line,
            char_start=offset,
            char_end=offset,
            pieces=(),
            page=self.pages.page(offset) if self.pages else None,
            boxes=() if self.pages else None,
            quote="",
            rule_id=rule_id,
        )
