from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.errors import SourcelineError
from tests.support.articles import BUSES, FERRIES, made_by_hand
from tests.support.warehouses import run_once
from warehouse.store import Store, open_store
from warehouse.versions import Version, find_version, held_versions, publish_version, published_version


@pytest.fixture(scope="module")
def two_runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store of two documents read by version 9, one of them by version 10 as well, and a third by
    version 10 alone.
    """
    published = tmp_path_factory.mktemp("versions") / "w.duckdb"
    new = "Trams\n\nTickets cost 4% more.\n"
    files = {"a.txt": FERRIES, "b.txt": BUSES}
    old = [made_by_hand(text, parser_version="9") for text in files.values()]
    run_once(published, files, batches=[old])
    later = [made_by_hand(text, parser_version="10") for text in (FERRIES, new)]
    run_once(published, files | {"c.txt": new}, batches=[later])
    return published.parent


@pytest.fixture
def store(two_runs: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copytree(two_runs, tmp_path, dirs_exist_ok=True)
    with open_store(tmp_path / "w.duckdb") as store:
        yield store


def shown(store: Store) -> list[tuple[str, str]]:
    return store.connection.execute("SELECT path, parser_version FROM current_extractions ORDER BY path").fetchall()


def test_a_new_version_is_loaded_beside_the_old_and_only_what_the_old_never_read_is_shown(store: Store) -> None:
    assert shown(store) == [("a.txt", "9"), ("b.txt", "9"), ("c.txt", "10")]
    assert held_versions(store.connection) == [Version("9/1", 2, True), Version("10/1", 2, False)]


def test_publishing_it_shows_it_wherever_it_has_read(store: Store) -> None:
    assert publish_version(store).name == "10/1"
    assert shown(store) == [("a.txt", "10"), ("b.txt", "9"), ("c.txt", "10")]
    assert published_version(store.connection) == Version("10/1", 2, True)


def test_an_older_version_can_be_published_again(store: Store) -> None:
    publish_version(store)
    assert publish_version(store, "9").name == "9/1"
    assert shown(store) == [("a.txt", "9"), ("b.txt", "9"), ("c.txt", "10")]


def test_publishing_what_is_shown_enters_nothing(store: Store) -> None:
    publish_version(store)
    publish_version(store)
    assert store.connection.execute("SELECT kind, subject FROM decisions").fetchall() == [("publish", "10/1")]


def test_a_version_is_found_by_its_whole_name_or_its_parser(store: Store) -> None:
    assert find_version(store.connection, "9") == find_version(store.connection, "9/1")
    with pytest.raises(SourcelineError) as refused:
        find_version(store.connection, "1")
    assert refused.value.code == "unknown_version"


def test_an_empty_warehouse_has_no_version(tmp_path: Path) -> None:
    with open_store(tmp_path / "w.duckdb") as store, pytest.raises(SourcelineError) as refused:
        published_version(store.connection)
    assert refused.value.code == "unknown_version"


def test_a_warehouse_from_before_versions_were_published_shows_the_newest(tmp_path: Path) -> None:
    batches = [[made_by_hand(BUSES, parser_version=version)] for version in ("9", "10", "2")]
    run_once(tmp_path / "w.duckdb", {"a.txt": BUSES}, batches=batches)
    with open_store(tmp_path / "w.duckdb") as store:
        assert shown(store) == [("a.txt", "9")]
        store.connection.execute("DROP TABLE decisions CASCADE")
        store.connection.execute("DELETE FROM migrations WHERE name LIKE '%decisions' OR name = 'views'")
    with open_store(tmp_path / "w.duckdb") as store:
        assert shown(store) == [("a.txt", "10")]
