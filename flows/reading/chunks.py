"""Paragraphs and list items of plain text, before it is known which of them are headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.reading.aligned import AlignedTable
from flows.reading.captions import is_caption
from flows.reading.lines import TextLine
from flows.reading.lists import Marker, markers_of
from flows.reading.teasers import runs_of_cuts
from flows.reading.wrapping import WIDEST, Wrapping
from schemas.rows import BlockKind


@dataclass(slots=True)
class Chunk:
    """Lines that make one block. `depth` counts the list items around it, its own included; `alone` tells a chunk
    that has blank lines, or another kind of text, on both sides."""

    kind: BlockKind
    lines: list[TextLine]
    rule_id: str
    marker: Marker | None = None
    level: int | None = None
    depth: int = 0
    alone: bool = False
    table: AlignedTable | None = None

    @property
    def text(self) -> str:
        """The text of the first line; a chunk of several lines is told apart by `lines`."""
        return self.lines[0].text

    @property
    def ending(self) -> str:
        return self.lines[-1].text


def chunks_of(group: Sequence[TextLine], wrapping: Wrapping, kind: BlockKind = "paragraph") -> Iterator[Chunk]:
    """The paragraphs and list items of a group of lines; of a quote all are of that kind."""
    limit = wrapping.limit(group)
    cut_off = runs_of_cuts([line.text for line in group])
    current: Chunk | None = None
    for at, (line, marker) in enumerate(zip(group, markers_of(group), strict=True)):
        wraps = current is not None and wrapping.joins(current.lines[-1], line, limit)
        wraps = wraps and not cut_off & {at - 1, at}
        starts = marker and not (wraps and marker.doubtful and not _announces(current))
        if current and not starts and (wraps or _hangs(current, line)):
            current.lines.append(line)
            continue
        if current:
            yield current
        current = _chunk(line, marker if starts else None, kind)
    if current:
        current.alone = len(current.lines) == len(group)
        yield current


def _announces(chunk: Chunk | None) -> bool:
    """Whether the chunk so far ends in a colon, so that a list may start."""
    return chunk is not None and chunk.ending.endswith((":", "\uff1a"))


def _hangs(chunk: Chunk, line: TextLine) -> bool:
    """Whether a line is set under the text of a list item, not under its marker."""
    first = chunk.lines[0]
    return chunk.marker is not None and line.indent > first.indent and len(chunk.ending) <= WIDEST


def _chunk(line: TextLine, marker: Marker | None, kind: BlockKind) -> Chunk:
    if kind != "paragraph":
        return Chunk(kind, [line], f"text.{kind}")
    if marker:
        return Chunk("list_item", [line], "text.list_item", marker)
    if is_caption(line.text):
        return Chunk("caption", [line], "text.caption")
    return Chunk("paragraph", [line], "text.paragraph")


def nest(chunks: Sequence[Chunk]) -> None:
    """Give each list item its depth, by its indent below the items before it, and what is set under it the same."""
    indents: list[int] = []
    for chunk in chunks:
        indent = chunk.lines[0].indent
        while indents and indent <= indents[-1]:
            indents.pop()
        if chunk.kind == "list_item":
            indents.append(indent)
        elif not indents:
            continue
        chunk.depth = len(indents)
