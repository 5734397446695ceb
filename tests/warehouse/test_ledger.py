from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.frames import frames
from schemas.rejections import Rejection
from schemas.validation import validate
from tests.support.articles import BUSES, FERRIES, made_by_hand
from tests.support.warehouses import load_batch, rejections
from warehouse.ledger import Changes, SourceFile, finish_run, present_files, record_files, settled, start_run
from warehouse.store import Store, open_store

A1 = SourceFile("a.txt", "a1", "text/plain", 10, 100)
A2 = SourceFile("a.txt", "a2", "text/plain", 11, 200)
B1 = SourceFile("more/b.txt", "b1", "text/plain", 10, 100)
UNREADABLE = SourceFile("a.txt", None, "text/plain", 10, 100)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "w.duckdb") as store:
        yield store


def intervals(store: Store) -> list[tuple[object, ...]]:
    rows = store.connection.execute("SELECT path, document_id, first_run, gone_run FROM source_files")
    return sorted(rows.fetchall(), key=str)


def test_a_run_is_entered_and_finished(store: Store) -> None:
    first = start_run(store, code_version="0.1.0", flow_run_id="f")
    finish_run(store, first, "completed", {"claims": 3})
    second = start_run(store, code_version="0.1.0")
    assert first < second
    row = store.connection.execute(
        "SELECT flow_run_id, state, counts, finished_at >= started_at FROM runs ORDER BY run_id"
    ).fetchall()
    assert (*row[0][:2], json.loads(row[0][2]), row[0][3]) == ("f", "completed", {"claims": 3}, True)
    assert row[1] == (None, "running", None, None)


def test_files_are_known_by_path_once_recorded(store: Store) -> None:
    assert present_files(store.connection) == []
    assert record_files(store, "r1", [A1, B1]) == Changes(opened=2, closed=0)
    assert present_files(store.connection) == [A1, B1]


def test_an_unchanged_file_keeps_its_interval(store: Store) -> None:
    record_files(store, "r1", [A1])
    assert record_files(store, "r2", [A1]) == Changes(0, 0)
    assert intervals(store) == [("a.txt", "a1", "r1", None)]


def test_a_touched_file_keeps_its_interval_and_gets_its_new_time(store: Store) -> None:
    record_files(store, "r1", [A1])
    touched = A1._replace(mtime_ns=999)
    assert record_files(store, "r2", [touched]) == Changes(0, 0)
    assert present_files(store.connection) == [touched]


def test_a_changed_file_closes_one_interval_and_opens_another(store: Store) -> None:
    record_files(store, "r1", [A1])
    assert record_files(store, "r2", [A2]) == Changes(opened=1, closed=1)
    assert intervals(store) == [("a.txt", "a1", "r1", "r2"), ("a.txt", "a2", "r2", None)]


def test_a_missing_file_is_gone_and_may_come_back(store: Store) -> None:
    record_files(store, "r1", [A1, B1])
    assert record_files(store, "r2", [B1]) == Changes(opened=0, closed=1)
    assert present_files(store.connection) == [B1]
    assert record_files(store, "r3", [A1, B1]) == Changes(opened=1, closed=0)
    assert ("a.txt", "a1", "r1", "r2") in intervals(store)
    assert ("a.txt", "a1", "r3", None) in intervals(store)


@pytest.mark.parametrize(
    ("scope", "left"),
    [
        (["more"], {"a.txt"}),
        (["more/"], {"a.txt"}),
        (["more/b.txt"], {"a.txt"}),
        (["mo"], {"a.txt", "more/b.txt"}),
        ([], {"a.txt", "more/b.txt"}),
        ([""], set()),
    ],
)
def test_only_files_below_what_was_walked_can_be_gone(store: Store, scope: list[str], left: set[str]) -> None:
    record_files(store, "r1", [A1, B1])
    record_files(store, "r2", [], scope)
    assert {file.path for file in present_files(store.connection)} == left


def test_members_of_an_archive_are_places_of_their_own(store: Store) -> None:
    first = A1._replace(path="x.zip", member="a.txt")
    second = A2._replace(path="x.zip", member="b.txt", byte_offset=512)
    assert record_files(store, "r1", [first, second]) == Changes(2, 0)
    assert record_files(store, "r2", [first, second]) == Changes(0, 0)


def test_documents_read_or_rejected_are_settled(store: Store) -> None:
    article = made_by_hand(FERRIES)
    run_id = start_run(store, code_version="test")
    load_batch(store, run_id, validate(frames([article])), "b1")
    rejected = Rejection(code="wrong_shape", message="A picture.", document_id="ff" * 32, media_type="text/plain")
    load_batch(store, run_id, rejections(rejected, Rejection(code="wrong_shape", message="", path="l.txt")), "b2")
    assert settled(store.connection) == {(article.document_id, "text/plain"), ("ff" * 32, "text/plain")}
    assert settled(store.connection, parser_version="of tomorrow") == set()


def test_a_path_that_gives_a_document_at_last_has_its_rejection_fixed(store: Store) -> None:
    denied = Rejection(code="wrong_shape", message="Denied.", path="a.txt")
    other = Rejection(code="wrong_shape", message="Permission denied.", path="b.txt")
    load_batch(store, "r1", rejections(denied, other), "b1")
    record_files(store, "r1", [UNREADABLE])
    assert set(store.connection.execute("SELECT status FROM quarantine").fetchall()) == {("open",)}
    load_batch(store, "r2", validate(frames([made_by_hand(BUSES)])), "b2")
    record_files(store, "r2", [A1])
    rows = store.connection.execute("SELECT path, status FROM quarantine ORDER BY path").fetchall()
    assert rows == [("a.txt", "fixed"), ("b.txt", "open")]
    load_batch(store, "r3", rejections(denied, other), "b1")
    record_files(store, "r3", [UNREADABLE])
    assert set(store.connection.execute("SELECT status FROM quarantine").fetchall()) == {("open",)}


def test_a_path_that_fails_in_another_way_no_longer_fails_in_the_old_one(store: Store) -> None:
    for code in ("empty_file", "unreadable_file", "empty_file"):
        load_batch(store, "r1", rejections(Rejection(code=code, message="", path="a.txt")), code)
        record_files(store, "r1", [UNREADABLE])
        open_now = store.connection.execute("SELECT code FROM quarantine WHERE status = 'open'").fetchall()
        assert open_now == [(code,)]


@pytest.mark.parametrize("folder", [".", "more", "more/deep"])
def test_below_a_folder_that_cannot_be_listed_nothing_is_gone(store: Store, folder: str) -> None:
    deep = B1._replace(path="more/deep/c.txt")
    record_files(store, "r1", [deep])
    record_files(store, "r2", [SourceFile(folder, None, None, None, None)])
    assert "more/deep/c.txt" in {file.path for file in present_files(store.connection)}
    record_files(store, "r3", [])
    assert not [*present_files(store.connection)]


def test_beside_a_folder_that_cannot_be_listed_files_can_be_gone(store: Store) -> None:
    record_files(store, "r1", [A1, B1._replace(path="more_of_it/b.txt")])
    record_files(store, "r2", [SourceFile("more", None, None, None, None)])
    assert {file.path for file in present_files(store.connection)} == {"more"}


def test_a_run_that_was_killed_is_entered_as_interrupted_by_the_next(store: Store) -> None:
    killed = start_run(store, code_version="0.1.0")
    finish_run(store, start_run(store, code_version="0.1.0"), "completed", {})
    rows = store.connection.execute("SELECT run_id = ?, state FROM runs ORDER BY run_id", [killed]).fetchall()
    assert rows == [(True, "interrupted"), (False, "completed")]
