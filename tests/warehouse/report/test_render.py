"""The page as a browser would read it: what is marked, listed, linked, and what must never be there."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from bs4 import BeautifulSoup, Tag

from schemas.errors import SourcelineError
from schemas.rejections import Rejection
from schemas.rows import Extraction
from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row
from tests.support.warehouses import load_batch, rejections, run_once, source_file
from warehouse.ledger import SourceFile, finish_run, record_files, start_run
from warehouse.publish import publish
from warehouse.reader import open_reader
from warehouse.report.limits import Limits
from warehouse.report.render import render, write_report
from warehouse.statements import statements
from warehouse.store import open_store

FERRIES_ID, BUSES_ID = (made_by_hand(text).document_id[:12] for text in (FERRIES, BUSES))


def page_of(published: Path, **limits: int) -> BeautifulSoup:
    return BeautifulSoup(render(published, Limits(**limits)), "html.parser")


def warehouse_of(folder: Path, *articles: tuple[str, Extraction, str]) -> Path:
    """A published warehouse of articles, each given by path, extraction and text."""
    published = folder / "w.duckdb"
    run_once(published, {path: text for path, _, text in articles}, batches=[[made for _, made, _ in articles]])
    return published


def shown_lines(page: BeautifulSoup, document: str) -> Iterator[Tag]:
    article = page.find("article", id=document)
    assert isinstance(article, Tag)
    yield from article.select(".line")


def offsets_wearing(page: BeautifulSoup, document: str, starts: list[int], name: str) -> set[int]:
    """The offsets of the source text that a class is drawn over."""
    found = set()
    for start, line in zip(starts, shown_lines(page, document), strict=True):
        at = start
        for child in line.select_one(".text").children:
            text = child.get_text()
            if isinstance(child, Tag) and name in child["class"]:
                found.update(range(at, at + len(text)))
            at += len(text)
    return found


def offsets_of(rows: tuple) -> set[int]:
    return {at for row in rows for piece in row.pieces for at in range(*piece)}


@pytest.fixture(scope="module")
def page(published: Path) -> BeautifulSoup:
    return page_of(published)


@pytest.mark.parametrize(("document", "text"), [(FERRIES_ID, FERRIES), (BUSES_ID, BUSES)])
def test_every_source_line_is_shown_as_it_stands_and_can_be_linked_to(
    page: BeautifulSoup, document: str, text: str
) -> None:
    lines = list(shown_lines(page, document))
    assert [line.select_one(".text").get_text() for line in lines] == text.split("\n")
    assert [line["id"] for line in lines] == [f"{document}-L{number}" for number in range(1, len(lines) + 1)]
    assert [line.select_one("a.no")["href"] for line in lines] == [f"#{line['id']}" for line in lines]


@pytest.mark.parametrize(("document", "text"), [(FERRIES_ID, FERRIES), (BUSES_ID, BUSES)])
def test_rows_are_marked_at_exactly_their_characters(page: BeautifulSoup, document: str, text: str) -> None:
    article = made_by_hand(text)
    starts = [line.char_start for line in article.source_lines]
    figures = tuple(article.quantities[claim.quantity_no] for claim in article.claims)
    silent = tuple(article.quantities[claim.quantity_no] for claim in article.claims if claim.attribution_no is None)
    assert offsets_wearing(page, document, starts, "claim") == offsets_of(article.claims)
    assert offsets_wearing(page, document, starts, "figure") == offsets_of(figures)
    assert offsets_wearing(page, document, starts, "unsourced") == offsets_of(silent)
    assert offsets_wearing(page, document, starts, "source") == {
        at for said in article.attributions for piece in said.source_pieces for at in range(*piece)
    }


def test_a_mark_says_what_it_stands_for(page: BeautifulSoup) -> None:
    figure = page.find("span", class_="figure", string="42%")
    assert figure["title"] == "42 percent · ridership · source: the Harbour Board"


def test_a_claim_of_several_pieces_over_several_lines_is_marked_on_each(tmp_path: Path) -> None:
    article = made_by_hand(BUSES)
    end = article.claims[1].char_end
    first, second = BUSES.index("delays"), BUSES.index("Fares")
    pieces = (type(article.claims[0].pieces[0])(first, first + 6), type(article.claims[0].pieces[0])(second, end))
    quote = "".join(BUSES[start:stop] for start, stop in pieces)
    article = with_row(
        article, "claims", 1, pieces=pieces, quote=quote, char_start=first, line_start=3, claim_id="f" * 32
    )
    article = replace(article, claim_parts=article.claim_parts[:1], claims=article.claims[1:])
    article = replace(with_row(article, "claims", 0, claim_no=0), claim_parts=())
    page = page_of(warehouse_of(tmp_path, ("a.txt", article, BUSES)))
    starts = [line.char_start for line in article.source_lines]
    assert offsets_wearing(page, BUSES_ID, starts, "claim") == {at for piece in pieces for at in range(*piece)}


def test_tables_headings_and_boilerplate_can_be_told_apart(tmp_path: Path) -> None:
    article = with_row(made_by_hand(FERRIES), "blocks", 2, kind="boilerplate")
    page = page_of(warehouse_of(tmp_path, ("a.txt", article, FERRIES)))
    lines = list(shown_lines(page, FERRIES_ID))
    assert lines[0].select(".heading") and lines[3].select(".boilerplate") and not lines[2].select(".boilerplate")
    assert [("in-table" in line["class"]) for line in lines] == [False] * 5 + [True] * 3 + [False]
    assert [cell.get_text() for cell in lines[5].select(".header")] == ["Line", "Share"]


def test_every_finding_stands_beside_its_line(tmp_path: Path) -> None:
    article = made_by_hand(FERRIES)
    open_end = replace(
        article.findings[0], code="truncated_end", severity="warning", finding_no=1, expected="a sentence end"
    )
    article = replace(article, findings=(*article.findings, open_end))
    page = page_of(warehouse_of(tmp_path, ("a.txt", article, FERRIES)))
    notes = {
        line["id"]: [note.get_text(" ", strip=True) for note in line.select(".note")]
        for line in shown_lines(page, FERRIES_ID)
    }
    assert {key: told for key, told in notes.items() if told} == {
        f"{FERRIES_ID}-L4": ["The text stops inside a sentence 7% expected a sentence end", "A figure names no source"]
    }
    starts = [line.char_start for line in article.source_lines]
    assert offsets_wearing(page, FERRIES_ID, starts, "warning") == offsets_of((open_end,))
    concern = page.find("code", string="truncated_end").find_parent("div")
    assert "Fetch the article again" in concern.get_text()
    assert concern.select_one("a.place")["href"] == f"#{FERRIES_ID}-L4"


def test_findings_of_one_code_on_one_line_are_counted(tmp_path: Path) -> None:
    article = made_by_hand(FERRIES)
    again = tuple(replace(article.findings[0], finding_no=number) for number in range(30))
    page = page_of(warehouse_of(tmp_path, ("a.txt", replace(article, findings=again), FERRIES)), examples=20)
    assert page.select_one(".note .times").get_text() == "×30"
    group = page.find("code", string="unsourced_figure").find_parent("details")
    assert len(group.select("li")) == 20
    assert "10 more" in group.select_one(".more").get_text()


def test_the_numbers_at_the_top(page: BeautifulSoup) -> None:
    numbers = {
        entry.dt.get_text(): [part.get_text(" ", strip=True) for part in entry.find_all("dd")]
        for entry in page.select(".numbers > div")
    }
    assert numbers == {
        "Articles": ["2", "all new in this run"],
        "Claims": ["4", "all new in this run"],
        "Tables": ["1", "each cell a typed row"],
        "Figures with a source": ["50%", "2 of 4 in prose"],
        "Findings": ["2", "2 notes"],
        "In quarantine": ["0", "nothing was rejected"],
    }
    kept = [line.get_text() for line in page.select("#eye > .kept")]
    assert len(kept) == 3 and f"All {len(statements('checks'))} promise checks hold" in kept[0]


def test_what_the_latest_run_brought_is_told(tmp_path: Path) -> None:
    published = tmp_path / "w.duckdb"
    run_once(published, {"f.txt": FERRIES})
    run_once(published, {"f.txt": FERRIES, "b.txt": BUSES}, batches=[[made_by_hand(BUSES)]])
    page = page_of(published)
    assert [aside.get_text(strip=True) for aside in page.select(".numbers .aside")[:2]] == ["1 new in this run"] + [
        "2 new in this run"
    ]
    assert [row.th.get_text(" ", strip=True) for row in page.select(".listing tbody tr") if row.select(".new")] == [
        "Buses new"
    ]


def test_figures_without_a_source_and_those_who_are_cited(page: BeautifulSoup) -> None:
    silent = {
        entry.dt.a.get_text(): [a.get_text() for a in entry.dd.select("a")] for entry in page.select(".silent > div")
    }
    assert silent == {"ferries.txt": ["7%"], "more/buses.txt": ["3%"]}
    cited = [row.th.get_text() for row in page.select("#sources tbody tr")]
    assert sorted(cited) == ["Transit Watch", "the Harbour Board"]


def test_rejected_rows_and_files_are_told_with_path_and_reason(tmp_path: Path) -> None:
    published = tmp_path / "w.duckdb"
    run_once(published, {"f.txt": FERRIES}, batches=[[with_row(made_by_hand(FERRIES), "quantities", 0, role="price")]])
    with open_store(published) as store:
        run_id = start_run(store, code_version="test")
        gone = Rejection(code="unreadable_file", path="locked.txt", message="Permission denied.")
        load_batch(store, run_id, rejections(gone), "rejected")
        record_files(store, run_id, [source_file("f.txt", FERRIES), SourceFile("locked.txt", None, None, None, None)])
        finish_run(store, run_id, "completed", {})
        publish(store)
    eye = page_of(published).select_one("#eye")
    groups = {concern.h3.code.get_text(): concern.get_text(" ", strip=True) for concern in eye.select(".concern")}
    assert "locked.txt Permission denied." in groups["unreadable_file"]
    assert "f.txt , line 3 quantities.role is price 42%" in groups["unknown_term"].replace("\n", " ")
    assert "parent_rejected" in groups


def test_numerals_that_could_not_be_read_are_listed(tmp_path: Path) -> None:
    article = with_row(made_by_hand(FERRIES), "quantities", 2, role="unresolved")
    page = page_of(warehouse_of(tmp_path, ("a.txt", article, FERRIES)))
    concern = page.find("h3", string=re.compile("no rule could read")) or page.select_one(".concern h3")
    entry = concern.find_parent("div").li
    assert entry.a["href"] == f"#{FERRIES_ID}-L7"
    assert entry.strong.get_text() == "30%"


def test_a_broken_promise_is_told_first(tmp_path: Path) -> None:
    published = tmp_path / "w.duckdb"
    run_once(published, {"f.txt": FERRIES})
    with duckdb.connect(published) as connection:
        connection.execute("DELETE FROM blocks WHERE block_no = 1")
    first = page_of(published).select_one("#eye .concern")
    assert "do not hold" in first.h3.get_text()
    assert "orphan_rows" in [code.get_text() for code in first.select("li code")]


HOSTILE = """<script>alert(1)</script> & "title" \u202egnp.exe

According to <b onload='x'>Watch</b>, "</span></div><img src=x onerror=alert(1)>" fell by 12% {{ 7 * 7 }} {% raw %}.

| Line</td> | Share' onclick=' |
| <i>East</i> | 30% |
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    changes = {"url": "javascript:alert(1)", "author": "<u>\u2067me", "language": "en'>"}
    article = replace(made_by_hand(HOSTILE), **changes)
    return warehouse_of(tmp_path_factory.mktemp("hostile"), ('a"><svg onload=x>.txt', article, HOSTILE))


def test_nothing_in_an_article_becomes_markup(hostile: Path) -> None:
    page = page_of(hostile)
    document = made_by_hand(HOSTILE).document_id[:12]
    assert [line.select_one(".text").get_text() for line in shown_lines(page, document)] == HOSTILE.split("\n")
    assert not page.find_all(
        ["script", "img", "b", "i", "u", "svg", "iframe", "object", "embed", "link", "base", "form"]
    )
    assert not [tag for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert page.find("article", id=document).h3.get_text() == HOSTILE.split("\n", 1)[0]
    assert 'a"><svg onload=x>.txt' in [name.get_text() for name in page.find_all("bdi")]


def test_text_that_changes_direction_stays_in_its_box(hostile: Path) -> None:
    page = page_of(hostile)
    alone = {"bdi", "h3", "th", "td", "div", "q"}
    for text in page.find_all(string=re.compile("[\u202e\u2067]")):
        assert alone & {parent.name for parent in text.parents if parent.name not in ("body", "html")}
    assert all(text["dir"] == "auto" for text in page.select(".text"))


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://news.example.org/a?b=1&c='", True), ("javascript:alert(1)", False), ("data:text/html,x", False)],
)
def test_only_web_addresses_are_links(tmp_path: Path, url: str, linked: bool) -> None:
    page = page_of(warehouse_of(tmp_path, ("a.txt", replace(made_by_hand(BUSES), url=url), BUSES)))
    outward = [link["href"] for link in page.find_all("a") if not link["href"].startswith("#")]
    assert outward == ([url] if linked else [])


def test_the_page_asks_for_nothing_from_elsewhere(published: Path) -> None:
    page = page_of(published)
    assert not page.find_all(["script", "link", "img", "iframe", "object", "embed", "video", "audio", "source", "base"])
    assert not [tag for tag in page.find_all(True) if tag.has_attr("src") or tag.has_attr("style")]
    assert not re.search(r"url\(|@import|@font-face|expression", page.style.get_text())
    assert page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"].startswith(
        "default-src 'none'"
    )


def test_every_link_leads_to_one_place_on_the_page(page: BeautifulSoup) -> None:
    places = Counter(tag["id"] for tag in page.find_all(id=True))
    assert set(places.values()) == {1}
    assert {link["href"].removeprefix("#") for link in page.find_all("a")} <= set(places)


def test_the_same_warehouse_gives_the_same_page(published: Path) -> None:
    assert render(published, Limits()) == render(published, Limits())


def test_another_order_of_loading_gives_the_same_page_but_for_the_run(tmp_path: Path) -> None:
    pages = []
    for number, order in enumerate([[FERRIES, BUSES], [BUSES, FERRIES]]):
        published = tmp_path / str(number) / "w.duckdb"
        batches = [[made_by_hand(text)] for text in order]
        run_once(published, {"a.txt": FERRIES, "b.txt": BUSES}, batches=batches)
        with open_reader(published) as connection:
            (run_id,) = connection.execute("SELECT run_id FROM runs").fetchone()
        page = re.sub(r"<time .*?</time>", "", render(published, Limits()), count=1)
        pages.append(page.replace(run_id, "RUN"))
    assert pages[0] == pages[1]


def test_articles_beyond_the_limit_are_listed_and_linked_to_without_their_text(published: Path) -> None:
    page = page_of(published, shown=1)
    (shown,) = page.find_all("article")
    (listed,) = [row for row in page.select(".listing tbody tr") if row.has_attr("id")]
    assert {shown["id"], listed["id"]} == {FERRIES_ID, BUSES_ID}
    assert "1 of 2 are shown with their text" in page.select_one("#articles > p").get_text(" ", strip=True)
    targets = {link["href"] for link in page.select(".silent a")}
    assert f"#{listed['id']}" in targets and not [to for to in targets if to.startswith(f"#{listed['id']}-L")]
    assert "1 are listed" in page_of(published, shown=1, listed=1).select_one("#articles > p").get_text(" ")


def test_a_long_text_is_cut_and_says_so(published: Path) -> None:
    page = page_of(published, characters=50)
    lines = list(shown_lines(page, FERRIES_ID))
    assert "\n".join(line.select_one(".text").get_text() for line in lines) == FERRIES[:50]
    article = page.find("article", id=FERRIES_ID)
    assert f"its first 50 characters, of {len(FERRIES)}" in article.select_one(".more").get_text()
    assert article.select_one(".later").get_text(" ", strip=True) == "Line 4 A figure names no source"


def test_a_long_list_of_claims_is_cut_and_says_so(published: Path) -> None:
    article = page_of(published, claims=1).find("article", id=FERRIES_ID)
    assert len(article.select(".claims tbody tr")) == 1
    assert article.select_one(".claims .more").get_text().startswith("1 more")


def test_a_content_read_as_two_types_has_two_anchors(tmp_path: Path) -> None:
    published = tmp_path / "w.duckdb"
    plain = made_by_hand(BUSES)
    marked = replace(plain, media_type="text/markdown", extraction_id="e" * 32)
    with open_store(published) as store:
        run_id = start_run(store, code_version="test")
        for article in (plain, marked):
            run_once_in(store, run_id, article)
        files = [source_file("b.txt", BUSES), source_file("b.md", BUSES)._replace(media_type="text/markdown")]
        record_files(store, run_id, files)
        finish_run(store, run_id, "completed", {})
        publish(store)
    anchors = [article["id"] for article in page_of(published).find_all("article")]
    assert sorted(anchors) == [BUSES_ID, f"{BUSES_ID}-1"]


def test_an_empty_warehouse_has_a_report(tmp_path: Path) -> None:
    run_once(tmp_path / "w.duckdb", {})
    page = page_of(tmp_path / "w.duckdb")
    assert not page.find_all("article")
    assert "holds no article" in page.select_one("#articles").get_text()


def test_the_report_is_written_whole_or_not_at_all(published: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "report.html"
    assert write_report(published, target) == target
    assert target.read_text("utf-8") == render(published, Limits())
    with pytest.raises(SourcelineError, match="warehouse_missing"):
        write_report(tmp_path / "none.duckdb", target)
    assert target.read_text("utf-8") == render(published, Limits())
    with pytest.raises(OSError):
        write_report(published, target.parent)
    assert os.listdir(target.parent) == ["report.html"] and sorted(os.listdir(tmp_path)) == ["new"]


def test_every_question_is_described() -> None:
    questions = statements("report/queries")
    assert questions and all(question.description.endswith(".") for question in questions)
