"""The source text of a PDF as it is written: a line per printed line, a form feed between pages, boxes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from flows.reading.pages import Pages, Sides
from flows.reading.pdf.page import NO_BOXES, Boxes, Word
from schemas.rows import Piece

_NOWHERE = (float("inf"), float("inf"), float("-inf"), float("-inf"))
_SPACE = -1


class Transcript:
    """Takes words page by page and line by line in reading order."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self.length = 0
        self._sides = Sides.empty()
        self._pages: list[int] = []
        self._ink = NO_BOXES
        self._order: list[int] = []
        self._unread: list[int] = []

    def start_page(self, ink: Boxes = NO_BOXES, *, unread: bool = False) -> None:
        """Start a page; `ink` are the boxes of its characters on the page as it is shown. An `unread` one has no text
        and is not empty."""
        if self._pages:
            self._put_space("\f")
        self._place_characters()
        self._pages.append(self.length)
        if unread:
            self._unread.append(len(self._pages))
        self._ink = ink

    def write_line(self, words: Sequence[Word], gaps: Sequence[str] = ()) -> Piece:
        """Write a line of words, parted by spaces or by `gaps`, which are one character each; where it stands."""
        if self.length > self._pages[-1]:
            self._put_space("\n")
        start, order = self.length, self._order
        for word in words:
            for stretch in word.characters:
                order.extend(range(*stretch))
            order.append(_SPACE)
        order.pop()
        texts = [word.text for word in words]
        parted = chain.from_iterable(zip(texts, [*gaps, ""], strict=True))
        line = "".join(parted) if gaps else " ".join(texts)
        self._texts.append(line)
        self.length += len(line)
        return Piece(start, self.length)

    def text(self) -> str:
        """All that was written."""
        return "".join(self._texts)

    def pages(self) -> Pages:
        """The pages that were written."""
        self._place_characters()
        return Pages(tuple(self._pages), self._sides, tuple(self._unread))

    def _put_space(self, space: str) -> None:
        self._order.append(_SPACE)
        self._texts.append(space)
        self.length += 1

    def _place_characters(self) -> None:
        """Put down where the characters stand that were written since the page started."""
        for side, places, nowhere in zip(self._sides, self._ink, _NOWHERE, strict=True):
            side.extend(map([*places, nowhere].__getitem__, self._order))
        self._order = []
