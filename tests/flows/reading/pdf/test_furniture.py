"""Headers and footers of PDFs: what comes back from page to page is kept apart from the text, and nothing else is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from flows.reading.read import read
from tests.support.printing import Mark, Text, lines, paragraph, printed, wrapped

QUAY = (
    "The new quay of the ferry port will open in the spring, two years later than the council had planned, because the "
    "sea wall below it had to be set in stone once more after the storms of the autumn before last."
)


def parted(*pages: Sequence[Mark]) -> tuple[list[str], list[str]]:
    """The furniture of a PDF, and the text of its other blocks."""
    blocks = read(printed(*pages)).blocks
    furniture = [block.passage.text for block in blocks if block.kind == "boilerplate"]
    return furniture, [block.passage.text for block in blocks if block.kind != "boilerplate"]


def page(top: str = "", bottom: str = "", text: str = QUAY) -> list[Mark]:
    edges = [Text(60, y, line, 8) for y, line in ((40, top), (810, bottom)) if line]
    return [*edges, *paragraph(text, y=200)]


def test_a_footer_below_two_columns_is_read_across_and_splits_no_paragraph() -> None:
    story = " ".join([QUAY] * 30)
    cut = wrapped(story, 225)
    columns = [[*lines(cut[:58], 60, 70), *lines(cut[58:116], 315, 70)], lines(cut[116:], 60, 70)]
    footers = [[Text(60, 810, "Port news 41", 8), Text(480, 810, f"Page {at} of 2", 8)] for at in (1, 2)]
    furniture, text = parted(*([*column, *footer] for column, footer in zip(columns, footers, strict=True)))
    assert furniture == ["Port news 41 Page 1 of 2", "Port news 41 Page 2 of 2"]
    assert text == [story]


@pytest.mark.parametrize(
    "pages",
    [
        [page("Port news"), page("Port news")],
        [page(), page("Port news"), page("Port news")],
        [page(bottom="3 Port news 41"), page(bottom="Port news 41 4")],
        [page("Port news"), page("Fees"), page("Port news"), page("Fees"), page("Port news"), page("Fees")],
        [page("Port news"), page("Port news"), page("Port news"), *[page()] * 40],
    ],
    ids=["both pages", "not on the first", "number on either side", "left and right", "one chapter"],
)
def test_what_comes_back_at_one_height_is_furniture(pages: list[list[Mark]]) -> None:
    furniture, text = parted(*pages)
    assert len(furniture) == sum(isinstance(mark, Text) and mark.size == 8 for marks in pages for mark in marks)
    assert text == [QUAY] * len(pages)


@pytest.mark.parametrize(
    "edges",
    [
        ["Annex 1", "Annex 2"],
        ["Annex I", "Annex II"],
        ["Fees", "Berths"],
        ["Fees", *[""] * 5, "Fees", *[""] * 5, "Fees"],
        ["p = 0.1, q = 4", "p = 0.2, q = 5"],
    ],
    ids=["counted titles", "roman ones", "titles", "far apart", "formulae"],
)
def test_what_differs_or_comes_back_far_apart_is_text(edges: list[str]) -> None:
    furniture, text = parted(*(page(edge) for edge in edges))
    assert furniture == []
    assert [edge for edge in edges if edge] == [found for found in text if found != QUAY]


def test_a_line_inside_the_page_may_come_back() -> None:
    furniture, _ = parted(*([*page(), Text(60, 400, "Port news")] for _ in range(4)))
    assert furniture == []


@pytest.mark.parametrize("bottom", ["7", "- 7 -", "Page 7 of 9", "Port news | Page 7", "Page 7 of 9 - Port news"])
def test_page_numbers_of_a_single_page(bottom: str) -> None:
    assert parted(page(bottom=bottom)) == ([bottom], [QUAY])


@pytest.mark.parametrize("edge", ["Port accounts 2023/24", "The fees are on page 7 of the report", "Boats: 7 of 9"])
def test_edges_of_a_single_page_are_text(edge: str) -> None:
    assert parted(page(bottom=edge)) == ([], [QUAY, edge])


def test_text_that_follows_closely_on_a_column_is_no_footer() -> None:
    story = " ".join([QUAY] * 24)
    cut = wrapped(story, 225)
    assert parted([*lines(cut[:60], 60, 112), *lines(cut[60:], 315, 112)]) == ([], [story])
