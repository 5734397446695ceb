"""kill -9 and SIGTERM at any instant of a run: it opens again, nothing that was acknowledged is lost or doubled."""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from flows.run import run_directly
from flows.settings import Settings
from tests.support.faults import (
    assert_ends_well,
    assert_sound,
    command_until,
    content,
    count_instants,
    in_process,
    run_until,
    write_corpus,
    write_staged_corpus,
)
from warehouse.reader import open_reader


class Unbroken(NamedTuple):
    """A run that nothing befell: its content and how many instants it has."""

    content: dict[str, str]
    instants: int


def never_broken(folder: Path, settings: Settings) -> Unbroken:
    assert in_process(folder, count_instants, settings, folder / "instants").code == 0
    return Unbroken(content(settings), int((folder / "instants").read_text()))


@pytest.fixture(scope="module")
def from_nothing(tmp_path_factory: pytest.TempPathFactory) -> Unbroken:
    folder = tmp_path_factory.mktemp("from_nothing")
    return never_broken(folder, write_corpus(folder))


@pytest.fixture(scope="module")
def from_stage(tmp_path_factory: pytest.TempPathFactory) -> Unbroken:
    folder = tmp_path_factory.mktemp("from_stage")
    return never_broken(folder, write_staged_corpus(folder))


def instants(count: int, last: int, seed: int) -> list[int]:
    """Instants spread over a run, one in each of as many stretches, so that no step of it is left out."""
    chance = random.Random(seed)
    return [chance.randint(last * number // count + 1, last * (number + 1) // count) for number in range(count)]


def kill(settings: Settings, folder: Path, instant: int, unbroken: Unbroken) -> None:
    ended = in_process(folder, run_until, settings, folder / "acknowledged", instant, signal.SIGKILL)
    assert ended.code == -signal.SIGKILL
    assert_sound(settings, folder / "acknowledged")
    assert_ends_well(settings, unbroken.content)


def terminate(settings: Settings, folder: Path, instant: int, unbroken: Unbroken) -> None:
    ended = in_process(folder, command_until, settings, folder / "acknowledged", instant, signal.SIGTERM)
    assert ended.code == 5, ended.said
    assert time.monotonic() - float((folder / "sent").read_text()) < 10
    assert "[interrupted]" in ended.said
    assert "Traceback" not in ended.said
    assert not list(settings.warehouse.parent.glob("*/*.unfinished"))
    assert_sound(settings, folder / "acknowledged")
    assert_ends_well(settings, unbroken.content)
    with open_reader(settings.warehouse) as connection:
        assert connection.execute("SELECT count(*) FROM runs WHERE state = 'running'").fetchall() == [(0,)]


@pytest.mark.parametrize("number", range(5))
def test_a_run_that_is_killed_loses_and_doubles_nothing(tmp_path: Path, from_stage: Unbroken, number: int) -> None:
    instant = instants(5, from_stage.instants, seed=2)[number]
    kill(write_staged_corpus(tmp_path), tmp_path, instant, from_stage)


@pytest.mark.parametrize("number", range(2))
def test_a_run_that_is_terminated_ends_soon_and_is_gone_on_with(
    tmp_path: Path, from_stage: Unbroken, number: int
) -> None:
    instant = instants(2, from_stage.instants, seed=3)[number]
    terminate(write_staged_corpus(tmp_path), tmp_path, instant, from_stage)


def test_readers_see_the_run_before_until_the_next_is_published(tmp_path: Path) -> None:
    settings = write_corpus(tmp_path)
    (settings.raw / "a.txt").unlink()
    run_directly(settings)
    before = content(settings)
    write_corpus(tmp_path)
    in_process(tmp_path, run_until, settings, tmp_path / "acknowledged", 500, signal.SIGKILL)
    assert content(settings) == before
    run_directly(settings)
    assert content(settings) != before


@pytest.mark.slow
@pytest.mark.parametrize("limit", [None, "1"], ids=["copied", "in parts"])
def test_killed_at_200_instants(
    tmp_path: Path, from_nothing: Unbroken, limit: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if limit:
        monkeypatch.setenv("SOURCELINE_COPY_LIMIT", limit)
    for instant in instants(200, from_nothing.instants, seed=4):
        folder = tmp_path / str(instant)
        kill(write_corpus(folder), folder, instant, from_nothing)


@pytest.mark.slow
def test_terminated_at_50_instants(tmp_path: Path, from_nothing: Unbroken) -> None:
    for instant in instants(50, from_nothing.instants, seed=5):
        folder = tmp_path / str(instant)
        terminate(write_corpus(folder), folder, instant, from_nothing)
