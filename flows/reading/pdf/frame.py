"""User space of a PDF page to the page as it is shown: points from the top left, turned so that text runs rightward."""

from __future__ import annotations

from ctypes import byref
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from flows.reading.pdf.page import Edges


class Frame(NamedTuple):
    """The visible rectangle of a page in user space, and how many quarter turns (clockwise) it is shown with."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @classmethod
    def of(cls, page: PdfPage) -> Frame:
        """The frame that a viewer shows: crop box within media box, turned as the page says."""
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, byref(box))
        return cls(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page) % 4)

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of user space is shown, from the top left."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def edges(self, left: float, bottom: float, right: float, top: float) -> Edges:
        """Where a rectangle of user space is shown."""
        x, y = self.point(left, bottom)
        across, down = self.point(right, top)
        return Edges(min(x, across), min(y, down), max(x, across), max(y, down))

    def user(self, edges: Edges) -> tuple[float, float, float, float]:
        """A shown rectangle in user space: left, bottom, right, top."""
        left, top, right, bottom = edges
        if self.turns == 0:
            return left + self.left, self.top - bottom, right + self.left, self.top - top
        if self.turns == 1:
            return top + self.left, left + self.bottom, bottom + self.left, right + self.bottom
        if self.turns == 2:
            return self.right - right, top + self.bottom, self.right - left, bottom + self.bottom
        return self.right - bottom, self.top - right, self.right - top, self.top - left
