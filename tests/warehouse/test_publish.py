from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.articles import BUSES, FERRIES
from tests.support.warehouses import run_once
from warehouse.ledger import finish_run, start_run
from warehouse.publish import publish
from warehouse.reader import open_reader, run
from warehouse.store import open_store


@pytest.fixture(params=["copied", "in parts"])
def form(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How a warehouse is published: as below and as above the size up to which it is copied."""
    if request.param == "in parts":
        monkeypatch.setenv("SOURCELINE_COPY_LIMIT", "1")
    return str(request.param)


@pytest.fixture
def published(tmp_path: Path, form: str) -> Path:
    run_once(tmp_path / "w.duckdb", {"a.txt": FERRIES})
    return tmp_path / "w.duckdb"


def articles(published: Path) -> int:
    with open_reader(published) as connection:
        return int(run(connection, "SELECT count(*) FROM current_extractions").rows[0][0])


def test_the_first_run_is_published(published: Path) -> None:
    assert articles(published) == 1


def test_a_run_that_changes_nothing_leaves_the_published_file_alone(published: Path) -> None:
    before = published.stat()
    assert not run_once(published, {"a.txt": FERRIES})
    assert (published.stat().st_ino, published.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("files", [{"a.txt": BUSES}, {"a.txt": FERRIES, "b.txt": BUSES}, {"b.txt": FERRIES}, {}])
def test_a_run_with_news_is_published(published: Path, files: dict[str, str]) -> None:
    assert run_once(published, files)
    assert articles(published) == len(files)


def test_what_an_interrupted_run_left_behind_is_published_by_the_next(published: Path) -> None:
    with open_store(published) as store:
        store.connection.execute("INSERT INTO loads VALUES ('l', 'r', now() AT TIME ZONE 'UTC')")
    published.with_name("w.duckdb.new").write_text("torn")
    published.with_name("w.duckdb.new.wal").write_text("torn")
    with open_store(published) as store:
        assert publish(store)
    assert not list(published.parent.glob("*.new*"))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE source_files SET size = size + 1",
        "UPDATE extraction_rows SET extracted = extracted + 1",
        "INSERT INTO loads VALUES ('l', 'r', now() AT TIME ZONE 'UTC')",
        "CREATE TABLE of_tomorrow AS SELECT 1 AS a",
    ],
)
def test_whatever_changes_in_the_ledger_is_published(published: Path, change: str) -> None:
    with open_store(published) as store:
        store.connection.execute(change)
        assert publish(store)
        assert not publish(store)


def test_a_run_alone_is_no_news(published: Path) -> None:
    with open_store(published) as store:
        finish_run(store, start_run(store, code_version="test"), "failed", {})
        assert not publish(store)


def test_a_lost_or_damaged_snapshot_is_made_again(published: Path) -> None:
    published.write_text("torn")
    assert run_once(published, {"a.txt": FERRIES})
    published.unlink()
    assert run_once(published, {"a.txt": FERRIES})
    assert articles(published) == 1


def test_readers_go_on_reading_what_they_opened(published: Path) -> None:
    with open_reader(published) as connection:
        assert run_once(published, {"a.txt": FERRIES, "b.txt": BUSES})
        assert run(connection, "SELECT count(*) FROM extractions").rows == [(1,)]
    assert articles(published) == 2


def test_the_store_can_be_written_after_publishing(tmp_path: Path, form: str) -> None:
    with open_store(tmp_path / "w.duckdb") as store:
        assert publish(store)
        store.connection.execute("INSERT INTO loads VALUES ('l', 'r', now() AT TIME ZONE 'UTC')")
        assert publish(store)
        assert not publish(store)
    assert not list(tmp_path.glob("*.new"))
