"""The characters of a PDF page as pdfium reads them, in stretches that were set in one go.

pdfium's own spaces and line ends are guesses and are left out: gaps are measured again from the boxes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import POINTER, byref, c_double, c_ulong, c_ushort, cast, create_string_buffer
from dataclasses import dataclass
from itertools import chain, compress, pairwise, repeat
from math import hypot, pi
from operator import gt, sub
from typing import NamedTuple, TypeVar

import pypdfium2.raw as pdfium
import regex
from pypdfium2 import PdfTextPage

from flows.reading.pdf.boxes import loose_boxes, tight_boxes
from flows.reading.pdf.calls import bare, handle
from flows.reading.pdf.frame import Frame
from flows.reading.pdf.page import Boxes, Edges

Item = TypeVar("Item")

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

_CODELESS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)), UNKNOWN)
_TEXTS = _CODELESS | LIGATURES | HYPHENS | BULLETS
_LINE_ENDS = frozenset("\n\r")
_SPACES = frozenset(
    map(chr, (*range(0x9, 0xE), 0x20, 0x85, 0xA0, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x3000))
)
_UNSEEN = frozenset(map(chr, (0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF)))
_BLANK = _SPACES | _UNSEEN
_font_info = bare(pdfium.FPDFText_GetFontInfo)
_is_generated = bare(pdfium.FPDFText_IsGenerated)
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

    They are those from `start` to `end` of the page's; `rooms` are what the font gives all of these, in the stretch's
    own direction, `gaps` how far each character of it stands from the next. `ends_word` tells of a space behind it,
    `ends_line` of a line's end as pdfium sees it.
    """

    style: Style
    text: str
    start: int
    end: int
    rooms: Boxes
    gaps: list[float]
    ends_word: bool
    ends_line: bool


class Print(NamedTuple):
    """What is printed on a page: stretches in the order of its content, and the boxes of their characters' ink."""

    stretches: list[Stretch]
    ink: Boxes


def dominant_turns(text_page: PdfTextPage) -> int | None:
    """The quarter turns that most of the page's text is to be shown with to run rightward; None without text."""
    count = pdfium.FPDFText_CountChars(text_page)
    step = max(1, count // SAMPLED)
    turns = Counter(_turns(pdfium.FPDFText_GetCharAngle(text_page, at)) for at in range(0, count, step))
    return turns.most_common(1)[0][0] if turns else None


def read_print(text_page: PdfTextPage, frame: Frame) -> Print:
    """The characters inside the frame, with boxes in the frame; those of a ligature have the same."""
    reader = _Reader(text_page, frame)
    return Print(list(reader.stretches()), reader.ink)


def _turns(angle: float) -> int:
    return round(-angle / (pi / 2)) % 4


class _Reader:
    """Reads one page. Its visible characters are told by their number among these."""

    def __init__(self, text_page: PdfTextPage, frame: Frame) -> None:
        self._page, self._handle = text_page.raw, handle(text_page)
        self._frame = frame
        self._source = _source(self._page, pdfium.FPDFText_CountChars(text_page))
        self._places = [at for at, character in enumerate(self._source) if character not in _BLANK]
        self._rooms = loose_boxes(text_page, self._places, frame)
        self.ink = _with_size(tight_boxes(text_page, self._places, frame), self._rooms)
        self._keep_visible()
        shown = "".join(map(self._source.__getitem__, self._places))
        self._text = shown.translate(_TEXTS)
        if len(self._text) > len(shown):
            self._share_out([len(character.translate(_TEXTS)) for character in shown])
        self._turned = {frame.turns: (self._rooms, _gaps(self._rooms))}
        self._last: tuple[Frame, Style, float, float] | None = None
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = c_double(), c_double()
        self._name = create_string_buffer(128)
        self._font_info = byref(self._name), c_ulong(len(self._name)), None
        self._bold: dict[bytes, bool] = {}

    def stretches(self) -> Iterator[Stretch]:
        for start, end in self._parted():
            own, style = self._style(start)
            rooms, gaps = self._rooms_in(own)
            for first, last in pairwise([start, *_cuts(rooms, gaps, start, end), end]):
                yield Stretch(
                    self._style(first)[1] if first > start else style,
                    self._text[first:last],
                    first,
                    last,
                    rooms,
                    gaps[first : last - 1],
                    *self._ending(self._places[last - 1] + 1),
                )

    def _keep_visible(self) -> None:
        """Leave out what stands off the page, and clip what stands half off it."""
        width, height = self._frame.width, self._frame.height
        lefts, tops, rights, bottoms = self.ink
        if not lefts or (min(lefts) >= 0 and min(tops) >= 0 and max(rights) <= width and max(bottoms) <= height):
            return
        kept = [
            0 <= left + right <= 2 * width and 0 <= top + bottom <= 2 * height
            for left, top, right, bottom in zip(*self.ink, strict=True)
        ]
        self._places = list(compress(self._places, kept))
        self._rooms = Boxes(*(list(compress(side, kept)) for side in self._rooms))
        self.ink = Boxes(
            [max(left, 0.0) for left in compress(lefts, kept)],
            [max(top, 0.0) for top in compress(tops, kept)],
            [min(right, width) for right in compress(rights, kept)],
            [min(bottom, height) for bottom in compress(bottoms, kept)],
        )

    def _share_out(self, lengths: Sequence[int]) -> None:
        """Make several characters of a glyph that stands for several: of one box, its room shared out among them."""
        self._places = _repeated(self._places, lengths)
        self.ink = Boxes(*(_repeated(side, lengths) for side in self.ink))
        rooms = zip(zip(*self._rooms, strict=True), lengths, strict=True)
        parts = chain.from_iterable(_parts(Edges(*room), length) for room, length in rooms)
        self._rooms = Boxes.of(parts)

    def _parted(self) -> Iterator[tuple[int, int]]:
        """The characters between spaces, those that pdfium adds among them."""
        steps = map(sub, self._places[1:], self._places)
        cuts = compress(range(1, len(self._places)), map(gt, steps, repeat(1)))
        return pairwise([0, *cuts, len(self._places)]) if self._places else iter(())

    def _rooms_in(self, own: Frame) -> tuple[Boxes, list[float]]:
        """The rooms of the page's characters in a direction, and how far each stands from the next."""
        if own.turns not in self._turned:
            turned = (own.edges(*self._frame.user(Edges(*room))) for room in zip(*self._rooms, strict=True))
            rooms = Boxes.of(turned)
            self._turned[own.turns] = rooms, _gaps(rooms)
        return self._turned[own.turns]

    def _style(self, at: int) -> tuple[Frame, Style]:
        """The direction and the style of a character; where the last one had the same line, only weight is asked."""
        place, top, bottom = self._places[at], self._rooms.tops[at], self._rooms.bottoms[at]
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
        _font_info(self._handle, place, *self._font_info)
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
        if place == len(self._source) or self._source[place] not in _SPACES:
            return False, False
        if not _is_generated(self._handle, place):
            return True, False
        return False, self._source[place] in _LINE_ENDS


def _source(page: object, count: int) -> str:
    """The characters of a page as pdfium numbers them. Of a pair of surrogates the second is one unseen.

    All at once they come without those that pdfium knows no code of, and the numbers of the others are lost: where
    there are such, and where there are surrogates, each character is asked for.
    """
    buffer = create_string_buffer(2 * count + 2)
    pdfium.FPDFText_GetText(page, 0, count, cast(buffer, POINTER(c_ushort)))
    text = buffer.raw[: 2 * count].decode("utf-16-le", "surrogatepass")
    if len(text) == count and "\0" not in text:
        return text
    codes = [pdfium.FPDFText_GetUnicode(page, at) for at in range(count)]
    for at, (high, low) in enumerate(pairwise(codes)):
        if 0xD800 <= high < 0xDC00 <= low < 0xE000:
            codes[at : at + 2] = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), 0x200C
    return "".join(map(chr, codes))


def _with_size(ink: Boxes, rooms: Boxes) -> Boxes:
    """The boxes of ink, with rooms in place of those of no size."""
    if all(map(gt, ink.rights, ink.lefts)) and all(map(gt, ink.bottoms, ink.tops)):
        return ink
    pairs = zip(zip(*ink, strict=True), zip(*rooms, strict=True), strict=True)
    return Boxes.of(tight if tight[2] > tight[0] and tight[3] > tight[1] else loose for tight, loose in pairs)


def _gaps(rooms: Boxes) -> list[float]:
    return list(map(sub, rooms.lefts[1:], rooms.rights))


def _cuts(rooms: Boxes, gaps: Sequence[float], start: int, end: int) -> list[int]:
    """Where characters that no space parts do not follow one another on a line."""
    if end - start == 1:
        return []
    tops, bottoms, between = rooms.tops[start:end], rooms.bottoms[start:end], gaps[start : end - 1]
    if tops.count(tops[0]) == end - start == bottoms.count(bottoms[0]):
        height = bottoms[0] - tops[0]
        if -BACK * height <= min(between) and max(between) <= BREAK * height:
            return []
    return [at for at in range(start + 1, end) if not _follows(rooms, at)]


def _follows(rooms: Boxes, at: int) -> bool:
    """Whether a character goes on with the one before it."""
    lefts, tops, rights, bottoms = rooms
    height = bottoms[at - 1] - tops[at - 1]
    shift = abs(bottoms[at] - bottoms[at - 1]) + abs(tops[at] - tops[at - 1])
    return shift <= SHIFT * height and -BACK * height <= lefts[at] - rights[at - 1] <= BREAK * height


def _repeated(items: Sequence[Item], lengths: Sequence[int]) -> list[Item]:
    return list(chain.from_iterable(map(repeat, items, lengths)))


def _parts(room: Edges, count: int) -> Iterator[Edges]:
    """The room of a glyph that stands for several characters, shared out among them."""
    left, top, right, bottom = room
    width = (right - left) / count
    for at in range(count):
        yield Edges(left + at * width, top, left + (at + 1) * width, bottom)
