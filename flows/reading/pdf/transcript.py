"""The source text of a PDF as it is written: a line per printed line, a form feed between pages, a box per character."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flows.reading.pages import Pages, Sides
from flows.reading.pdf.page import Edges, Word
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

    def start_page(self, as_shown: Callable[[Edges], Edges] | None = None) -> None:
        """Start a page; `as_shown` says where on the page as it is shown a word's place is."""
        if self._pages:
            self._put_space("\f")
        self._pages.append(self.length)
        self._as_shown = as_shown or _same
        self._places = {}

    def write_line(self, words: Sequence[Word], gaps: Sequence[str] = ()) -> Piece:
        """Write a line of words, parted by spaces or by `gaps`; where it stands."""
        if self.length > self._pages[-1]:
            self._put_space("\n")
        start = self.length
        for at, word in enumerate(words):
            if at:
                self._put_space(gaps[at - 1] if gaps else " ")
            self._put(word)
        return Piece(start, self.length)

    def place(self, word: Word) -> Piece:
        """Where a word of the page stands in the source text. Raises KeyError when it was not written yet."""
        return self._places[id(word)]

    def text(self) -> str:
        """All that was written."""
        return "".join(self._texts)

    def pages(self) -> Pages:
        """The pages that were written."""
        return Pages(tuple(self._pages), self._sides)

    def _put(self, word: Word) -> None:
        self._places[id(word)] = Piece(self.length, self.length + len(word.text))
        edges = [character.edges for character in word.characters]
        if self._as_shown is not _same:
            edges = list(map(self._as_shown, edges))
        for side, places in zip(self._sides, zip(*edges, strict=True), strict=True):
            side.extend(places)
        self._texts.append(word.text)
        self.length += len(word.text)

    def _put_space(self, space: str) -> None:
        for side, nowhere in zip(self._sides, _NOWHERE, strict=True):
            side.append(nowhere)
        self._texts.append(space)
        self.length += 1


def _same(edges: Edges) -> Edges:
    return edges
