"""The first half of the page: numbers, what needs an eye, figures without a source, who is cited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from bs4 import BeautifulSoup

from schemas.rejections import Rejection
from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row
from tests.support.pages import anchor_of, page_of, report_on
from tests.support.warehouses import load_batch, rejections, run_once, source_file
from warehouse.ledger import SourceFile, finish_run, record_files, start_run
from warehouse.publish import publish
from warehouse.statements import statements
from warehouse.store import open_store

ARTICLE = made_by_hand(FERRIES)


@pytest.fixture(scope="module")
def page(published: Path) -> BeautifulSoup:
    return page_of(published)


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


def test_what_the_latest_run_brought_is_told(tmp_path: Path) -> None:
    published = tmp_path / "w.duckdb"
    run_once(published, {"f.txt": FERRIES})
    run_once(published, {"f.txt": FERRIES, "b.txt": BUSES}, batches=[[made_by_hand(BUSES)]])
    page = page_of(published)
    told = [aside.get_text(strip=True) for aside in page.select(".numbers .aside")[:2]]
    assert told == ["1 new in this run", "2 new in this run"]
    new = [row.th.get_text(" ", strip=True) for row in page.select(".listing tbody tr") if row.select(".new")]
    assert new == ["Buses new"]


def test_what_holds_is_said(page: BeautifulSoup) -> None:
    kept = [line.get_text() for line in page.select("#eye > .kept")]
    assert len(kept) == 3
    assert f"All {len(statements('checks'))} promise checks hold" in kept[0]


def test_a_broken_promise_is_told_first(tmp_path: Path) -> None:
    published = tmp_path / "w.duckdb"
    run_once(published, {"f.txt": FERRIES})
    with duckdb.connect(published) as connection:
        connection.execute("DELETE FROM blocks WHERE block_no = 1")
    eye = page_of(published).select_one("#eye")
    first = eye.select_one(".concern")
    assert "do not hold" in first.h3.get_text()
    assert "orphan_rows" in [code.get_text() for code in first.select("li code")]
    assert not any("promise" in kept.get_text() for kept in eye.select(".kept"))


def test_findings_are_grouped_by_code_with_their_remedy_and_their_place(tmp_path: Path) -> None:
    odd = {"code": "unresolved_numeral", "severity": "warning"}
    article = with_row(with_row(ARTICLE, "quantities", 1, role="unresolved"), "findings", 0, **odd)
    eye = report_on(tmp_path, article, FERRIES).select_one("#eye")
    (concern,) = eye.select(".concern")
    assert concern.h3.get_text(" ", strip=True) == "1 A numeral that could not be read unresolved_numeral"
    assert "Read the quote by hand." in concern.p.get_text()
    assert concern.li.a["href"] == f"#{anchor_of(article)}-L4"
    assert concern.li.q.get_text() == "7%"
    assert not any("numeral" in kept.get_text() for kept in eye.select(".kept"))


def test_a_long_list_of_findings_is_cut_and_says_so(tmp_path: Path) -> None:
    again = tuple(replace(ARTICLE.findings[0], finding_no=number) for number in range(30))
    group = report_on(tmp_path, replace(ARTICLE, findings=again), FERRIES, examples=20).select_one("#eye details")
    assert group.select_one(".tally").get_text() == "30"
    assert len(group.select("li")) == 20
    assert "10 more" in group.select_one(".more").get_text()


def test_rejected_rows_and_files_are_told_with_path_and_reason(tmp_path: Path) -> None:
    published = tmp_path / "w.duckdb"
    run_once(published, {"f.txt": FERRIES}, batches=[[with_row(ARTICLE, "quantities", 0, role="price")]])
    with open_store(published) as store:
        run_id = start_run(store, code_version="test")
        locked = Rejection(code="unreadable_file", path="locked.txt", message="Permission denied.")
        load_batch(store, run_id, rejections(locked), "rejected")
        record_files(store, run_id, [source_file("f.txt", FERRIES), SourceFile("locked.txt", None, None, None, None)])
        finish_run(store, run_id, "completed", {})
        publish(store)
    concerns = page_of(published).select("#eye .concern")
    told = {concern.h3.code.get_text(): concern.li for concern in concerns}
    assert set(told) == {"unreadable_file", "unknown_term", "parent_rejected"}
    assert told["unreadable_file"].get_text(" ", strip=True) == "locked.txt Permission denied."
    term = told["unknown_term"]
    assert (term.a.get_text(), term.a["href"]) == ("f.txt, line 3", f"#{anchor_of(ARTICLE)}-L3")
    assert (term.code.get_text(), term.q.get_text()) == ("quantities.role", "42%")
    assert "price" in term.get_text()


def test_figures_without_a_source_are_told_by_article(page: BeautifulSoup) -> None:
    entries = page.select(".silent > div")
    silent = {entry.dt.a.get_text(): [a.get_text() for a in entry.dd.select("a")] for entry in entries}
    assert silent == {"ferries.txt": ["7%"], "more/buses.txt": ["3%"]}
    assert entries[0].dd.a["href"] == f"#{anchor_of(ARTICLE)}-L4"


def test_sources_are_told_with_the_number_of_their_claims(page: BeautifulSoup) -> None:
    cited = {row.th.get_text(): row.td.find_next("td").get_text() for row in page.select("#sources tbody tr")}
    assert cited == {"Transit Watch": "1", "the Harbour Board": "1"}
