"""One page of a PDF: its words in rows, its ruling lines, and the frame that their places are measured in."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from pypdfium2 import PdfiumError, PdfPage

from flows.reading.pdf.characters import dominant_turns, read_print
from flows.reading.pdf.frame import Frame
from flows.reading.pdf.page import NO_BOXES, Boxes, Edges, Page
from flows.reading.pdf.rules import read_rules
from flows.reading.pdf.words import Row, rows_of, turned_rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page turned so that most of its text runs rightward: all but `frame` and `shown` speak of the page as turned.

    `rows` run as the page's text does; `turned` are lines that run in another direction. `ink` are the boxes of the
    page's characters.
    """

    page: Page
    rows: tuple[Row, ...]
    turned: tuple[Row, ...]
    ink: Boxes
    frame: Frame
    shown: Frame

    def ink_as_shown(self) -> Boxes:
        """The boxes of the characters on the page as a viewer shows it."""
        if self.frame == self.shown:
            return self.ink
        return Boxes.of(self.shown.edges(*self.frame.user(Edges(*box))) for box in zip(*self.ink, strict=True))


def read_sheet(page: PdfPage, number: int) -> Sheet:
    """What stands on a page. A page whose content pdfium cannot read has none."""
    shown = Frame.of(page)
    try:
        text_page = page.get_textpage()
    except PdfiumError:
        return Sheet(Page(number, shown.width, shown.height, (), ()), (), (), NO_BOXES, shown, shown)
    with closing(text_page):
        turns = dominant_turns(text_page)
        frame = shown if turns is None else shown._replace(turns=turns)
        found = read_print(text_page, frame)
    rows, turned = tuple(rows_of(found)), tuple(turned_rows(found))
    words = tuple(word for row in (*rows, *turned) for word in row.words)
    rules = read_rules(page, frame)
    return Sheet(Page(number, frame.width, frame.height, words, rules), rows, turned, found.ink, frame, shown)
