"""One page of a PDF: its words in rows, its ruling lines, and the frame that their places are measured in."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from pypdfium2 import PdfiumError, PdfPage

from flows.reading.pdf.characters import dominant_turns, read_stretches
from flows.reading.pdf.frame import Frame
from flows.reading.pdf.page import Edges, Page
from flows.reading.pdf.rules import read_rules
from flows.reading.pdf.words import Row, rows_of, turned_rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page turned so that most of its text runs rightward: all but `frame` and `shown` speak of the page as turned.

    `rows` run as the page's text does; `turned` are lines that run in another direction.
    """

    page: Page
    rows: tuple[Row, ...]
    turned: tuple[Row, ...]
    frame: Frame
    shown: Frame

    def as_shown(self, edges: Edges) -> Edges:
        """A place of the turned page on the page as a viewer shows it."""
        if self.frame == self.shown:
            return edges
        return self.shown.edges(*self.frame.user(edges))


def read_sheet(page: PdfPage, number: int) -> Sheet:
    """What stands on a page. A page whose content pdfium cannot read has none."""
    shown = Frame.of(page)
    try:
        text_page = page.get_textpage()
    except PdfiumError:
        return Sheet(Page(number, shown.width, shown.height, (), ()), (), (), shown, shown)
    with closing(text_page):
        turns = dominant_turns(text_page)
        frame = shown if turns is None else shown._replace(turns=turns)
        stretches = read_stretches(text_page, frame)
    rows, turned = tuple(rows_of(stretches)), tuple(turned_rows(stretches))
    words = tuple(word for row in (*rows, *turned) for word in row.words)
    rules = read_rules(page, frame)
    return Sheet(Page(number, frame.width, frame.height, words, rules), rows, turned, frame, shown)
