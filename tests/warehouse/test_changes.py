"""What changed since a run, down to the claim."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.articles import BUSES, FERRIES
from tests.support.warehouses import run_once
from warehouse.parameters import bind
from warehouse.reader import open_reader, run, saved_query

EDITED = FERRIES.replace("42%", "43%")


def changes(published: Path, columns: str, **given: str) -> list[tuple[Any, ...]]:
    query = saved_query("what_changed")
    sql = query.sql.rstrip().removesuffix(";")
    with open_reader(published) as connection:
        return run(connection, f"SELECT {columns} FROM ({sql}\n)", bind(query, given)).rows


def since(tmp_path: Path, *runs: dict[str, str], columns: str = "what, change, article") -> list[tuple[Any, ...]]:
    for files in runs:
        run_once(tmp_path / "w.duckdb", files)
    return changes(tmp_path / "w.duckdb", columns)


def test_a_figure_that_was_silently_edited_stands_beside_the_old_one(tmp_path: Path) -> None:
    files = {"a.txt": FERRIES, "b.txt": BUSES}
    found = since(
        tmp_path,
        files,
        files | {"a.txt": EDITED},
        columns="what, change, article, differs, old_figure, new_figure, old_line, new_line",
    )
    assert found == [
        ("article", "changed", "a.txt", None, None, None, None, None),
        ("claim", "changed", "a.txt", "figure, wording", "42 percent", "43 percent", 3, 3),
    ]


def test_both_wordings_are_quoted(tmp_path: Path) -> None:
    found = since(tmp_path, {"a.txt": FERRIES}, {"a.txt": EDITED}, columns="old_quote, new_quote")
    old = "According to the Harbour Board, ridership grew by 42% last year."
    assert found[1] == (old, old.replace("42", "43"))


def test_a_claim_that_somebody_else_makes_now_is_changed(tmp_path: Path) -> None:
    edited = FERRIES.replace("the Harbour Board", "the Port Authority")
    found = since(tmp_path, {"a.txt": FERRIES}, {"a.txt": edited}, columns="change, old_source, new_source")
    assert found[1] == ("changed", "the Harbour Board", "the Port Authority")


def test_a_sentence_that_was_reworded_is_known_again_and_one_that_was_moved_is_no_news(tmp_path: Path) -> None:
    edited = "A new first line\n" + FERRIES.replace("Night services lost 7%", "All night services lost some 8%")
    found = since(tmp_path, {"a.txt": FERRIES}, {"a.txt": edited}, columns="what, change, old_line, new_line")
    assert ("claim", "changed", 4, 5) in found
    assert [row for row in found if row[0] == "claim" and row[2] == 3] == []


def test_claims_that_are_new_or_gone_are_told_alone(tmp_path: Path) -> None:
    edited = FERRIES.replace(
        "Night services lost 7% of their passengers.", "The pier at Hollins opens in spring with 9% off."
    )
    found = since(tmp_path, {"a.txt": FERRIES}, {"a.txt": edited}, columns="what, change, old_figure, new_figure")
    assert {row for row in found if row[0] == "claim"} == {
        ("claim", "lost", "7 percent", None),
        ("claim", "added", None, "9 percent"),
    }


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"a.txt": FERRIES}, {"a.txt": FERRIES}, set()),
        ({"a.txt": FERRIES}, {}, {(what, "lost", "a.txt") for what in ("article", "claim", "finding")}),
        ({"a.txt": FERRIES}, {"b.txt": FERRIES}, {("article", "moved", "b.txt")}),
        ({"a.txt": FERRIES}, {"a.txt": FERRIES, "b.txt": FERRIES}, {
            ("article", "added", "b.txt"), ("claim", "added", "b.txt"), ("finding", "added", "b.txt"),
        }),
    ],
)  # fmt: skip
def test_articles_come_go_and_move(
    tmp_path: Path, before: dict[str, str], after: dict[str, str], told: set[Any]
) -> None:
    later = {"zz.txt": BUSES}  # without news a run is not published
    assert {row for row in since(tmp_path, before, after | later) if row[2] != "zz.txt"} == told


def test_a_finding_that_is_made_of_the_edited_sentence_again_is_no_news(tmp_path: Path) -> None:
    found = since(tmp_path, {"a.txt": FERRIES}, {"a.txt": FERRIES.replace("7%", "8%")})
    assert ("claim", "changed", "a.txt") in found
    assert not [row for row in found if row[0] == "finding"]


def test_changes_are_told_since_any_run_and_any_day(tmp_path: Path) -> None:
    since(tmp_path, {"a.txt": FERRIES}, {"a.txt": EDITED}, {"a.txt": EDITED, "b.txt": BUSES})
    published = tmp_path / "w.duckdb"
    with open_reader(published) as connection:
        first, second, last = (row[0] for row in run(connection, "SELECT run_id FROM runs ORDER BY run_id").rows)
    articles = "DISTINCT change, article"
    assert changes(published, articles) == changes(published, articles, since=second) == [("added", "b.txt")]
    assert {("changed", "a.txt"), ("added", "b.txt")} == set(changes(published, articles, since=first))
    assert changes(published, articles, since=last) == []
    assert {("added", "a.txt"), ("added", "b.txt")} == set(changes(published, articles, since="2020-01-01"))
    assert changes(published, articles, since="2999-01-01") == []


def test_all_is_new_to_the_first_run(tmp_path: Path) -> None:
    assert {row[1] for row in since(tmp_path, {"a.txt": FERRIES})} == {"added"}


def test_a_text_that_says_the_same_a_thousand_times_is_compared_in_time(tmp_path: Path) -> None:
    text = "\n".join(["Ferries", *(["Fares rose by 3% in the north."] * 1000)])
    found = since(tmp_path, {"a.txt": text}, {"a.txt": text.replace("3%", "4%")}, columns="what, change")
    assert found.count(("claim", "changed")) == 1000
