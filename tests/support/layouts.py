"""PDF pages drawn with characters, to read tables from: one character is 5 points wide, one line 12 points high."""

from __future__ import annotations

import re

from flows.reading.pdf.page import Edges, Page, Rule, TableLayout, Word

SIZE, ADVANCE, LEADING, LEFT, TOP = 10.0, 5.0, 12.0, 60.0, 60.0

_ACROSS = re.compile(r"[ +|]*-{3,}[ +|-]*")
_PIECE = re.compile(r"[-+]{3,}")
_WORD = re.compile(r"[^\s|]+")


def drawn(art: str, number: int = 1) -> Page:
    """The page of a drawing: words, lines across of `---`, which takes a line of its own, and `|` lines down.

    Lines of dashes stand between the lines of text above and below; a `|` goes from one such line to the next.
    """
    words: list[Word] = []
    rules: list[Rule] = []
    baseline = TOP
    for line in art.strip("\n").split("\n"):
        if _ACROSS.fullmatch(line):
            y = baseline - 0.8 * LEADING + 1
            rules += [_rule(piece.start(), y, piece.end() - 1, y) for piece in _PIECE.finditer(line)]
            continue
        top, bottom = baseline - 0.8 * LEADING + 1, baseline + 0.2 * LEADING + 1
        rules += [_rule(bar.start(), top, bar.start(), bottom) for bar in re.finditer(r"\|", line)]
        words += [word(found[0], LEFT + found.start() * ADVANCE, baseline) for found in _WORD.finditer(line)]
        baseline += LEADING
    return Page(number, 600.0, 800.0, tuple(words), tuple(rules))


def word(text: str, x: float, baseline: float, size: float = SIZE) -> Word:
    """A word that starts at x."""
    right = x + ADVANCE * len(text) * size / SIZE - 0.5
    box = Edges(x, baseline - 0.7 * size, right, baseline + 0.1)
    return Word(text, box, size, (box,) * len(text), baseline)


def rows(table: TableLayout) -> list[list[str]]:
    """The texts of a table's cells row by row; one that spans several slots stands once."""
    found: dict[int, list[str]] = {}
    for cell in table.cells:
        found.setdefault(cell.row, []).append(" ".join(word.text for word in cell.words))
    return [found[row] for row in sorted(found)]


def spans(table: TableLayout) -> dict[str, tuple[int, int]]:
    """Rows and columns of the cells that span several, by their text."""
    return {
        " ".join(word.text for word in cell.words): (cell.row_span, cell.column_span)
        for cell in table.cells
        if cell.row_span * cell.column_span > 1
    }


def _rule(start: int, top: float, end: int, bottom: float) -> Rule:
    left, right = LEFT + (start + 0.5) * ADVANCE, LEFT + (end + 0.5) * ADVANCE
    return Rule(Edges(left, top, right, bottom), horizontal=top == bottom)
