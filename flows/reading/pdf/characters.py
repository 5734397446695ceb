"""The characters of a PDF page as pdfium reads them, in stretches that were set in one go.

pdfium's own spaces and line ends are guesses and are left out: gaps are measured again from the boxes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import c_double, create_string_buffer
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, pi
from typing import NamedTuple

import pypdfium2.raw as pdfium
import regex
from pypdfium2 import PdfTextPage

from flows.reading.pdf.boxes import loose_boxes, tight_boxes
from flows.reading.pdf.frame import Frame
from flows.reading.pdf.page import Edges, Room

LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
"""Latin ligatures of Unicode, where pdfium hands them over whole."""

HYPHENS = {0x2: "-", 0xAD: "-", 0xFFFE: "-"}
"""A hyphen at a line's end as pdfium marks it, and the soft hyphen: what is drawn is a hyphen."""

BULLETS = dict.fromkeys((0xF06C, 0xF06E, 0xF076, 0xF0A7, 0xF0B7, 0xF0D8, 0xF0FC), "\u2022")
"""Bullets of the Symbol and Wingdings fonts, which stand in the private use area."""

UNKNOWN = "\ufffd"
"""What is drawn and stands for no character: the font does not say which."""

SAMPLED = 64
"""Characters of a page that are asked for their direction."""
OBLIQUE = 0.1
"""Radians off the nearest quarter turn from which text counts as slanting."""
SHIFT = 0.06
"""Part of the line's height by which a character of the same stretch may stand higher or lower."""
BREAK = 0.9
"""Gap in line heights that ends a stretch."""
BACK = 0.5
"""Line heights that a character may stand left of the end of the one before it."""

_TEXTS = {**LIGATURES, **HYPHENS, **BULLETS}
_SPACES = frozenset((*range(0x9, 0xE), 0x20, 0x85, 0xA0, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x3000))
_LINE_ENDS = frozenset((0xA, 0xD))
_UNSEEN = frozenset((0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
_BOLD = regex.compile(rb"bold|black|heavy|demi", regex.IGNORECASE)


class Style(NamedTuple):
    """How a stretch is set: `upright` runs as the page's text does; `baseline` is measured in its own direction."""

    upright: bool
    baseline: float
    size: float
    bold: bool


@dataclass(slots=True)
class Stretch:
    """Characters of one line, size and font that follow one another without a space or a wide gap.

    `boxes` hold their ink, `rooms` are what the font gives them, in the stretch's own direction. `ends_word` tells of a
    space behind it, `ends_line` of a line's end as pdfium sees it.
    """

    style: Style
    text: str
    boxes: list[Room]
    rooms: list[Room]
    ends_word: bool
    ends_line: bool


def dominant_turns(text_page: PdfTextPage) -> int | None:
    """The quarter turns that most of the page's text is to be shown with to run rightward; None without text."""
    count = pdfium.FPDFText_CountChars(text_page)
    step = max(1, count // SAMPLED)
    turns = Counter(_turns(pdfium.FPDFText_GetCharAngle(text_page, at)) for at in range(0, count, step))
    return turns.most_common(1)[0][0] if turns else None


def read_stretches(text_page: PdfTextPage, frame: Frame) -> list[Stretch]:
    """The characters inside the frame in the order of the page's content, with boxes in the frame."""
    return list(_Reader(text_page, frame).stretches())


def _turns(angle: float) -> int:
    return round(-angle / (pi / 2)) % 4


class _Reader:
    """Reads one page. Its visible characters are told by their number among these."""

    def __init__(self, text_page: PdfTextPage, frame: Frame) -> None:
        self._page = text_page.raw
        self._frame = frame
        self._codes = _codes(self._page, pdfium.FPDFText_CountChars(text_page))
        self._places = [at for at, code in enumerate(self._codes) if code not in _SPACES and code not in _UNSEEN]
        self._rooms = loose_boxes(text_page, self._places, frame)
        self._edges = [
            tight if tight[2] > tight[0] and tight[3] > tight[1] else loose
            for tight, loose in zip(tight_boxes(text_page, self._places, frame), self._rooms, strict=True)
        ]
        self._keep_visible()
        texts = {code: _text(code) for code in set(self._codes)}
        self._texts = [texts[self._codes[at]] for at in self._places]
        if any(len(text) > 1 for text in texts.values()):
            self._share_out()
        self._last: tuple[Frame, Style, float, float] | None = None
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = c_double(), c_double()
        self._name = create_string_buffer(128)
        self._bold: dict[bytes, bool] = {}

    def stretches(self) -> Iterator[Stretch]:
        for start, end in self._parted():
            own, style = self._style(start)
            rooms = self._rooms[start:end]
            if own.turns != self._frame.turns:
                rooms = [own.edges(*self._frame.user(Edges(*room))) for room in rooms]
            cuts = [0, *_cuts(rooms), end - start]
            for first, last in pairwise(cuts):
                yield self._stretch(
                    start + first, start + last, self._style(start + first)[1] if first else style, rooms[first:last]
                )

    def _keep_visible(self) -> None:
        """Leave out what stands off the page, and clip what stands half off it."""
        width, height = self._frame.width, self._frame.height
        lefts, tops, rights, bottoms = zip(*self._edges, strict=True) if self._edges else ((0,),) * 4
        if min(lefts) >= 0 and min(tops) >= 0 and max(rights) <= width and max(bottoms) <= height:
            return
        kept = [
            at
            for at, (left, top, right, bottom) in enumerate(self._edges)
            if 0 <= left + right <= 2 * width and 0 <= top + bottom <= 2 * height
        ]
        self._places = [self._places[at] for at in kept]
        self._rooms = [self._rooms[at] for at in kept]
        clipped = (self._edges[at] for at in kept)
        self._edges = [
            (max(left, 0.0), max(top, 0.0), min(right, width), min(bottom, height))
            for left, top, right, bottom in clipped
        ]

    def _share_out(self) -> None:
        """Make several characters of a glyph that stands for several: of one box, its room shared out among them."""
        lengths = [len(text) for text in self._texts]
        self._places = [place for place, length in zip(self._places, lengths, strict=True) for _ in range(length)]
        self._edges = [edges for edges, length in zip(self._edges, lengths, strict=True) for _ in range(length)]
        self._rooms = [part for room, length in zip(self._rooms, lengths, strict=True) for part in _parts(room, length)]
        self._texts = list("".join(self._texts))

    def _parted(self) -> Iterator[tuple[int, int]]:
        """The characters between spaces, those that pdfium adds among them."""
        start = 0
        for at, (place, following) in enumerate(pairwise(self._places), 1):
            if following > place + 1:
                yield start, at
                start = at
        if self._places:
            yield start, len(self._places)

    def _stretch(self, start: int, end: int, style: Style, rooms: list[Room]) -> Stretch:
        text = "".join(self._texts[start:end])
        return Stretch(style, text, self._edges[start:end], rooms, *self._ending(self._places[end - 1] + 1))

    def _style(self, at: int) -> tuple[Frame, Style]:
        """The direction and the style of a character; where the last one had the same line, only weight is asked."""
        place, (_, top, _, bottom) = self._places[at], self._rooms[at]
        bold = self._is_bold(place)
        if self._last and self._last[2:] == (top, bottom) and self._last[1].upright:
            own, style = self._last[:2]
            style = style if style.bold == bold else style._replace(bold=bold)
        else:
            angle = pdfium.FPDFText_GetCharAngle(self._page, place)
            own = self._frame._replace(turns=_turns(angle))
            slant = abs((angle + pi / 4) % (pi / 2) - pi / 4)
            upright = own.turns == self._frame.turns and slant < OBLIQUE
            pdfium.FPDFText_GetCharOrigin(self._page, place, self._x, self._y)
            baseline = own.point(self._x.value, self._y.value)[1]
            style = Style(upright, baseline, self._size(place) or bottom - top, bold)
        self._last = own, style, top, bottom
        return own, style

    def _is_bold(self, place: int) -> bool:
        pdfium.FPDFText_GetFontInfo(self._page, place, self._name, len(self._name), None)
        font = self._name.value
        if font not in self._bold:
            self._bold[font] = _BOLD.search(font) is not None
        return self._bold[font]

    def _size(self, place: int) -> float:
        """The size of the character's font as it is shown, in points."""
        pdfium.FPDFText_GetMatrix(self._page, place, self._matrix)
        size: float = pdfium.FPDFText_GetFontSize(self._page, place)
        return size * hypot(self._matrix.c, self._matrix.d)

    def _ending(self, place: int) -> tuple[bool, bool]:
        """Whether a space of the page's own stands behind a stretch, and whether pdfium sees a line's end there."""
        if place == len(self._codes) or self._codes[place] not in _SPACES:
            return False, False
        if not pdfium.FPDFText_IsGenerated(self._page, place):
            return True, False
        return False, self._codes[place] in _LINE_ENDS


def _codes(page: object, count: int) -> list[int]:
    """The code points of a page's characters; of a pair of surrogates the first, and the second as one unseen."""
    unicode_of = pdfium.FPDFText_GetUnicode
    codes = [unicode_of(page, at) for at in range(count)]
    if any(0xD800 <= code < 0xDC00 for code in set(codes)):
        for at, (high, low) in enumerate(pairwise(codes)):
            if 0xD800 <= high < 0xDC00 <= low < 0xE000:
                codes[at : at + 2] = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), 0x200C
    return codes


def _cuts(rooms: Sequence[Room]) -> Iterator[int]:
    """Where characters that no space parts do not follow one another on a line."""
    _, top, right, bottom = rooms[0]
    for at, room in enumerate(rooms):
        height = bottom - top
        shift, gap = abs(room[3] - bottom) + abs(room[1] - top), room[0] - right
        if at and not (shift <= SHIFT * height and -BACK * height <= gap <= BREAK * height):
            yield at
        _, top, right, bottom = room


def _parts(room: Room, count: int) -> Iterator[Room]:
    """The room of a glyph that stands for several characters, shared out among them."""
    left, top, right, bottom = room
    width = (right - left) / count
    for at in range(count):
        yield left + at * width, top, left + (at + 1) * width, bottom


def _text(code: int) -> str:
    if code in _TEXTS:
        return _TEXTS[code]
    return UNKNOWN if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 else chr(code)
