"""The boxes of a page's characters, all at once.

One call per character is the price of boxes. Made through pypdfium2's prototypes each argument is wrapped anew; with
plain addresses into one array the calls take 1.9 instead of 2.8 microseconds (tight) and 1.3 instead of 2.2 (loose).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from ctypes import CFUNCTYPE, c_int, c_void_p, cast

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

from flows.reading.pdf.frame import Frame
from flows.reading.pdf.page import Room

_ADDRESS = c_void_p
_char_box = CFUNCTYPE(c_int, _ADDRESS, c_int, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)(
    cast(pdfium.FPDFText_GetCharBox, _ADDRESS).value or 0
)
_loose_char_box = CFUNCTYPE(c_int, _ADDRESS, c_int, _ADDRESS)(
    cast(pdfium.FPDFText_GetLooseCharBox, _ADDRESS).value or 0
)


def tight_boxes(text_page: PdfTextPage, places: Sequence[int], frame: Frame) -> list[Room]:
    """What the ink of the characters at the places fills, in the frame; of no size where there is none."""
    page = cast(text_page.raw, _ADDRESS).value
    sides = array("d", bytes(32 * len(places)))
    address, _ = sides.buffer_info()
    for at in places:  # pdfium hands out left, right, bottom and top
        _char_box(page, at, address, address + 16, address + 8, address + 24)
        address += 32
    return _shown(sides, frame)


def loose_boxes(text_page: PdfTextPage, places: Sequence[int], frame: Frame) -> list[Room]:
    """The room that the font gives the characters at the places: the advance wide, from descender to ascender high."""
    page = cast(text_page.raw, _ADDRESS).value
    sides = array("f", bytes(16 * len(places)))  # FS_RECTF: left, top, right, bottom
    address, _ = sides.buffer_info()
    for at in places:
        _loose_char_box(page, at, address)
        address += 16
    sides[1::4], sides[3::4] = sides[3::4], sides[1::4]
    return _shown(sides, frame)


def _shown(sides: array[float], frame: Frame) -> list[Room]:
    """Boxes of user space (left, bottom, right, top one after the other) in the frame."""
    lefts, bottoms, rights, tops = (sides[at::4] for at in range(4))
    left, bottom, right, top, turns = frame
    if turns == 0:
        return _rooms(_from(left, lefts), _to(top, tops), _from(left, rights), _to(top, bottoms))
    if turns == 1:
        return _rooms(_from(bottom, bottoms), _from(left, lefts), _from(bottom, tops), _from(left, rights))
    if turns == 2:
        return _rooms(_to(right, rights), _from(bottom, bottoms), _to(right, lefts), _from(bottom, tops))
    return _rooms(_to(top, tops), _to(right, rights), _to(top, bottoms), _to(right, lefts))


def _from(origin: float, places: Iterable[float]) -> list[float]:
    return [place - origin for place in places]


def _to(origin: float, places: Iterable[float]) -> list[float]:
    return [origin - place for place in places]


def _rooms(*sides: list[float]) -> list[Room]:
    return list(zip(*sides, strict=True))
