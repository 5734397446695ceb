"""PDFs for tests: text and lines at places, written by hand. Places are points from the top left of the page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from math import cos, radians, sin
from typing import NamedTuple

WIDTH, HEIGHT = 595.0, 842.0
FONTS = {"plain": "Helvetica", "bold": "Helvetica-Bold", "serif": "Times-Roman"}


class Text(NamedTuple):
    """Text whose baseline starts at (x, y); `mode` 3 is invisible, `angle` counts against the clock."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "plain"
    angle: float = 0
    mode: int = 0
    spacing: float = 0

    def drawn(self) -> str:
        turn, shown = radians(self.angle), self.text.encode("cp1252").decode("latin-1")
        for mark in "\\()":
            shown = shown.replace(mark, "\\" + mark)
        matrix = f"{cos(turn):.4f} {sin(turn):.4f} {-sin(turn):.4f} {cos(turn):.4f} {self.x} {HEIGHT - self.y}"
        return f"BT /{self.font} {self.size} Tf {self.mode} Tr {self.spacing} Tc {matrix} Tm ({shown}) Tj ET"


class Line(NamedTuple):
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


Mark = Text | Line | Box


def lines(texts: Iterable[str], x: float = 60, y: float = 100, leading: float = 12, size: float = 10) -> list[Text]:
    """Texts one under the other."""
    return [Text(x, y + at * leading, text, size) for at, text in enumerate(texts)]


def paragraph(text: str, x: float = 60, y: float = 100, columns: int = 80, size: float = 10) -> list[Text]:
    """A text wrapped at so many characters."""
    return lines(textwrap.wrap(text, columns, break_on_hyphens=False), x, y, 1.2 * size, size)


def pdf(
    *pages: Sequence[Mark],
    info: Mapping[str, str] | None = None,
    language: str = "",
    turned: int = 0,
    crop: tuple[float, float, float, float] | None = None,
) -> bytes:
    """A PDF of the pages; `info` is its dictionary of that name, `crop` its crop box in user space."""
    fonts = " ".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>"
        for name, font in FONTS.items()
    )
    box = f" /CropBox [{' '.join(map(str, crop))}]" if crop else ""
    numbers = range(3, 3 + 2 * len(pages), 2)
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R{f' /Lang ({language})' if language else ''} >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] /Count {len(pages)} >>",
    ]
    for number, page in zip(numbers, pages, strict=True):
        content = "\n".join(mark.drawn() for mark in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]{box} /Rotate {turned}"
            f" /Resources << /Font << {fonts} >> >> /Contents {number + 1} 0 R >>"
        )
        objects.append(f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream")
    told = " ".join(f"/{key} ({value})" for key, value in (info or {}).items())
    return _file([*objects, f"<< {told} >>"])


def _file(objects: Sequence[str]) -> bytes:
    """The objects as a file with its cross-reference table; the first is the catalogue, the last the information."""
    written, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n{item}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>"
    return written + f"{end}\nstartxref\n{len(written)}\n%%EOF\n".encode("latin-1")
