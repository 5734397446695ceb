"""A disk that is full at any point of a run: one coded error, and with room again nothing is lost."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flows.run import run_directly
from flows.settings import Settings
from tests.support.faults import (
    Ended,
    assert_ends_well,
    assert_sound,
    command_in_files_of,
    command_until,
    content,
    in_process,
    write_corpus,
    write_staged_corpus,
)
from warehouse.store import store_path


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], int]:
    """The content of a run with room enough, and the size of its largest file."""
    settings = write_corpus(tmp_path_factory.mktemp("whole"))
    run_directly(settings)
    return content(settings), store_path(settings.warehouse).stat().st_size


def assert_told(ended: Ended) -> None:
    """Either there was room enough (one of the files is empty, which is exit code 1), or one error says what is up."""
    if ended.code != 1:
        assert ended.code == 3, ended.said
        assert ended.said.count("[disk_full]") == 1
        assert "Traceback" not in ended.said


def fill(folder: Path, most: int, expected: dict[str, str], *, staged: bool = False) -> int:
    """Run with no file larger than `most`; the exit code."""
    settings = write_staged_corpus(folder) if staged else write_corpus(folder)
    (folder / "acknowledged").touch()
    ended = in_process(folder, command_in_files_of, settings, folder / "acknowledged", most)
    assert_told(ended)
    assert_sound(settings, folder / "acknowledged")
    assert_ends_well(settings, expected)
    return ended.code


def test_a_file_that_may_not_grow_is_a_full_disk(tmp_path: Path, whole: tuple[dict[str, str], int]) -> None:
    content, size = whole
    codes = [fill(tmp_path / str(most), most, content, staged=True) for most in (5_000, size // 2, size - 5_000)]
    assert codes[0] == codes[1] == 3


@pytest.mark.slow
def test_files_that_may_not_grow_at_20_points(tmp_path: Path, whole: tuple[dict[str, str], int]) -> None:
    content, size = whole
    codes = [fill(tmp_path / str(point), size * point // 19, content) for point in range(1, 21)]
    assert codes.count(3) >= 10


@pytest.mark.slow
def test_a_full_disk_at_20_points(tmp_path: Path, whole: tuple[dict[str, str], int]) -> None:
    codes = []
    for point in range(1, 21):
        folder = tmp_path / str(point)
        settings = write_corpus(folder)
        with small_disk(folder / "w", whole[1] * point // 7):
            codes.append(run_on(settings, folder))
            assert_sound(settings, folder / "acknowledged")
            subprocess.run(["mount", "-o", "remount,size=64m", str(folder / "w")], check=True)
            assert_sound(settings, folder / "acknowledged")
            assert_ends_well(settings, whole[0])
    assert codes.count(3) >= 10


def run_on(settings: Settings, folder: Path) -> int:
    ended = in_process(folder, command_until, settings, folder / "acknowledged", -1, 0)
    assert_told(ended)
    return ended.code


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[None]:
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=False)
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)
