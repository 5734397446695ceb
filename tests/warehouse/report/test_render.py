"""The page as a whole: no article becomes markup, nothing comes from elsewhere, nothing is half written."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from schemas.errors import SourcelineError
from schemas.frames import frames
from schemas.validation import validate
from tests.support.articles import BUSES, FERRIES, made_by_hand
from tests.support.pages import anchor_of, lines_of, page_of, report_on, text_of
from tests.support.warehouses import load_batch, run_once, source_file
from warehouse.ledger import finish_run, record_files, start_run
from warehouse.publish import publish
from warehouse.reader import open_reader
from warehouse.report.limits import Limits
from warehouse.report.render import render, write_report
from warehouse.statements import statements
from warehouse.store import open_store

HOSTILE = """<script>alert(1)</script> & "title" \u202egnp.exe

According to <b onload='x'>Watch</b>, "</span></div><img src=x onerror=alert(1)>" fell by 12% {{ 7 * 7 }} {% raw %}.

| Line</td> | Share' onclick=' |
| <i>East</i> | 30% |
"""

LOADING = ["script", "link", "img", "iframe", "object", "embed", "video", "audio", "source", "base", "form", "svg"]
"""Elements that run something, or ask for something from elsewhere."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    published = tmp_path_factory.mktemp("hostile") / "w.duckdb"
    article = replace(made_by_hand(HOSTILE), url="javascript:alert(1)", author="<u>\u2067me", language="en'>")
    run_once(published, {'a"><svg onload=x>.txt': HOSTILE}, batches=[[article]])
    return published


def test_nothing_in_an_article_becomes_markup(hostile: Path) -> None:
    page, article = page_of(hostile), made_by_hand(HOSTILE)
    assert "\n".join(map(text_of, lines_of(page, article))) == HOSTILE
    assert not page.find_all([*LOADING, "b", "i", "u"])
    assert not [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert page.find("article", id=anchor_of(article)).h3.get_text() == article.title
    assert 'a"><svg onload=x>.txt' in [name.get_text() for name in page.find_all("bdi")]


def test_text_that_changes_direction_stays_in_its_box(hostile: Path) -> None:
    page = page_of(hostile)
    boxes = ["bdi", "h3", "th", "td", "div", "q"]
    turned = page.body.find_all(string=re.compile("[\u202e\u2067]"))
    assert turned and all(text.find_parent(boxes) for text in turned)
    assert all(text["dir"] == "auto" for text in page.select(".text"))


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://news.example.org/a?b=1&c='", True), ("javascript:alert(1)", False), ("data:text/html,x", False)],
)
def test_only_web_addresses_are_links(tmp_path: Path, url: str, linked: bool) -> None:
    page = report_on(tmp_path, replace(made_by_hand(BUSES), url=url), BUSES)
    outward = [link["href"] for link in page.find_all("a") if not link["href"].startswith("#")]
    assert outward == ([url] if linked else [])


def test_the_page_asks_for_nothing_from_elsewhere(published: Path) -> None:
    page = page_of(published)
    assert not page.find_all(LOADING)
    assert not [tag for tag in page.find_all(True) if {"src", "srcset", "style"} & tag.attrs.keys()]
    assert not re.search(r"url\(|@import|@font-face|expression", page.style.get_text())
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'") and "script" not in policy


def test_every_link_leads_to_one_place_on_the_page(published: Path) -> None:
    page = page_of(published)
    places = Counter(tag["id"] for tag in page.find_all(id=True))
    assert set(places.values()) == {1}
    assert {link["href"].removeprefix("#") for link in page.find_all("a")} <= set(places)


def test_the_same_articles_give_the_same_page_but_for_the_run(tmp_path: Path) -> None:
    pages = []
    for number, order in enumerate([[FERRIES, BUSES], [BUSES, FERRIES]]):
        published = tmp_path / str(number) / "w.duckdb"
        run_once(published, {"a.txt": FERRIES, "b.txt": BUSES}, batches=[[made_by_hand(text)] for text in order])
        with open_reader(published) as connection:
            (run_id,) = connection.execute("SELECT run_id FROM runs").fetchone()
        page = re.sub(r"<time .*?</time>", "", render(published, Limits()), count=1)
        pages.append(page.replace(run_id, "RUN"))
    assert pages[0] == pages[1]


def test_articles_beyond_the_limit_are_listed_and_linked_to_without_their_text(published: Path) -> None:
    page = page_of(published, shown=1)
    (shown,) = page.find_all("article")
    (listed,) = [row for row in page.select(".listing tbody tr") if row.has_attr("id")]
    assert {shown["id"], listed["id"]} == {anchor_of(made_by_hand(text)) for text in (FERRIES, BUSES)}
    assert "1 of 2 are shown with their text" in page.select_one("#articles > p").get_text(" ", strip=True)
    targets = {link["href"] for link in page.select(".silent a") if listed["id"] in link["href"]}
    assert targets == {f"#{listed['id']}"}


def test_articles_beyond_the_listing_are_counted_and_not_linked_to(published: Path) -> None:
    page = page_of(published, shown=1, listed=1)
    assert len(page.select(".listing tbody tr")) == 1
    assert "the list ends after 1" in page.select_one("#articles > p").get_text(" ")
    assert "None" not in {link["href"] for link in page.find_all("a")}


def test_a_content_read_as_two_types_has_two_anchors(tmp_path: Path) -> None:
    published = tmp_path / "w.duckdb"
    plain = made_by_hand(BUSES)
    rich = replace(plain, media_type="text/markdown", extraction_id="e" * 32)
    with open_store(published) as store:
        run_id = start_run(store, code_version="test")
        load_batch(store, run_id, validate(frames([plain, rich])), "both")
        files = [source_file("b.txt", BUSES), source_file("b.md", BUSES)._replace(media_type=rich.media_type)]
        record_files(store, run_id, files)
        finish_run(store, run_id, "completed", {})
        publish(store)
    anchors = [article["id"] for article in page_of(published).find_all("article")]
    assert anchors == [anchor_of(plain), f"{anchor_of(plain)}-1"]


def test_an_empty_warehouse_has_a_report(tmp_path: Path) -> None:
    run_once(tmp_path / "w.duckdb", {})
    page = page_of(tmp_path / "w.duckdb")
    assert not page.find_all("article")
    assert "holds no article" in page.select_one("#articles").get_text()


def test_the_report_is_written_whole_or_not_at_all(published: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "report.html"
    assert write_report(published, target) == target
    written = target.read_text("utf-8")
    assert written == render(published, Limits())
    with pytest.raises(SourcelineError, match="warehouse_missing"):
        write_report(tmp_path / "none.duckdb", target)
    with pytest.raises(OSError):
        write_report(published, target.parent)
    assert target.read_text("utf-8") == written
    assert set(tmp_path.rglob("*")) == {target.parent, target}


def test_every_question_is_described() -> None:
    questions = statements("report/queries")
    assert questions and all(question.description.endswith(".") for question in questions)
