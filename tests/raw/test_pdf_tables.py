"""The tables of the sample PDFs: every cell as it was set, and every box inside the table."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from flows.extract import extract
from schemas.rows import Box, Extraction
from tests.support.make_samples import HOUSING_TABLE, WATER_TABLE
from tests.support.pdf import A4

RAW = Path(__file__).parents[2] / "raw"
_RULE = re.compile(rb"w ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S")

Slots = dict[tuple[int, int], tuple[int, int, str]]
"""Row and column of each cell's first slot: how many rows and columns it spans, and its text."""

RULED: Slots = {
    (row, column): (1, 1, text)
    for row, texts in enumerate(WATER_TABLE)
    for column, text in enumerate(texts)
    if row > 1 or (row == 1 and column in {2, 3})
} | {
    (0, 0): (2, 1, "Zone"),
    (0, 1): (2, 1, "Mains (km)"),
    (0, 2): (1, 2, "Leakage (Ml a day)"),
    (0, 4): (2, 1, "Target 2025"),
}
_LABELS = [row[0] for row in HOUSING_TABLE]
_JOINED = [(" ".join(_LABELS[4:6]), *HOUSING_TABLE[5][1:])]
BORDERLESS: Slots = {
    (row, column): (1, 1, text)
    for row, texts in enumerate([*HOUSING_TABLE[:4], *_JOINED, *HOUSING_TABLE[6:]])
    for column, text in enumerate(texts)
}


@cache
def extracted(name: str) -> Extraction:
    return extract((RAW / name).read_bytes(), name=name)


@pytest.mark.parametrize(("name", "slots"), [("water-board-report.pdf", RULED), ("housing-bulletin.pdf", BORDERLESS)])
def test_every_cell_is_exact(name: str, slots: Slots) -> None:
    cells = extracted(name).cells
    assert {(cell.row_no, cell.column_no): (cell.row_span, cell.column_span, cell.quote) for cell in cells} == slots


def test_figures_stand_under_all_their_headings() -> None:
    figures = {cell.quote: (cell.row_path, cell.column_path) for cell in extracted("water-board-report.pdf").cells}
    assert figures["27.9"] == (("Tarn Valley",), ("Leakage (Ml a day)", "2023"))
    assert figures["77.3"] == (("All zones",), ("Target 2025",))


def test_the_boxes_of_a_ruled_table_lie_inside_its_rules() -> None:
    rules = [tuple(map(float, found)) for found in _RULE.findall((RAW / "water-board-report.pdf").read_bytes())]
    left, right = min(rule[0] for rule in rules), max(rule[2] for rule in rules)
    top, bottom = A4[1] - max(rule[1] for rule in rules), A4[1] - min(rule[3] for rule in rules)
    for cell in extracted("water-board-report.pdf").cells:
        assert all(inside(box, left, top, right, bottom) for box in cell.boxes or ()), cell


def test_the_boxes_of_a_table_without_rules_lie_between_its_caption_and_its_note() -> None:
    rows = extracted("housing-bulletin.pdf")
    [caption] = [block.boxes for block in rows.blocks if block.quote.startswith("Table 1")]
    [note] = [block.boxes for block in rows.blocks if block.quote.startswith("Changes are")]
    assert caption
    assert note
    for cell in rows.cells:
        assert all(inside(box, 55, caption[-1].bottom, 541, note[0].top) for box in cell.boxes or ()), cell


def inside(box: Box, left: float, top: float, right: float, bottom: float) -> bool:
    return left <= box.left < box.right <= right and top <= box.top < box.bottom <= bottom and box.page == 1


BROKEN = {
    "water-board-report.pdf": ("kilometres", "Research", "Reservoirs", "because", "December", "sub-sea"),
    "housing-bulletin.pdf": ("Association", "Vellmar", "medieval", "answered", "two-fifths"),
}


@pytest.mark.parametrize(("name", "words"), BROKEN.items(), ids=BROKEN.keys())
def test_words_broken_at_line_ends_are_whole_in_the_quote(name: str, words: tuple[str, ...]) -> None:
    text = " ".join(block.quote for block in extracted(name).blocks)
    assert [word for word in words if word not in text] == []
