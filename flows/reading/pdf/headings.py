"""Headings of a PDF: short lines that are printed larger, bolder or in capitals, and their levels by how they look."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from flows.reading.pdf.paragraphs import Chunk
from flows.reading.pdf.printed import PrintedLine

LARGER = 1.1
"""Size in sizes of the body from which print is a heading's."""
LONGEST = 200
MOST_LINES = 4
LOWEST = 6

_END_MARK = regex.compile(r"""[.;:,\u3002\uff1b\uff1a\uff0c]["'\u201d\u2019)\]]*\Z""")
_OPENS = regex.compile(r"""["'\u201c\u2018(\[]?[\p{Lu}\p{Lo}\p{N}]""")
_NUMBERED = regex.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.? +\p{Lu}")
_LETTERS = regex.compile(r"\p{L}")
_CAPITALS = regex.compile(r"[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*")

Look = tuple[float, bool, bool]
"""Size to half a point, bold, capitals."""


def promote(chunks: Sequence[Chunk], body: float) -> list[Chunk]:
    """The chunks with headings told from paragraphs, and those that take several lines made one; `body` is the size
    of most text."""
    bold_body = _is_bold(chunks)
    told: list[Chunk] = []
    for chunk in chunks:
        goes_on = bool(told) and told[-1].kind == "heading" and _goes_on(told[-1], chunk)
        if not _is_heading(chunk, body, bold_body=bold_body, goes_on=goes_on):
            told.append(chunk)
        elif goes_on:
            told[-1].lines += chunk.lines
        else:
            chunk.kind, chunk.marker, chunk.depth = "heading", None, 0
            told.append(chunk)
    _rank([chunk for chunk in told if chunk.kind == "heading"])
    return told


def _is_bold(chunks: Sequence[Chunk]) -> bool:
    """Whether most text is bold, so that weight tells nothing."""
    lines = [line for chunk in chunks for line in chunk.lines]
    return 2 * sum(len(line.text) for line in lines if line.bold) > sum(len(line.text) for line in lines)


def _is_heading(chunk: Chunk, body: float, *, bold_body: bool, goes_on: bool) -> bool:
    """Whether a chunk is a heading, or a line more of the one that it `goes_on` with, which may open with any word."""
    if chunk.kind not in ("paragraph", "list_item") or len(chunk.lines) > MOST_LINES:
        return False
    if chunk.marker and not chunk.text[: chunk.marker.length].strip("(.)").isdigit():
        return False
    text = " ".join(line.text for line in chunk.lines)
    letters = len(_LETTERS.findall(text))
    if len(text) > LONGEST or 3 * letters < len(text) or _END_MARK.search(text):
        return False
    if not goes_on and not _OPENS.match(text):
        return False
    size, bold, capitals = _look(chunk.lines[0])
    if size < body - 0.5:
        return False
    stands_out = (bold and not bold_body) or (capitals and letters > 4) or size >= LARGER * body
    return stands_out or (bool(_NUMBERED.match(text)) and len(chunk.lines) == 1)


def _look(line: PrintedLine) -> Look:
    return round(2 * line.size) / 2, line.bold, bool(_CAPITALS.fullmatch(line.text))


def _goes_on(heading: Chunk, chunk: Chunk) -> bool:
    """Whether a line goes on with a heading's title: right below it, and of the same look."""
    last, line = heading.lines[-1], chunk.lines[0]
    near = last.page == line.page and 0 < line.baseline - last.baseline < 1.5 * line.size
    return near and not chunk.marker and _look(last)[:2] == _look(line)[:2] and len(heading.lines) < MOST_LINES


def _rank(headings: Sequence[Chunk]) -> None:
    """Levels by look: the largest print first, bold before plain, capitals before small letters."""
    looks = sorted({_look(chunk.lines[0]) for chunk in headings}, reverse=True)
    levels = {look: min(level, LOWEST) for level, look in enumerate(looks, 1)}
    for chunk in headings:
        chunk.level = levels[_look(chunk.lines[0])]
