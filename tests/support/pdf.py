"""A small PDF writer: text in Helvetica at points of a page, and rules. The same calls always give the same bytes.

Places are in points from the left and the bottom of the page, as in PDF itself; text stands on its baseline.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

A4 = (595, 842)

# The widths of printable ASCII in thousandths of the size (Adobe's font metrics for the 14 standard fonts).
_WIDTHS = {
    "Helvetica": """
        278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556
        556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833
        722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556
        556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334
        260 334 584
    """,
    "Helvetica-Bold": """
        278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556
        556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833
        722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611
        556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389
        280 389 584
    """,
}
_OTHERS = {"’": 222, "“": 333, "”": 333, "–": 556, "•": 350, "€": 556, "£": 556}
_BY_CHARACTER = {
    font: {chr(32 + at): int(width) for at, width in enumerate(widths.split())} | _OTHERS
    for font, widths in _WIDTHS.items()
}
PLAIN, BOLD = _WIDTHS
_NAMES = {PLAIN: "F1", BOLD: "F2"}


def width(text: str, size: float = 10, font: str = PLAIN) -> float:
    """How wide a text is set, in points; characters without a known width count as half a square."""
    widths = _BY_CHARACTER[font]
    return sum(widths.get(character, 500) for character in text) * size / 1000


@dataclass(slots=True)
class Sheet:
    """A page that is being set."""

    size: tuple[int, int] = A4
    operators: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 10, font: str = PLAIN, *, spread: float = 0) -> None:
        """Set a text from `x` on; `spread` is added to each space."""
        shown = (
            text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").decode("cp1252")
        )
        self.operators.append(f"BT /{_NAMES[font]} {size:g} Tf {spread:.3f} Tw {x:.2f} {y:.2f} Td ({shown}) Tj ET")

    def text_to(self, x: float, y: float, text: str, size: float = 10, font: str = PLAIN) -> None:
        """Set a text that ends at `x`."""
        self.text(x - width(text, size, font), y, text, size, font)

    def centred(self, x: float, y: float, text: str, size: float = 10, font: str = PLAIN) -> None:
        """Set a text around `x`."""
        self.text(x - width(text, size, font) / 2, y, text, size, font)

    def rule(self, x0: float, y0: float, x1: float, y1: float, thickness: float = 0.5) -> None:
        """Draw a straight line."""
        self.operators.append(f"{thickness:g} w {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S")


def pdf(sheets: Sequence[Sheet], info: Mapping[str, str] | None = None, language: str | None = None) -> bytes:
    """The sheets as a document, uncompressed: compressors differ between machines."""
    resources = (
        "<</Font<<" + "".join(f"/{name} {number} 0 R" for number, name in enumerate(_NAMES.values(), 4)) + ">>>>"
    )
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(sheets)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{f'/Lang({language})' if language else ''}>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(sheets)}>>",
        "<<" + "".join(f"/{key}({value})" for key, value in (info or {}).items()) + ">>",
        *(f"<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>" for font in _NAMES),
    ]
    for number, sheet in enumerate(sheets):
        box, content = f"[0 0 {sheet.size[0]} {sheet.size[1]}]", "\n".join(sheet.operators)
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox{box}/Resources{resources}/Contents {7 + 2 * number} 0 R>>",
            f"<</Length {len(content.encode('cp1252'))}>>stream\n{content}\nendstream",
        ]
    return assemble([text.encode("cp1252") for text in objects], trailer=b"/Info 3 0 R")


def assemble(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Objects numbered from 1, the first of them the catalogue, as the bytes of a PDF."""
    body, offsets = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count, start = len(objects) + 1, len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table)
    return bytes(body + b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (count, trailer, start))
