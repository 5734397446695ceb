"""Plain text cut by its layout: groups of lines between blank ones, tables, code, quotes, underlined headings.

Plain text is not Markdown: a table ends at the first line without a pipe, a fence that nothing closes is no fence, and
an indented line is no code.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from flows.reading.aligned import AlignedTable, aligned_stretch, is_aligned, read_aligned
from flows.reading.lines import TextLine
from flows.reading.pipes import column_count, is_boxed, is_delimiter
from schemas.rows import Piece

SegmentKind = Literal["group", "table", "code", "quote", "heading"]

_FENCE = regex.compile(r"(?<mark>`{3,}|~{3,})[ \t]*[\w+.#-]*")
_ATX = regex.compile(r"#{1,6}(?=[ \t]+[^\s#])")
_RULE = regex.compile(r"([-=_*~\u00b7\u2022#+\u2500\u2550\u2014\u2013])(?:[ \t]*\1){2,}")
_UNDERLINE = regex.compile(r"={3,}|-{3,}|~{3,}")
# A mark right before a figure bounds it: a line of wrapped text may start with ">50 %" or ">= 3".
_QUOTED = regex.compile(r">(?:[ \t]*>)*+(?![\d=])")
_LEVELS = {"=": 1, "-": 2, "~": 3}


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive lines of one kind; `level` is a heading's, `table` is there when no pipes part the columns."""

    kind: SegmentKind
    lines: tuple[TextLine, ...]
    level: int | None = None
    table: AlignedTable | None = None


class Segmenter:
    """Cuts lines into segments, and notes the stretches that are layout and no text."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines
        self.hidden: list[Piece] = []
        self._unaligned = 0
        self._fences: dict[str, list[int]] = {}
        for at, line in enumerate(lines):
            if line.text[:3] in ("```", "~~~") and not line.text.strip(line.text[0]):
                self._fences.setdefault(line.text, []).append(at)

    def segments(self) -> Iterator[Segment]:
        at = 0
        group: list[TextLine] = []
        while at < len(self._lines):
            line = self._lines[at]
            found = None if line.blank else self._structure(at, first=not group)
            if found is None and not line.blank:
                group.append(line)
                at += 1
                continue
            if group:
                yield Segment("group", tuple(group))
                group = []
            segment, at = found or (None, at + 1)
            if segment:
                yield segment
        if group:
            yield Segment("group", tuple(group))

    def _structure(self, at: int, *, first: bool) -> tuple[Segment | None, int] | None:
        """The segment that starts at a line, and the line after it; None when the line belongs to a group."""
        text = self._lines[at].text
        return (
            (self._code(at) if text[0] in "`~" else None)
            or (self._quote(at) if text[0] == ">" and _QUOTED.match(text) else None)
            or (self._table(at) if "|" in text or text[0] == "+" else None)
            or (self._aligned_table(at) if at >= self._unaligned and is_aligned(text) else None)
            or (self._marked_heading(at) if text[0] == "#" else None)
            or (self._underlined_heading(at) if first else None)
            or self._rule(at)
        )

    def _text(self, at: int) -> str:
        return self._lines[at].text if at < len(self._lines) else ""

    def _hide(self, line: TextLine, length: int | None = None) -> None:
        self.hidden.append(Piece(line.start, line.end if length is None else line.start + length))

    def _code(self, at: int) -> tuple[Segment | None, int] | None:
        opening = _FENCE.fullmatch(self._text(at))
        closings = self._fences.get(opening["mark"], []) if opening else []
        if (after := bisect_right(closings, at)) == len(closings):
            return None
        closing = closings[after]
        self._hide(self._lines[at])
        self._hide(self._lines[closing])
        inner = tuple(line for line in self._lines[at + 1 : closing] if not line.blank)
        return (Segment("code", inner) if inner else None), closing + 1

    def _quote(self, at: int) -> tuple[Segment | None, int]:
        inner = []
        while mark := _QUOTED.match(self._text(at)):
            self._hide(self._lines[at], mark.end())
            inner.append(self._lines[at].behind(mark.end()))
            at += 1
        return (Segment("quote", tuple(inner)) if any(line.text for line in inner) else None), at

    def _table(self, at: int) -> tuple[Segment, int] | None:
        if not self._opens_table(at):
            return None
        end = at
        while "|" in self._text(end) or is_delimiter(self._text(end)):
            end += 1
        return Segment("table", tuple(self._lines[at:end])), end

    def _opens_table(self, at: int) -> bool:
        line, following = self._text(at), self._text(at + 1)
        if is_delimiter(line):
            return "|" in following and not is_delimiter(following)
        if is_delimiter(following):
            return "|" in line and column_count(following) >= 1
        return is_boxed(line) and is_boxed(following) and column_count(line) == column_count(following)

    def _aligned_table(self, at: int) -> tuple[Segment, int] | None:
        stretch = aligned_stretch(self._lines, at)
        self._unaligned = at + len(stretch)
        if (table := read_aligned(stretch)) is None:
            return None
        return Segment("table", tuple(stretch), table=table), at + len(stretch)

    def _marked_heading(self, at: int) -> tuple[Segment, int] | None:
        line = self._lines[at]
        mark = _ATX.match(line.text)
        if not mark:
            return None
        self._hide(line, mark.end())
        return Segment("heading", (line.behind(mark.end()),), level=mark.end()), at + 1

    def _underlined_heading(self, at: int) -> tuple[Segment, int] | None:
        text, below = self._text(at), self._text(at + 1)
        if not _UNDERLINE.fullmatch(below) or not 0.5 <= len(below) / len(text) <= 1.5 or _RULE.fullmatch(text):
            return None
        self._hide(self._lines[at + 1])
        return Segment("heading", (self._lines[at],), level=_LEVELS[below[0]]), at + 2

    def _rule(self, at: int) -> tuple[None, int] | None:
        if not _RULE.fullmatch(self._text(at)):
            return None
        self._hide(self._lines[at])
        return None, at + 1
