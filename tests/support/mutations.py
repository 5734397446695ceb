"""Documents of the project's own, damaged at random: the same damage for the same seed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

from tests.support.bombs import forms, grid, page_tree, rules, to_unicode, words
from tests.support.make_samples import MADE
from tests.support.pdf import Sheet, pdf

RAW = Path(__file__).parents[2] / "raw"

_MARKS = (
    "\n# ", "\n\n", "\n", "\r\n", "\t", " ", "    ", "|", "\n|---|---|\n", "\n| 5% | 6 |\n", "**", "*", "_", "`",
    "```", "\n~~~\n", "[", "](", "](x)", "[5]: /x\n", "<!--", "-->", "<b>", "</b>", "<br>", "<script>", "&amp;",
    "&#53;", "&", "\\", "\\|", "---\n", "\n- ", "\n12. ", "\n> ", "\0", "\f", "\u2028", "\ufeff", "\u00ad", "5", "5%",
    "12,5", "２", "½", "東", "https://a.b/5", "<",
)  # fmt: skip
_TOKEN = re.compile(rb"/[A-Za-z]+|[-+]?\d+(?:\.\d+)?|\b(?:obj|endobj|stream|endstream|xref|R)\b|<<|>>|\[|\]|\(|\)")
_TOKENS = (
    b"<<", b">>", b"[", b"]", b"(", b")", b"0", b"-1", b"1e9", b"99999999999", b"0.0001", b"null", b"true", b"/F1",
    b"/Kids", b"/Count 9999", b"/Length 0", b"/Rotate 90", b"/MediaBox[0 0 0 0]", b"/CropBox[9 9 1 1]", b"2 0 R",
    b"1 0 R", b"endobj", b"endstream", b"BT", b"ET", b"q", b"Q", b"0 0 0 0 0 0 Tm", b"1e30 0 0 1 0 0 cm",
    b"0 1 -1 0 0 0 Tm", b"3 Tr", b"Do", b"0 Tz", b"-5 Tc", b"W n", b"/Filter/FlateDecode", b"/Encrypt 2 0 R", b"\0\0",
    b"\xff\xfe", b"%", b"\n",
)  # fmt: skip


def mutated_markdown(chance: Random) -> bytes:
    """An article, in part, with cuts, repetitions and marks in random places."""
    text = chance.choice(_articles())
    start = chance.randrange(len(text))
    text = text[start : start + chance.randrange(50, 2_500)]
    for _ in range(chance.randrange(1, 12)):
        at, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        match chance.randrange(4):
            case 0:
                text = text[:at] + text[min(end, at + 60) :]
            case 1:
                text = text[:at] + text[at : at + 80] + text[at:]
            case _:
                text = text[:at] + chance.choice(_MARKS) * chance.choice((1, 1, 1, 2, 7)) + text[at:]
    source = bytearray(text.encode())
    for _ in range(chance.choice((0, 0, 0, 1, 3))):
        at = chance.randrange(len(source) or 1)
        source[at : at + 1] = bytes([chance.randrange(256)])
    return bytes(source)


def mutated_pdf(chance: Random) -> bytes:
    """A PDF with cuts, bytes and tokens of its syntax in random places."""
    source = bytearray(chance.choice(_documents()))
    for _ in range(chance.choice((1, 2, 4, 8, 20, 60))):
        at = chance.randrange(len(source) or 1)
        match chance.randrange(8):
            case 0:
                source[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del source[at : at + chance.randrange(1, 40)]
            case 2:
                source[at:at] = source[at : at + chance.randrange(1, 400)]
            case 3 if chance.random() < 0.2:
                del source[at:]
            case _:
                found = _TOKEN.search(source, at)
                start, end = found.span() if found else (at, at)
                source[start:end] = chance.choice(_TOKENS)
    return bytes(source)


@cache
def _articles() -> list[str]:
    return [
        path.read_bytes().decode("utf-8", "replace") for path in sorted(RAW.glob("*.md")) + sorted(RAW.glob("*.txt"))
    ]


@cache
def _documents() -> list[bytes]:
    """PDFs with text, tables and columns, and small kin of the bombs."""
    made = [make() for name, make in MADE.items() if name.endswith(".pdf")]
    small = [forms(2, 3), page_tree(3, 3), to_unicode(200), rules(60), grid(12), words(200), _slanted()]
    return made * 3 + small


def _slanted() -> bytes:
    """Text in every direction, set over itself, and a hidden layer."""
    sheet = Sheet()
    for turn, matrix in enumerate(("1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0", "0.7 0.7 -0.7 0.7")):
        for mode in (0, 3):
            sheet.operators.append(
                f"BT /F1 11 Tf {mode} Tr {matrix} {200 + 30 * turn} 400 Tm (Fares rose {turn}.5%) Tj ET"
            )
    return pdf([sheet, sheet])
