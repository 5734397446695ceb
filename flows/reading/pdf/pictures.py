"""Pictures on a PDF page: a page that has one and no text is a scan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from flows.reading.pdf.rules import DEEPEST, MOST_OBJECTS


def shows_picture(page: PdfPage) -> bool:
    """Whether an image is drawn on a page, by itself or within a form."""
    count = min(MOST_OBJECTS, pdfium.FPDFPage_CountObjects(page))
    return _any_image((pdfium.FPDFPage_GetObject(page, at) for at in range(count)), 0)


def _any_image(objects: Iterable[Any], depth: int) -> bool:
    for item in objects:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            return True
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            count = min(MOST_OBJECTS, pdfium.FPDFFormObj_CountObjects(item))
            if _any_image((pdfium.FPDFFormObj_GetObject(item, at) for at in range(count)), depth + 1):
                return True
    return False
