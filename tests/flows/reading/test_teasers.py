"""Teasers at the end of a page are set aside; the article's own end never is."""

from __future__ import annotations

from flows.reading.media import MARKDOWN, TEXT
from flows.reading.read import read

ARTICLE = (
    "The harbour authority said on Monday that traffic had grown again, and that it would add two more berths before "
    "the summer, one of them for ferries."
)
TEASERS = [
    "Gardens of the North: A Guide for Visitors The oldest garden of the city was laid out by a merchant who ...",
    "How to Read a Tide Table Without Getting Wet Every sailor s first lesson is that the sea does not wait fo...",
    "Introduction: The Return of the Night Ferry After ten years without a night service, the company has deci...",
]
CUT_SHORT = "The new berths are to be paid for by a levy on containers, which the shipping companies have called..."


def set_aside(lines: list[str], media_type: str = TEXT) -> list[str]:
    gap = "\n\n" if media_type == MARKDOWN else "\n"
    document = read(gap.join(lines).encode(), media_type=media_type)
    return [block.passage.text for block in document.blocks if block.kind == "boilerplate"]


def test_a_run_of_cut_lines_is_set_aside() -> None:
    assert set_aside([ARTICLE, *TEASERS]) == TEASERS
    assert set_aside([ARTICLE, *TEASERS], MARKDOWN) == TEASERS


def test_their_title_goes_with_them() -> None:
    assert set_aside([ARTICLE, "Related articles", *TEASERS]) == ["Related articles", *TEASERS]


def test_one_cut_line_is_the_end_of_the_article() -> None:
    assert set_aside([ARTICLE, CUT_SHORT]) == []


def test_a_cut_paragraph_of_another_length_belongs_to_the_article() -> None:
    assert set_aside([ARTICLE, f"{ARTICLE} {CUT_SHORT}", *TEASERS]) == TEASERS


def test_cut_lines_alone_are_the_document() -> None:
    assert set_aside(TEASERS) == []


def test_cut_lines_inside_the_article_stay() -> None:
    assert set_aside([ARTICLE, *TEASERS, ARTICLE]) == []
