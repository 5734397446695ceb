"""The source text of a PDF as it is written: a line per printed line, a form feed between pages, boxes beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from flows.reading.pages import Pages, Sides
from flows.reading.pdf.page import Edges, Room, Word
from schemas.rows import Piece

_NOWHERE = (float("inf"), float("inf"), float("-inf"), float("-inf"))


class Transcript:
    """Takes words page by page and line by line in reading order."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self.length = 0
        self._sides = Sides.empty()
        self._pages: list[int] = []
        self._as_shown: Callable[[Edges], Edges] = _same
        self._places: dict[int, Piece] = {}
        self._unread: list[int] = []

    def start_page(self, as_shown: Callable[[Edges], Edges] | None = None, *, unread: bool = False) -> None:
        """Start a page; `as_shown` says where on the page as it is shown a word's place is. An `unread` one has no text
        and is not empty."""
        if self._pages:
            self._put_space("\f")
        self._pages.append(self.length)
        if unread:
            self._unread.append(len(self._pages))
        self._as_shown = as_shown or _same
        self._places = {}

    def write_line(self, words: Sequence[Word], gaps: Sequence[str] = ()) -> Piece:
        """Write a line of words, parted by spaces or by `gaps`; where it stands."""
        if self.length > self._pages[-1]:
            self._put_space("\n")
        start = at = self.length
        edges: list[Room] = []
        for word in words:
            if at > start:
                edges.append(_NOWHERE)
                at += 1
            self._places[id(word)] = Piece(at, at + len(word.text))
            edges += word.boxes
            at += len(word.text)
        if self._as_shown is not _same:
            edges = [box if box is _NOWHERE else self._as_shown(Edges(*box)) for box in edges]
        for side, places in zip(self._sides, zip(*edges, strict=True), strict=True):
            side.extend(places)
        texts = [word.text for word in words]
        parted = chain.from_iterable(zip(texts, [*gaps, ""], strict=True))
        self._texts.append("".join(parted) if gaps else " ".join(texts))
        self.length = at
        return Piece(start, at)

    def place(self, word: Word) -> Piece:
        """Where a word of the page stands in the source text. Raises KeyError when it was not written yet."""
        return self._places[id(word)]

    def text(self) -> str:
        """All that was written."""
        return "".join(self._texts)

    def pages(self) -> Pages:
        """The pages that were written."""
        return Pages(tuple(self._pages), self._sides, tuple(self._unread))

    def _put_space(self, space: str) -> None:
        for side, nowhere in zip(self._sides, _NOWHERE, strict=True):
            side.append(nowhere)
        self._texts.append(space)
        self.length += 1


def _same(edges: Edges) -> Edges:
    return edges
