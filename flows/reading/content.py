"""Where the content that a Markdown parser hands over stands in the source text, segment by segment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from string import whitespace
from typing import NamedTuple

from flows.reading.inline import Misaligned, Part
from flows.reading.passage import PassageBuilder
from flows.reading.pipes import ESCAPED_PIPE
from schemas.rows import Piece


class Segment(NamedTuple):
    """content[start:end] is source[source_start : source_start + end - start]."""

    start: int
    end: int
    source_start: int

    @property
    def source_end(self) -> int:
        return self.source_start + self.end - self.start


@dataclass(frozen=True, slots=True)
class Content:
    """Content and its segments in order: the lines of a paragraph, or the text between the escaped pipes of a cell."""

    text: str
    segments: tuple[Segment, ...]

    @classmethod
    def of_lines(cls, source: str, lines: Sequence[Piece], text: str, mark: str = "") -> Content:
        """Content whose lines end the given lines of the source, behind `mark` on the first. Raises `Misaligned`."""
        segments, at = [], 0
        for number, (line, piece) in enumerate(zip(text.split("\n"), lines, strict=False)):
            if core := line.strip():
                start = at + len(line) - len(line.lstrip())
                found = _behind(source, piece, core, mark) if mark and not number else _at_end(source, piece, core)
                segments.append(Segment(start, start + len(core), found))
            at += len(line) + 1
        if at <= len(text) and text.strip():
            raise Misaligned(text[at : at + 40])
        return cls(text, tuple(segments))

    @classmethod
    def of_cell(cls, source: str, cell: tuple[int, int], text: str) -> Content:
        """The content of the cell at source[cell]: its text without the backslashes of escaped pipes."""
        raw = source[slice(*cell)]
        at = cell[0] + len(raw) - len(raw.lstrip(whitespace))
        segments, start = [], 0
        for stretch in ESCAPED_PIPE.split(raw.strip(whitespace)):
            segments.append(Segment(start, start + len(stretch), at))
            start, at = start + len(stretch), at + len(stretch) + 1
        if "".join(source[segment.source_start : segment.source_end] for segment in segments) != text:
            raise Misaligned(text)
        return cls(text, tuple(segments))

    def write(self, builder: PassageBuilder, parts: Iterable[Part], newline: str = " ") -> None:
        """Write the visible parts to a passage; a line break between two segments reads as `newline`."""
        for part in parts:
            if part.text is not None:
                start, end = self._source_of(part)
                builder.put(part.text, start, end)
            else:
                self._write_verbatim(builder, part, newline)

    def _write_verbatim(self, builder: PassageBuilder, part: Part, newline: str) -> None:
        first = max(0, bisect_right(self.segments, part.start, key=lambda segment: segment.end) - 1)
        before: Segment | None = None
        for segment in islice(self.segments, first, None):
            if before and "\n" in self.text[max(part.start, before.end) : min(part.end, segment.start)]:
                builder.line_break(before.source_end, segment.source_start, newline)
            if segment.start >= part.end:
                break
            shift = segment.source_start - segment.start
            builder.take(max(part.start, segment.start) + shift, min(part.end, segment.end) + shift)
            before = segment

    def _source_of(self, part: Part) -> tuple[int, int]:
        at = bisect_right(self.segments, part.start, key=lambda segment: segment.end)
        if at < len(self.segments) and (segment := self.segments[at]).start <= part.start and part.end <= segment.end:
            shift = segment.source_start - segment.start
            return part.start + shift, part.end + shift
        raise Misaligned(self.text[part.start : part.end])


def _at_end(source: str, line: Piece, core: str) -> int:
    start = line.start + len(source[line.start : line.end].rstrip()) - len(core)
    if start < line.start or not source.startswith(core, start):
        raise Misaligned(core)
    return start


def _behind(source: str, line: Piece, core: str, mark: str) -> int:
    marked = source.find(mark, line.start, line.end)
    found = source.find(core, marked + len(mark), line.end) if marked >= 0 else -1
    if found < 0:
        raise Misaligned(core)
    return found
