"""Many writers and many readers at once: writers wait for one another, readers get what was published, whole."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from flows.run import run_directly
from flows.settings import Settings
from tests.support.faults import Ended, in_process
from warehouse.check import run_checks
from warehouse.reader import open_reader

ONE_EACH = """
SELECT
    (SELECT count(*) FROM loads),
    (SELECT count(*) FROM runs WHERE state = 'completed'),
    (SELECT count(*) FROM source_files WHERE gone_run IS NULL),
    (SELECT count(*) FROM extractions),
    (SELECT count(DISTINCT extraction_id) FROM source_lines),
    (SELECT count(*) FROM claims WHERE kind = 'quantity'),
    (SELECT count(*) FROM facts WHERE kind = 'quantity')
"""
"""Every run here reads one article with one figure, so that in whatever was published all of these are the same."""


def write_articles(settings: Settings, writer: int, count: int) -> None:
    for number in range(count):
        article = settings.raw / f"{writer}-{number}.txt"
        article.write_text(f"Fares on line {writer} rose by {number + 1}% in 2022.\n", "utf-8")
        run_directly(replace(settings, paths=(article,)))


def ask(settings: Settings, until: Path, least: int, answered: Path) -> None:
    """Ask until the writers are done, and `least` times at least; every answer must be whole."""
    seen, times = 0, 0
    while times < least or not until.exists():
        with open_reader(settings.warehouse) as connection:
            [counts] = connection.execute(ONE_EACH).fetchall()
        assert len(set(counts)) == 1, counts
        assert counts[0] >= seen, "an older state came after a newer one"
        seen, times = counts[0], times + 1
        time.sleep(0.05)  # the writers need the processor, too
    answered.write_text(str(times))


def write_and_ask(folder: Path, *, writers: int, loads: int, queries: int) -> int:
    """How many questions were answered while the writers wrote."""
    settings = Settings(raw=folder / "raw", warehouse=folder / "w/facts.duckdb", workers=1, wait=3600)
    settings.raw.mkdir()
    write_articles(settings, 0, 1)
    with ThreadPoolExecutor() as pool:
        asking = pool.submit(apart, folder / "asking", ask, settings, folder / "done", queries, folder / "answered")
        writing = [
            pool.submit(apart, folder / f"writer {writer}", write_articles, settings, writer, loads)
            for writer in range(1, writers + 1)
        ]
        wrote = [future.result() for future in writing]
        (folder / "done").touch()
        asked = asking.result()
    assert [ended.said for ended in wrote if ended.code] == []
    assert asked.code == 0, asked.said
    with open_reader(settings.warehouse) as connection:
        assert connection.execute("SELECT count(*) FROM extractions").fetchall() == [(writers * loads + 1,)]
        assert run_checks(connection) == []
    return int((folder / "answered").read_text())


def apart(folder: Path, *work: object) -> Ended:
    folder.mkdir()
    return in_process(folder, *work)  # type: ignore[arg-type]


def test_writers_wait_for_one_another_and_readers_are_always_answered(tmp_path: Path) -> None:
    assert write_and_ask(tmp_path, writers=2, loads=2, queries=10) >= 10


@pytest.mark.slow
@pytest.mark.parametrize("limit", [None, "1"], ids=["copied", "in parts"])
def test_8_writers_of_20_loads_and_1000_questions(
    tmp_path: Path, limit: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if limit:
        monkeypatch.setenv("SOURCELINE_COPY_LIMIT", limit)
    assert write_and_ask(tmp_path, writers=8, loads=20, queries=1000) >= 1000
