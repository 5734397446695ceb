"""Pages: where offsets stand on them."""

from __future__ import annotations

from array import array

from flows.reading.lines import PAGED_NEWLINE, LineIndex
from flows.reading.pages import Pages, Sides
from schemas.rows import Box, Piece

TEXT = "ab c\nd\f\fe"
NOWHERE = (float("inf"), float("inf"), float("-inf"), float("-inf"))
BOXES = [
    (0, 0, 5, 9), (5, 1, 9, 9), NOWHERE, (12, 0, 15, 11), NOWHERE, (0, 20, 4, 29), NOWHERE, NOWHERE, (3, 3, 6, 6),
]  # fmt: skip


def pages() -> Pages:
    return Pages((0, 7, 8), Sides(*(array("f", side) for side in zip(*BOXES, strict=True))))


def test_an_offset_has_a_page_and_a_line_on_it() -> None:
    lines = LineIndex.of(TEXT, PAGED_NEWLINE)
    assert [pages().page(offset) for offset in (0, 5, 6, 7, 8)] == [1, 1, 1, 2, 3]
    assert [(lines.line(offset), pages().page_line(lines.line(offset), lines)) for offset in (0, 5, 7, 8)] == [
        (1, 1), (2, 2), (3, 1), (4, 1),
    ]  # fmt: skip


def test_pieces_have_one_box_per_line_around_their_characters() -> None:
    lines = LineIndex.of(TEXT, PAGED_NEWLINE)
    assert pages().boxes([Piece(1, 2), Piece(3, 6), Piece(8, 9)], lines) == (
        Box(1, 5, 0, 15, 11),
        Box(1, 0, 20, 4, 29),
        Box(3, 3, 3, 6, 6),
    )
    assert pages().boxes([Piece(2, 3), Piece(6, 8)], lines) == ()
