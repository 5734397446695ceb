"""The boxes of a page's characters, all at once.

One call per character is the price of boxes. Where their sides go is told once, by references made in advance to the
slots of a buffer: 0.25 instead of 0.57 microseconds a call. PDFium is for one thread at a time, and so are the slots.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Sequence
from ctypes import Array, byref, c_double, c_float, memset, sizeof
from itertools import repeat
from operator import sub
from typing import Any, Literal, NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

from flows.reading.pdf.calls import bare, handle
from flows.reading.pdf.frame import Frame
from flows.reading.pdf.page import Boxes

CHARACTERS = 512
"""Characters that there are slots for; a page's come in as many rounds as it takes."""


class _Question(NamedTuple):
    """A call that gives the sides of one character's box, and the slots that it puts those of many into.

    `slots` has a list for each of the call's arguments; `typecode` says what a side is.
    """

    ask: Callable[..., int]
    buffer: Array[Any]
    slots: Sequence[Sequence[Any]]
    typecode: Literal["d", "f"]


def _slots(buffer: Array[Any], first: int) -> list[Any]:
    size = sizeof(buffer) // len(buffer)
    return [byref(buffer, size * at) for at in range(first, len(buffer), 4)]


_sides: Array[c_double] = (c_double * (4 * CHARACTERS))()
_rectangles: Array[c_float] = (c_float * (4 * CHARACTERS))()
# The arguments are left, right, bottom and top; the fields of FS_RECTF left, top, right and bottom.
_TIGHT = _Question(bare(pdfium.FPDFText_GetCharBox), _sides, [_slots(_sides, side) for side in (0, 2, 1, 3)], "d")
_LOOSE = _Question(bare(pdfium.FPDFText_GetLooseCharBox), _rectangles, [_slots(_rectangles, 0)], "f")


def tight_boxes(text_page: PdfTextPage, places: Sequence[int], frame: Frame) -> Boxes:
    """What the ink of the characters at the places fills, in the frame; of no size where there is none."""
    return _shown(_answers(_TIGHT, text_page, places), frame)


def loose_boxes(text_page: PdfTextPage, places: Sequence[int], frame: Frame) -> Boxes:
    """The room that the font gives the characters at the places: the advance wide, from descender to ascender high."""
    sides = _answers(_LOOSE, text_page, places)
    sides[1::4], sides[3::4] = sides[3::4], sides[1::4]
    return _shown(sides, frame)


def _answers(question: _Question, text_page: PdfTextPage, places: Sequence[int]) -> array[float]:
    """The four sides of each character, one after the other, as PDFium puts them into the slots."""
    page, sides = handle(text_page), array(question.typecode)
    for start in range(0, len(places), CHARACTERS):
        some = places[start : start + CHARACTERS]
        memset(question.buffer, 0, sizeof(question.buffer))
        deque(map(question.ask, repeat(page), some, *question.slots), maxlen=0)
        sides.frombytes(memoryview(question.buffer).cast("B")[: 4 * len(some) * sides.itemsize])
    return sides


def _shown(sides: array[float], frame: Frame) -> Boxes:
    """Boxes of user space (left, bottom, right, top one after the other) in the frame."""
    lefts, bottoms, rights, tops = (sides[at::4] for at in range(4))
    left, bottom, right, top, turns = frame
    if turns == 0:
        return Boxes(_from(left, lefts), _to(top, tops), _from(left, rights), _to(top, bottoms))
    if turns == 1:
        return Boxes(_from(bottom, bottoms), _from(left, lefts), _from(bottom, tops), _from(left, rights))
    if turns == 2:
        return Boxes(_to(right, rights), _from(bottom, bottoms), _to(right, lefts), _from(bottom, tops))
    return Boxes(_to(top, tops), _to(right, rights), _to(top, bottoms), _to(right, lefts))


def _from(origin: float, places: array[float]) -> list[float]:
    return list(map(sub, places, repeat(origin))) if origin else places.tolist()


def _to(origin: float, places: array[float]) -> list[float]:
    return list(map(sub, repeat(origin), places))
