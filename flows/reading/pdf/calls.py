"""PDFium's functions called bare, for what is asked of every character or word of a page.

Most of a call through pypdfium2 is ctypes making C's types of the arguments one by one. Called bare, arguments go as
they come, in half of the time: numbers as `int`, everything else as `byref` of where C shall read or write. Nothing is
checked, so only the calls that a page is full of are made this way.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import CFUNCTYPE, byref, c_int, c_void_p, cast
from typing import Any

from pypdfium2 import PdfTextPage

_function = CFUNCTYPE(c_int)


def bare(function: object) -> Callable[..., int]:
    """A function of PDFium that returns a whole number."""
    return _function(cast(function, c_void_p).value or 0)  # type: ignore[arg-type]


def handle(text_page: PdfTextPage) -> Any:
    """A text page as the first argument of a bare call; it holds as long as the page is open."""
    return byref(text_page.raw.contents)
