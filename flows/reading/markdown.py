"""Markdown to drafts of blocks, by CommonMark and GitHub's tables.

Visible is what a page made of it would show: link text but not its target, no image and no alt text, the text between
HTML tags but not the tags, list markers, and the pipes of tables (they keep a table's quote legible). What the parser
leaves out, such as text nested deeper than it goes, becomes a block of its own as it stands: nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import regex
from markdown_it.token import Token

from flows.reading.captions import is_caption
from flows.reading.content import Content
from flows.reading.frontmatter import read_front_matter
from flows.reading.hidden import left_hidden
from flows.reading.inline import Misaligned, Part, inline_parser, visible_parts
from flows.reading.lines import NEWLINE, LineIndex
from flows.reading.markdown_tables import TableReader
from flows.reading.outline import Draft, Reading
from flows.reading.passage import Passage, PassageBuilder
from flows.reading.pipes import container_end
from schemas.rows import BlockKind, Piece

PARSER = inline_parser()

_MARKER = regex.compile(r"(?:[-+*]|\d{1,9}[.)])[ \t]+\Z")
_TEXT = regex.compile(r"[\p{L}\p{N}]")
_HTML_HIDDEN = regex.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|</?[a-z][^<>]*>|<[!?][^<>]*>",
    regex.DOTALL | regex.IGNORECASE,
)


@dataclass(slots=True)
class _Place:
    """The containers around a token: depths of lists and quotes, and the item whose first block is still to come."""

    lists: int = 0
    quotes: list[int] = field(default_factory=list)
    opened: int | None = None

    @property
    def quoted(self) -> bool:
        return bool(self.quotes) and self.quotes[-1] == self.lists


def read_markdown(source: str) -> Reading:
    """The drafts of the blocks of Markdown in reading order, its hidden stretches, and its front matter."""
    metadata, start = read_front_matter(source)
    drafts = sorted(_Reader(source, start).drafts(), key=lambda draft: draft.passage.runs[0].source_start)
    return Reading(drafts, left_hidden(source, drafts), metadata)


class _Reader:
    def __init__(self, source: str, start: int) -> None:
        self._source = source
        self._lines = list(LineIndex.of(source).spans())
        self._env: dict[str, Any] = {}
        above = len(NEWLINE.findall(source, 0, start))
        self._tokens = PARSER.parse("\n" * above + source[start:], self._env)
        self._tables = TableReader(source, PARSER, self._env)
        self._read = set(range(above))

    def drafts(self) -> Iterator[Draft]:
        place, at = _Place(), 0
        while at < len(self._tokens):
            token = self._tokens[at]
            if token.type == "table_open":
                start = at
                while self._tokens[at].type != "table_close":
                    at += 1
                yield self._table(self._tokens[start:at], place)
            elif token.type in _LEAVES:
                yield from self._leaf(token, self._tokens[at + 1 : at + 2], place)
            else:
                _enter(token, place)
            at += 1
        yield from self._left_out()

    def _leaf(self, token: Token, inner: Sequence[Token], place: _Place) -> Iterator[Draft]:
        lines = self._lines_of(token)
        first, place.opened = place.opened == _first_line(token), None
        try:
            if token.type in ("fence", "code_block"):
                yield from self._code(token, lines, place)
            elif token.type == "html_block":
                yield from self._html(token, lines, place)
            elif token.type != "hr":
                yield from self._text(token, inner[0].content, lines, place, first=first)
        except Misaligned:
            yield from self._raw(lines, "markdown.raw", place.lists)

    def _text(self, token: Token, text: str, lines: Sequence[Piece], place: _Place, *, first: bool) -> Iterator[Draft]:
        """A paragraph or heading; the first of a list item takes the item's marker with it."""
        content = Content.of_lines(self._source, lines, text, token.markup if token.markup[:1] == "#" else "")
        parts = list(visible_parts(PARSER, text, self._env))
        if not content.segments:
            return
        marker = self._marker(content, lines) if first and token.type == "paragraph_open" else None
        builder = PassageBuilder(self._source)
        if marker:
            builder.take(*marker)
        content.write(builder, parts)
        passage = builder.build().stripped()
        if passage.text:
            kind = _kind(token, place, passage, listed=marker is not None)
            level = int(token.tag[1]) if kind == "heading" else None
            behind = min(marker.end - marker.start, len(passage.text)) if marker else 0
            yield Draft(kind, passage, f"markdown.{kind}", level, place.lists, behind)

    def _marker(self, content: Content, lines: Sequence[Piece]) -> Piece | None:
        """Where the list marker in front of the content stands, with the white space after it."""
        end = content.segments[0].source_start
        found = _MARKER.search(self._source[lines[0].start : end])
        return Piece(lines[0].start + found.start(), end) if found else None

    def _code(self, token: Token, lines: Sequence[Piece], place: _Place) -> Iterator[Draft]:
        body = lines[1:] if token.type == "fence" else lines
        content = Content.of_lines(self._source, body, token.content.removesuffix("\n"))
        yield from self._block("code", content, [Part(0, len(content.text))], place)

    def _html(self, token: Token, lines: Sequence[Piece], place: _Place) -> Iterator[Draft]:
        content = Content.of_lines(self._source, lines, token.content.rstrip("\n"))
        yield from self._block("paragraph", content, _outside_tags(content.text), place)

    def _block(self, kind: BlockKind, content: Content, parts: Iterable[Part], place: _Place) -> Iterator[Draft]:
        builder = PassageBuilder(self._source)
        content.write(builder, parts, newline="\n" if kind == "code" else " ")
        passage = builder.build().stripped()
        if passage.text:
            yield Draft(kind, passage, f"markdown.{kind}", depth=place.lists)

    def _table(self, tokens: Sequence[Token], place: _Place) -> Draft:
        place.opened = None
        lines, top = self._lines_of(tokens[0]), _first_line(tokens[0])
        cells: dict[int, list[str]] = {}
        for token in tokens:
            if token.type == "inline":
                cells.setdefault(_first_line(token) - top, []).append(token.content)
        if place.lists or place.quotes:
            lines = [Piece(container_end(self._source, *line), line.end) for line in lines]
        return Draft("table", self._tables.passage(lines, cells), "markdown.table", depth=place.lists)

    def _left_out(self) -> Iterator[Draft]:
        """Blocks of the lines that no token stands for, but link definitions."""
        for reference in [*self._env.get("references", {}).values(), *self._env.get("duplicate_refs", [])]:
            self._read.update(range(*reference["map"]))
        for number, line in enumerate(self._lines):
            if number not in self._read and _TEXT.search(self._source, *line):
                start = container_end(self._source, *line)
                yield from self._raw([Piece(start, line.end)], "markdown.left_out", 0)

    def _raw(self, lines: Sequence[Piece], rule_id: str, depth: int) -> Iterator[Draft]:
        """The lines as they stand, markup and all."""
        builder = PassageBuilder(self._source)
        last: int | None = None
        for line in lines:
            passage = Passage.verbatim(self._source, *line).stripped()
            if not passage.text:
                continue
            if last is not None:
                builder.line_break(last, passage.runs[0].source_start)
            builder.add(passage)
            last = passage.runs[-1].source_end
        if last is not None:
            yield Draft("paragraph", builder.build(), rule_id, depth=depth)

    def _lines_of(self, token: Token) -> list[Piece]:
        start, end = token.map or (0, 0)
        self._read.update(range(start, end))
        return self._lines[start:end]


_LEAVES = {"paragraph_open", "heading_open", "fence", "code_block", "html_block", "hr"}


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _enter(token: Token, place: _Place) -> None:
    """Note that a container opens or ends."""
    if token.type == "list_item_open":
        place.lists += 1
        place.opened = _first_line(token)
    elif token.type == "list_item_close":
        place.lists -= 1
        place.opened = None
    elif token.type == "blockquote_open":
        place.quotes.append(place.lists)
    elif token.type == "blockquote_close":
        place.quotes.pop()


def _kind(token: Token, place: _Place, passage: Passage, *, listed: bool) -> BlockKind:
    if token.type == "heading_open":
        return "heading"
    if listed:
        return "list_item"
    if place.quoted:
        return "quote"
    return "caption" if is_caption(passage.text) else "paragraph"


def _outside_tags(content: str) -> Iterator[Part]:
    """The parts of an HTML block that are neither tags nor comments nor scripts."""
    at = 0
    for found in _HTML_HIDDEN.finditer(content):
        yield Part(at, found.start())
        at = found.end()
    yield Part(at, len(content))
