"""Printed pages for tests: text in any direction and visibility, lines and boxes, on turned and cropped pages.

Places are points from the top left of the page, as in the rows; text stands on its baseline.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import cos, radians, sin
from typing import NamedTuple

from tests.support.pdf import A4, BOLD, PLAIN, assemble, width

WIDTH, HEIGHT = A4
FONTS = {PLAIN: "plain", BOLD: "bold"}


class Text(NamedTuple):
    """Text that starts at (x, y); `angle` counts against the clock, `mode` 3 is invisible, `spacing` parts letters."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = PLAIN
    angle: float = 0
    mode: int = 0
    spacing: float = 0

    def drawn(self) -> str:
        turn, shown = radians(self.angle), self.text.encode("cp1252").decode("latin-1")
        for mark in "\\()":
            shown = shown.replace(mark, "\\" + mark)
        matrix = f"{cos(turn):.4f} {sin(turn):.4f} {-sin(turn):.4f} {cos(turn):.4f} {self.x:.2f} {HEIGHT - self.y:.2f}"
        return f"BT /{FONTS[self.font]} {self.size} Tf {self.mode} Tr {self.spacing} Tc {matrix} Tm ({shown}) Tj ET"


class Stroke(NamedTuple):
    """A straight line, one point wide."""

    x: float
    y: float
    across: float
    down: float

    def drawn(self) -> str:
        return f"{self.x} {HEIGHT - self.y} m {self.across} {HEIGHT - self.down} l S"


class Box(NamedTuple):
    """A rectangle, filled or framed."""

    x: float
    y: float
    width: float
    height: float
    filled: bool = False

    def drawn(self) -> str:
        return f"{self.x} {HEIGHT - self.y - self.height} {self.width} {self.height} re {'f' if self.filled else 'S'}"


class Picture(NamedTuple):
    """A grey square, drawn as an image."""

    x: float
    y: float
    side: float

    def drawn(self) -> str:
        place = f"{self.side} 0 0 {self.side} {self.x} {HEIGHT - self.y - self.side}"
        return f"q {place} cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"


Mark = Text | Stroke | Box | Picture


def lines(texts: Iterable[str], x: float = 60, y: float = 100, size: float = 10, leading: float = 1.2) -> list[Text]:
    """Texts one under the other."""
    return [Text(x, y + at * leading * size, text, size) for at, text in enumerate(texts)]


def wrapped(text: str, measure: float, size: float = 10) -> list[str]:
    """A text in lines that are no wider than `measure`."""
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if width(longer, size) <= measure:
            found[-1] = longer
        else:
            found.append(word)
    return found


def paragraph(text: str, x: float = 60, y: float = 100, measure: float = 475, size: float = 10) -> list[Text]:
    """A paragraph, wrapped."""
    return lines(wrapped(text, measure, size), x, y, size)


def printed(
    *pages: Sequence[Mark],
    info: Mapping[str, str] | None = None,
    language: str = "",
    turned: int = 0,
    crop: Sequence[float] = (),
    locked: bool = False,
) -> bytes:
    """A PDF of the pages; `info` is its dictionary of that name, `crop` the crop box in user space.

    A `locked` one asks for a password, and there is none that opens it.
    """
    fonts = " ".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>"
        for font, name in FONTS.items()
    )
    box = f" /CropBox [{' '.join(map(str, crop))}]" if crop else ""
    numbers = range(4, 4 + 2 * len(pages), 2)
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R{f' /Lang ({language})' if language else ''} >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] /Count {len(pages)} >>",
        f"<< {' '.join(f'/{key} ({value})' for key, value in (info or {}).items())} >>",
    ]
    for number, page in zip(numbers, pages, strict=True):
        content = "\n".join(mark.drawn() for mark in page)
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]{box} /Rotate {turned}"
            f" /Resources << /Font << {fonts} >> >> /Contents {number + 1} 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00> <00>]"
    trailer = f"/Info 3 0 R {lock if locked else ''}"
    return assemble([item.encode("latin-1") for item in objects], trailer=trailer.encode())
