"""The article as the page's own metadata tells it."""

import json

from flows.reading.html.building import parse
from flows.reading.html.content import main_content
from flows.reading.html.leaves import leaves_of
from flows.reading.html.told import told_leaves

PARAGRAPHS = (
    "The harbour office counted 412 sailings in March, nine more than in the month before.",
    "Most of them were night crossings, which the operators had cut to two a week in the winter.",
    "Fares have not moved since the last round of talks, and the union expects none before autumn.",
)
APPEAL = "Help us to tell more stories like this one, and give the price of a coffee a month."


def page_of(body: object, *paragraphs: str) -> str:
    script = json.dumps({"@type": "NewsArticle", "articleBody": body})
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f'<script type="application/ld+json">{script}</script><div>{text}</div>'


def told(source: str) -> list[int]:
    page = parse(source)
    return told_leaves(page, leaves_of(page).leaves)


def kept(source: str) -> list[str]:
    page = parse(source)
    leaves = leaves_of(page).leaves
    return [leaf.passage.text for leaf, keep in zip(leaves, main_content(page, leaves), strict=True) if keep]


def test_leaves_are_told_whatever_their_markup_and_white_space() -> None:
    body = "\n\n".join(PARAGRAPHS).replace(",", " ,").upper()
    marked = PARAGRAPHS[1].replace("night", "<em>night</em>")

    assert told(page_of(body, APPEAL, PARAGRAPHS[0], marked, "Fares.")) == [1, 2]


def test_nothing_is_told_by_a_page_without_a_body() -> None:
    assert told(page_of(None, *PARAGRAPHS)) == []
    assert told(page_of(["x"], *PARAGRAPHS)) == []
    assert told(page_of("Short.", *PARAGRAPHS)) == []


def test_a_page_that_gives_two_bodies_tells_nothing() -> None:
    assert told(page_of(PARAGRAPHS[0]) + page_of(PARAGRAPHS[1], *PARAGRAPHS)) == []


def test_what_stands_around_the_article_that_is_told_goes() -> None:
    body = " ".join(PARAGRAPHS)

    assert kept(page_of(body, APPEAL, *PARAGRAPHS, APPEAL)) == list(PARAGRAPHS)


def test_what_stands_inside_the_article_that_is_told_stays() -> None:
    source = page_of(f"{PARAGRAPHS[0]} {PARAGRAPHS[2]}", *PARAGRAPHS)

    assert kept(source) == list(PARAGRAPHS)


def test_a_body_that_is_cut_short_decides_nothing() -> None:
    assert kept(page_of(PARAGRAPHS[0][:40], *PARAGRAPHS, APPEAL)) == [*PARAGRAPHS, APPEAL]


def test_the_element_that_is_marked_as_the_body_is_the_article() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)

    assert kept(f'<div><section itemprop="articleBody text">{text}</section><p>{APPEAL}</p></div>') == list(PARAGRAPHS)
