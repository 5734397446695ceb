"""Opening a PDF: whether it can be read at all, and its pages one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from flows.reading.decoding import Unreadable

MOST_PAGES = 2_000


def open_pdf(source: bytes) -> PdfDocument:
    """The document; the caller closes it. Raises `Unreadable`: encrypted_pdf, damaged_pdf, too_many_pages."""
    try:
        document = pypdfium2.PdfDocument(source)
    except PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise Unreadable("encrypted_pdf", "The PDF opens with a password alone.") from error
        raise Unreadable("damaged_pdf", "The PDF's structure cannot be read.") from error
    if not 0 < len(document) <= MOST_PAGES:
        pages = len(document)
        document.close()
        if not pages:
            raise Unreadable("damaged_pdf", "The PDF has no pages.")
        raise Unreadable("too_many_pages", f"The PDF has {pages:,} pages; {MOST_PAGES:,} are read at most.")
    return document


def pages_of(document: PdfDocument) -> Iterator[PdfPage | None]:
    """The pages in order, each closed when the next is asked for; None for one that cannot be loaded."""
    for number in range(len(document)):
        try:
            page = document[number]
        except PdfiumError:
            yield None
            continue
        with closing(page):
            yield page
