"""The text of an article on the page: its lines, what is marked in them, and what stands beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from schemas.rows import Extraction, Piece
from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row
from tests.support.pages import anchor_of, covered, covered_by, lines_of, marked, page_of, report_on, text_of

FERRY_ARTICLE, BUS_ARTICLE = made_by_hand(FERRIES), made_by_hand(BUSES)
ARTICLES = pytest.mark.parametrize("article", [FERRY_ARTICLE, BUS_ARTICLE], ids=["ferries", "buses"])


@pytest.fixture(scope="module")
def page(published: Path) -> BeautifulSoup:
    return page_of(published)


@ARTICLES
def test_every_line_is_shown_as_it_stands_and_can_be_linked_to(page: BeautifulSoup, article: Extraction) -> None:
    lines = lines_of(page, article)
    assert [text_of(line) for line in lines] == [line.text for line in article.source_lines]
    assert [line["id"] for line in lines] == [f"{anchor_of(article)}-L{line.line_no}" for line in article.source_lines]
    assert [line.select_one("a.no")["href"] for line in lines] == [f"#{line['id']}" for line in lines]


@ARTICLES
def test_rows_are_marked_at_exactly_their_characters(page: BeautifulSoup, article: Extraction) -> None:
    figures = {claim: article.quantities[claim.quantity_no] for claim in article.claims}
    silent = [figure for claim, figure in figures.items() if claim.attribution_no is None]
    sources = [piece for said in article.attributions for piece in said.source_pieces]
    assert marked(page, article, "claim") == covered_by(article.claims)
    assert marked(page, article, "figure") == covered_by(figures.values())
    assert marked(page, article, "unsourced") == covered_by(silent)
    assert marked(page, article, "source") == covered(sources)


def test_pieces_on_several_lines_are_each_marked(tmp_path: Path) -> None:
    delays, fares = BUSES.index("delays"), BUSES.index("Fares")
    pieces = (Piece(delays, delays + len("delays")), Piece(fares, fares + len("Fares")))
    place = {"pieces": pieces, "quote": "delaysFares", "char_start": delays, "char_end": pieces[1].end, "line_end": 4}
    article = with_row(BUS_ARTICLE, "claims", 0, **place)
    article = replace(article, claims=article.claims[:1], claim_parts=())
    assert marked(report_on(tmp_path, article, BUSES), article, "claim") == covered(pieces)


def test_a_mark_says_what_it_stands_for(tmp_path: Path) -> None:
    article = with_row(FERRY_ARTICLE, "claims", 0, subject="ridership", comparator="approx")
    figure = report_on(tmp_path, article, FERRIES).find("span", class_="figure", string="42%")
    assert figure["title"].splitlines()[0] == "42 percent · approx · ridership · source: the Harbour Board"


def test_headings_tables_and_boilerplate_can_be_told_apart(tmp_path: Path) -> None:
    article = with_row(FERRY_ARTICLE, "blocks", 2, kind="boilerplate")
    page = report_on(tmp_path, article, FERRIES)
    blocks = article.blocks
    assert marked(page, article, "heading") == covered_by(blocks[:1])
    assert marked(page, article, "boilerplate") == covered_by(blocks[2:3])
    assert marked(page, article, "header") == covered_by(cell for cell in article.cells if cell.is_header)
    cells = [cell for cell in article.cells if not cell.is_header]
    assert marked(page, article, "read") == covered_by(blocks[1:2]) | covered_by(cells)
    assert [line.line_no for line in article.source_lines if line.text.startswith("|")] == [
        number for number, line in enumerate(lines_of(page, article), 1) if "in-table" in line["class"]
    ]


def test_every_finding_stands_beside_its_line_the_gravest_first(tmp_path: Path) -> None:
    worse = {"code": "truncated_end", "severity": "warning", "finding_no": 1, "expected": "a sentence end"}
    article = replace(FERRY_ARTICLE, findings=(*FERRY_ARTICLE.findings, replace(FERRY_ARTICLE.findings[0], **worse)))
    page = report_on(tmp_path, article, FERRIES)
    beside = [[note.get_text(" ", strip=True) for note in line.select(".note")] for line in lines_of(page, article)]
    notes = ["The text stops inside a sentence 7% expected a sentence end", "A figure names no source"]
    assert beside == [notes if line.line_no == 4 else [] for line in article.source_lines]
    assert marked(page, article, "warning") == covered_by(article.findings[:1])


def test_findings_of_one_code_on_one_line_are_counted_and_some_quoted(tmp_path: Path) -> None:
    again = [replace(FERRY_ARTICLE.findings[0], code="lost_apostrophe", finding_no=number) for number in range(30)]
    page = report_on(tmp_path, replace(FERRY_ARTICLE, findings=tuple(again)), FERRIES, quotes=5)
    (note,) = page.select(".note")
    assert note.select_one(".times").get_text() == "×30"
    assert len(note.select("q")) == 5 and "and 25 more" in note.get_text()


def test_claims_are_listed_with_a_link_to_their_line(page: BeautifulSoup) -> None:
    shown = page.find("article", id=anchor_of(FERRY_ARTICLE))
    rows = [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in shown.select(".claims tbody tr")]
    assert [(row[0], row[1], row[2], row[5]) for row in rows] == [
        ("3", "42", "percent", "the Harbour Board"),
        ("4", "7", "percent", ""),
    ]
    links = [link["href"] for link in shown.select(".claims tbody a")]
    assert links == [f"#{anchor_of(FERRY_ARTICLE)}-L{line}" for line in (3, 4)]


def test_a_long_text_is_cut_and_says_so(published: Path) -> None:
    page = page_of(published, characters=50)
    assert "\n".join(map(text_of, lines_of(page, FERRY_ARTICLE))) == FERRIES[:50]
    shown = page.find("article", id=anchor_of(FERRY_ARTICLE))
    assert f"its first 50 characters, of {len(FERRIES)}" in shown.select_one(".more").get_text()
    assert shown.select_one(".later").get_text(" ", strip=True) == "Line 4 A figure names no source"


def test_a_long_list_of_claims_is_cut_and_says_so(published: Path) -> None:
    shown = page_of(published, claims=1).find("article", id=anchor_of(FERRY_ARTICLE))
    assert len(shown.select(".claims tbody tr")) == 1
    assert shown.select_one(".claims .more").get_text().startswith("1 more")
