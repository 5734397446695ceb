"""Quarantine has a way back: what is mended is read again, and only that."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from flows.extract import extract
from flows.replay import Replayed, replay
from flows.run import run_directly
from flows.settings import Settings
from warehouse.check import run_checks
from warehouse.checksums import checksums
from warehouse.reader import open_reader
from warehouse.verify import verify

Fault = Callable[..., Any]
"""What takes the place of `extract`."""

ARTICLES = {
    "a.txt": "Harbour ferries\n\n42% of passengers travel daily, the Harbour Board said.\n",
    "b.txt": "Fares rose by 3% in 2022.\n",
    "sub/c.txt": "Rents fell by 2% and 5% of flats stood empty.\n",
}


def articles_below(folder: Path) -> Settings:
    for name, text in ARTICLES.items():
        (folder / "raw" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "raw" / name).write_text(text, "utf-8")
    return Settings(raw=folder / "raw", warehouse=folder / "w/facts.duckdb", workers=1)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return articles_below(tmp_path)


@pytest.fixture(scope="module")
def faultless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The checksums of a warehouse that never had a fault."""
    settings = articles_below(tmp_path_factory.mktemp("faultless"))
    run_directly(settings)
    with open_reader(settings.warehouse) as connection:
        return checksums(connection)


def ask(settings: Settings, sql: str) -> list[tuple[Any, ...]]:
    with open_reader(settings.warehouse) as connection:
        return connection.execute(sql).fetchall()


def crashing(source: bytes, **options: Any) -> Any:
    if b"Harbour" not in source:
        raise ZeroDivisionError("a rule's fault")
    return extract(source, **options)


def misreading(source: bytes, **options: Any) -> Any:
    """Every first quantity gets a role that no contract knows."""
    article = extract(source, **options)
    return replace(article, quantities=(replace(article.quantities[0], role="price"), *article.quantities[1:]))


@pytest.fixture(scope="module")
def first_runs(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Fault], Path]:
    """The folder of a landing zone and of the warehouse that a run with a fault made of it."""

    @cache
    def made(fault: Fault) -> Path:
        folder = tmp_path_factory.mktemp("first")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("flows.outcomes.extract", fault)
            assert run_directly(articles_below(folder)).flawed
        return folder

    return made


@pytest.fixture
def run_with(first_runs: Callable[[Fault], Path], tmp_path: Path) -> Callable[[Fault], object]:
    """Makes the articles and the warehouse of a test those of a run with a fault."""
    return lambda fault: shutil.copytree(first_runs(fault), tmp_path, dirs_exist_ok=True)


def assert_sound(settings: Settings, expected: dict[str, str]) -> None:
    """The warehouse holds its promises and says what is expected."""
    with open_reader(settings.warehouse) as connection:
        assert run_checks(connection) == []
        assert verify(connection, settings.raw).problems == ()
        assert checksums(connection) == expected


@pytest.mark.parametrize(("fault", "entries"), [(crashing, 2), (misreading, 3)])
def test_what_is_mended_is_read_again_and_closed(
    settings: Settings,
    run_with: Callable[[Fault], object],
    faultless: dict[str, str],
    fault: Fault,
    entries: int,
) -> None:
    run_with(fault)
    assert len(ask(settings, "SELECT DISTINCT document_id FROM current_quarantine")) == entries
    done = replay(settings)
    assert (done.documents, done.open) == (entries, 0)
    assert ask(settings, "FROM current_quarantine") == []
    assert ask(settings, "SELECT DISTINCT status FROM quarantine") == [("fixed",)]
    assert_sound(settings, faultless)


@pytest.mark.parametrize(("fault", "code"), [(crashing, "extraction_crashed"), (misreading, "unknown_term")])
def test_what_fails_again_stays_open_and_is_not_entered_twice(
    settings: Settings,
    run_with: Callable[[Fault], object],
    monkeypatch: pytest.MonkeyPatch,
    fault: Fault,
    code: str,
) -> None:
    run_with(fault)
    before = ask(settings, "SELECT quarantine_id, status FROM quarantine ORDER BY ALL")
    with monkeypatch.context() as patch:
        patch.setattr("flows.outcomes.extract", fault)
        done = replay(settings, code)
    assert (done.fixed, done.open) == (0, len(before) if fault is crashing else 3)
    assert ask(settings, "SELECT quarantine_id, status FROM quarantine ORDER BY ALL") == before


def test_only_what_is_asked_for_is_read_again(settings: Settings, run_with: Callable[[Fault], object]) -> None:
    run_with(crashing)
    assert replay(settings, "not_text") == Replayed(0, 0, 0)
    assert replay(replace(settings, paths=(settings.raw / "sub",))) == Replayed(1, 1, 0)
    assert ask(settings, "SELECT article FROM quarantine_entries WHERE status = 'open'") == [("b.txt",)]
    assert replay(replace(settings, paths=(settings.raw / "a.txt",))) == Replayed(0, 0, 0)


def test_what_was_never_rejected_is_left_alone(settings: Settings, run_with: Callable[[Fault], object]) -> None:
    run_with(crashing)
    load = "SELECT load_id FROM current_extractions WHERE path = 'a.txt'"
    before = ask(settings, load)
    (settings.raw / "new.txt").write_text("Tolls rose by 1%.\n", "utf-8")
    replay(settings)
    assert ask(settings, load) == before
    assert ask(settings, "SELECT count(*) FROM source_files") == [(3,)]


def test_a_path_that_gives_a_document_now_is_fixed(settings: Settings) -> None:
    (settings.raw / "empty.txt").touch()
    run_directly(settings)
    assert replay(settings, "empty_file") == Replayed(0, 0, 1)
    (settings.raw / "empty.txt").write_text("Tolls rose by 1%.\n", "utf-8")
    assert replay(settings, "empty_file") == Replayed(1, 1, 0)
    assert ask(settings, "SELECT path FROM current_extractions WHERE path = 'empty.txt'") == [("empty.txt",)]


def test_a_document_that_crashes_this_time_keeps_the_rows_that_it_has(
    settings: Settings, run_with: Callable[[Fault], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    run_with(misreading)
    before = ask(settings, "SELECT quote FROM claims ORDER BY ALL")
    with monkeypatch.context() as patch:
        patch.setattr("flows.outcomes.extract", crashing)
        replay(settings)
    assert len(ask(settings, "SELECT quote FROM claims ORDER BY ALL")) >= len(before)
    assert ask(settings, "SELECT count(*) FROM extractions") == [(3,)]
