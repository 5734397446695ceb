"""Plain text to drafts of blocks. All of its characters are visible but rules, underlines, fences and quote marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from flows.reading.chunks import Chunk, chunks_of, nest
from flows.reading.headings import promote
from flows.reading.lines import TextLine, split_lines
from flows.reading.outline import Draft, Reading
from flows.reading.passage import Passage, PassageBuilder
from flows.reading.segments import Segment, Segmenter
from flows.reading.wrapping import Wrapping, glue
from flows.tables.aligned import aligned_grid


def read_text(source: str) -> Reading:
    """The drafts of the blocks of plain text, in reading order, and its hidden stretches."""
    segmenter = Segmenter(split_lines(source))
    segments = list(segmenter.segments())
    wrapping = Wrapping.of([segment.lines for segment in segments if segment.kind == "group"])
    chunks = [chunk for segment in segments for chunk in _chunks(segment, wrapping)]
    nest(chunks)
    promote(chunks)
    return Reading([_draft(source, chunk) for chunk in chunks], segmenter.hidden)


def _chunks(segment: Segment, wrapping: Wrapping) -> Iterator[Chunk]:
    if segment.kind == "group":
        yield from chunks_of(segment.lines, wrapping)
    elif segment.kind == "quote":
        for group in _groups(segment.lines):
            yield from chunks_of(group, wrapping, "quote")
    else:
        rule_id = f"text.{'aligned_' if segment.table else ''}{segment.kind}"
        yield Chunk(segment.kind, list(segment.lines), rule_id, level=segment.level, table=segment.table)


def _groups(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    group: list[TextLine] = []
    for line in lines:
        if not line.blank:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _draft(source: str, chunk: Chunk) -> Draft:
    content = chunk.lines[0].behind(chunk.marker.length) if chunk.marker else chunk.lines[0]
    passage = _passage(source, chunk)
    return Draft(
        chunk.kind,
        passage,
        chunk.rule_id,
        chunk.level,
        chunk.depth,
        content.start - chunk.lines[0].start if chunk.kind == "list_item" else 0,
        aligned_grid(passage, chunk.table) if chunk.table else None,
    )


def _passage(source: str, chunk: Chunk) -> Passage:
    """The text of the chunk's lines; those of a table or of code stay lines."""
    if len(chunk.lines) == 1:
        return Passage.verbatim(source, chunk.lines[0].start, chunk.lines[0].end)
    kept = "\n" if chunk.kind in ("table", "code") else None
    builder = PassageBuilder(source)
    builder.take(chunk.lines[0].start, chunk.lines[0].end)
    for line, following in pairwise(chunk.lines):
        builder.line_break(line.end, following.start, kept or glue(line.text, following.text))
        builder.take(following.start, following.end)
    return builder.build()
