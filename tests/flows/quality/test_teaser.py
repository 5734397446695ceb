"""Teasers of other articles: however they are cut off and linked, alone or in a row."""

from __future__ import annotations

import pytest

from flows.quality.findings import find
from flows.reading.media import TEXT
from flows.reading.read import read
from tests.support.damage import ARTICLE, fired

TEASERS = [
    "Ten Ways to Save on Your Water Bill The cost of water has risen twice as fast as wages, and most homes let it",
    "What the New Bridge Means for Cyclists Next spring the old slip will be closed for good, and a bridge with tw",
    "Introduction: Why Small Museums Matter Every town has a cupboard full of things that nobody has dared to throw aw",
]
CUTS = [
    "...",
    "\u2026",
    "....",
    " [...]",
    "[\u2026]",
    "... Read more",
    "\u2026 Continue reading \u2192",
    "\u2026\nRead more",
]


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_each_teaser_is_found(cut: str, count: int, gap: str) -> None:
    assert len(fired(ARTICLE + gap.join(text + cut for text in TEASERS[:count]), "teaser")) == count


def test_a_title_makes_one_teaser_sure() -> None:
    teaser = (
        "Every stubborn grain soaks up water, sticks to the hands and needs a long and patient rise before it is..."
    )
    assert fired(f"{ARTICLE}Related articles\n\n{teaser}", "teaser") == [teaser]


def test_a_headline_run_into_its_text_makes_one_sure() -> None:
    teaser = "Seven Quiet Harbour Towns for a Winter Weekend Steam rises over the bridges before the first ferry ca..."
    assert fired(ARTICLE + teaser, "teaser") == [teaser]


def test_an_article_cut_by_an_ellipsis_is_no_teaser() -> None:
    ending = (
        "The Hong Kong Port Authority for Ships and Trade has said that the levy will be paid by the lines that ca..."
    )
    assert {found.code for found in find(read((ARTICLE + ending).encode(), media_type=TEXT))} == {"truncated_end"}


def test_a_link_alone_is_no_teaser() -> None:
    assert not fired(ARTICLE + "Read more", "teaser")
