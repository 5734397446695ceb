"""Plain text that knows where each of its characters stands in the source text.

This is the one place where offsets are made. A reader cuts the source text into `Run`s of visible text and builds
`Passage`s of them; everything after it works on a passage's plain text and asks the passage for pieces.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from flows.reading.folding import fold
from schemas.rows import Piece


class Run(NamedTuple):
    """Plain text [start, end) of a passage that stands at source [source_start, source_end).

    Equal lengths mean character by character; otherwise the run is atomic (an entity, a line break read as a space).
    A run of no source is a separator: markup between its neighbours is read as white space.
    """

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def verbatim(self) -> bool:
        return self.end - self.start == self.source_end - self.source_start

    def clipped(self, start: int, end: int) -> Run:
        """The part of the run inside [start, end); of an atomic run the source stays whole."""
        first, last = max(start, self.start), min(end, self.end)
        if not self.verbatim:
            return Run(first, last, self.source_start, self.source_end)
        shift = self.source_start - self.start
        return Run(first, last, first + shift, last + shift)

    def moved(self, by: int) -> Run:
        return Run(self.start + by, self.end + by, self.source_start, self.source_end)


@dataclass(frozen=True)
class Passage:
    """The plain text of a block or a cell, and where each of its characters stands in the source text.

    `raised` tells of numbers that are set above or below the line: where they start, and the characters that look so.
    """

    text: str
    runs: tuple[Run, ...]
    raised: tuple[tuple[int, str], ...] = ()

    @classmethod
    def verbatim(cls, source: str, start: int, end: int) -> Passage:
        """The passage that reads source[start:end] as it stands."""
        return cls(source[start:end], (Run(0, end - start, start, end),))

    @classmethod
    def joined(cls, source: str, pieces: Sequence[Piece]) -> Passage:
        """The passage that reads several stretches of the source one after the other, as they stand."""
        runs, at = [], 0
        for start, end in pieces:
            runs.append(Run(at, at + end - start, start, end))
            at += end - start
        return cls("".join(source[start:end] for start, end in pieces), tuple(runs))

    @cached_property
    def folded(self) -> str:
        """The text with typographic variants folded, character for character, so that offsets stay the same.

        It is what is read: 10<sup>6</sup> is quoted as 106 and read as 10⁶.
        """
        if not self.raised:
            return fold(self.text)
        characters = list(fold(self.text))
        for start, signs in self.raised:
            characters[start : start + len(signs)] = signs
        return "".join(characters)

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces of the source text that text[start:end] was read from, adjoining ones joined."""
        if start >= end:
            return ()
        if len(self.runs) == 1:  # most passages, and every row asks
            first, last, source_start, source_end = self.runs[0]
            if last - first != source_end - source_start:
                return (Piece(source_start, source_end),)
            shift = source_start - first
            return (Piece((start if start > first else first) + shift, (end if end < last else last) + shift),)
        found: list[Piece] = []
        for run in self.runs[max(0, bisect_right(self._starts, start) - 1) :]:
            if run.start >= end:
                break
            if run.end <= start:
                continue
            piece = Piece(*run.clipped(start, end)[2:])
            if piece.start == piece.end:
                continue
            if found and found[-1].end == piece.start:
                found[-1] = Piece(found[-1].start, piece.end)
            else:
                found.append(piece)
        return tuple(found)

    def cut(self, start: int, end: int) -> Passage:
        """The passage of text[start:end]."""
        runs = []
        for run in self.runs[max(0, bisect_right(self._starts, start) - 1) :]:
            if run.start >= end:
                break
            if run.end > start:
                runs.append(run.clipped(start, end).moved(-start))
        raised = ((max(at, start) - start, signs[max(0, start - at) : end - at]) for at, signs in self.raised)
        kept = tuple((at, signs) for at, signs in raised if signs and at < end - start)
        return Passage(self.text[start:end], tuple(runs), kept)

    def between(self, source_start: int, source_end: int) -> Passage:
        """The passage of what was read from source[source_start:source_end]; empty where nothing was."""
        first = bisect_right(self.runs, source_start, key=lambda run: run.source_end)
        last = bisect_left(self.runs, source_end, key=lambda run: run.source_start)
        if first >= last or source_start >= source_end:
            return Passage("", ())
        start, end = self.runs[first], self.runs[last - 1]
        return self.cut(
            start.start + max(0, source_start - start.source_start) * start.verbatim,
            end.end - max(0, end.source_end - source_end) * end.verbatim,
        )

    def stripped(self) -> Passage:
        """The passage without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))


class PassageBuilder:
    """Builds a passage from stretches of the source in the order they are read."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._texts: list[str] = []
        self._runs: list[Run] = []
        self._raised: list[tuple[int, str]] = []
        self._length = 0

    def take(self, start: int, end: int) -> None:
        """Read source[start:end] as it stands."""
        if start < end:
            self.put(self._source[start:end], start, end)

    def put_raised(self, signs: str, start: int, end: int) -> None:
        """Read source[start:end], digits that are set above or below the line, as they stand; `signs` look so."""
        self._raised.append((self._length, signs))
        self.take(start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Read source[start:end] as `text`, which must not be empty."""
        at = self._length
        self._length = at + len(text)
        self._texts.append(text)
        if self._runs and self._length - at == end - start:
            first, last, source_start, source_end = self._runs[-1]
            if source_end == start and last - first == source_end - source_start:
                self._runs[-1] = Run(first, self._length, source_start, end)
                return
        self._runs.append(Run(at, self._length, start, end))

    def add(self, passage: Passage) -> None:
        """Read what another passage of the same source has read."""
        self._raised += ((self._length + at, signs) for at, signs in passage.raised)
        for run in passage.runs:
            self.put(passage.text[run.start : run.end], run.source_start, run.source_end)

    def line_break(self, end: int, start: int, glue: str = " ") -> None:
        """Read the white space after a line that ends at `end`, as far as the next one at `start`, as `glue`."""
        if self._texts and self._texts[-1][-1].isspace():
            return  # hidden text stood between two breaks
        gap = self._source[end:start]
        if glue and (space := len(gap) - len(gap.lstrip())):
            self.put(glue, end, end + space)

    def separate(self, space: str, at: int) -> None:
        """Read the markup at `at` (a tag between two cells, `<br>`) as white space; at the very start as nothing."""
        if self._texts:
            self.put(space, at, at)

    def build(self) -> Passage:
        return Passage("".join(self._texts), tuple(self._runs), tuple(self._raised))
