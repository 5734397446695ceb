"""Runs that are ended from outside or starved, each in a process of its own, and what must hold after any of them.

An instant is a call or a return in the code of the run or the warehouse, or of a function of DuckDB, polars or the
operating system that it calls: a run of the small corpus here has some thousands of them.
"""

from __future__ import annotations

import atexit
import multiprocessing
import multiprocessing.forkserver
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

from flows.run import open_run, run_directly
from flows.settings import Settings
from warehouse.check import run_checks
from warehouse.checksums import checksums
from warehouse.reader import open_reader
from warehouse.store import open_store

ROOT = Path(__file__).parents[2]

_UNWATCHED = str(ROOT / "warehouse/report")  # it would be nearly all instants, and ends in one rename
_WATCHED = tuple(str(ROOT / part) for part in ("flows/run.py", "flows/parse.py", "flows/cli/run.py", "warehouse/"))
_PROCESSES = multiprocessing.get_context("forkserver")
_PRELOADED = ["tests.support.faults", "flows.parse", "flows.cli.main", "flows.cli.run", "warehouse.report.render"]

_PARTING = 5.0
"""Seconds in which what a process started must end after it: a server of processes does when its pipe is closed."""

CORPUS = {
    "a.txt": "Harbour ferries\n\nAccording to a 2023 survey by the Harbour Board, 42% of passengers travel daily.\n",
    "b.md": "# Budget\n\n| Item | Share (2024) |\n|---|---|\n| Roads | 30% |\n| Parks | 12% |\n",
    "c.txt": "Fares rose by 3% in 2022.\n",
    "d.txt": "The club said sales reached HK$10 billion.\n",
    "e.txt": "",
    "sub/f.txt": "Rents fell by 2%, to 900 dollars a month, the council said.\n",
}


@contextmanager
def fork_server_of_runs() -> Iterator[None]:
    """Have processes forked from one that has imported what a run needs; before and after, from a server of their own.

    There is one fork server in a process, and what the jail forks from it must be lean.
    """
    stop = multiprocessing.forkserver._forkserver._stop  # type: ignore[attr-defined]
    stop()
    _PROCESSES.set_forkserver_preload(_PRELOADED)
    yield
    stop()


def write_corpus(folder: Path) -> Settings:
    """The corpus below a folder, and a run of it in small batches."""
    for name, text in CORPUS.items():
        path = folder / "raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return _settings(folder)


def _settings(folder: Path) -> Settings:
    return Settings(raw=folder / "raw", warehouse=folder / "w/facts.duckdb", batch_size=2, workers=1)


def write_staged_corpus(folder: Path) -> Settings:
    """The corpus as a run leaves it that is broken off when all is staged and nothing loaded: it need not be read any
    more, which takes most of the time.
    """
    shutil.copytree(_staged_corpus(), folder, dirs_exist_ok=True)
    return _settings(folder)


@cache
def _staged_corpus() -> Path:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with suppress(KeyboardInterrupt), open_run(write_corpus(folder)) as run:
        for batch in run.plan().batches:
            run.parse(batch)
        raise KeyboardInterrupt
    return folder


def content(settings: Settings) -> dict[str, str]:
    """The checksums of what is published."""
    with open_reader(settings.warehouse) as connection:
        return checksums(connection)


def assert_sound(settings: Settings, acknowledged: Path) -> None:
    """Whatever happened: the store opens, has every load that was acknowledged and keeps its promises; what is
    published keeps them, too.
    """
    with open_store(settings.warehouse) as store:
        loads = {load for (load,) in store.connection.execute("SELECT load_id FROM loads").fetchall()}
        assert set(acknowledged.read_text().split()) <= loads
        assert run_checks(store.connection) == []
    if settings.warehouse.exists():
        with open_reader(settings.warehouse) as connection:
            assert run_checks(connection) == []


def assert_ends_well(settings: Settings, expected: dict[str, str]) -> None:
    """The next run ends well, leaves nothing behind, and its content is that of a run that nothing befell."""
    assert run_directly(settings).failed_checks == {}
    assert content(settings) == expected
    left = {path.name for path in settings.warehouse.parent.iterdir()} - {"facts.parts"}
    assert left == {"facts.duckdb", "facts.store.duckdb", "facts.store.duckdb.lock", "report.html"}


class Ended:
    """How a process ended: its exit code (negative for a signal), and what it said."""

    def __init__(self, code: int, said: str) -> None:
        self.code = code
        self.said = said


def in_process(folder: Path, work: Callable[..., None], *arguments: Any) -> Ended:
    """Do `work` in a process of its own, in a session of its own; what it says stands in a file below `folder`.

    Raises AssertionError if anything that it started outlives it.
    """
    said = folder / "said.txt"
    process = _PROCESSES.Process(target=_in_session, args=(said, dict(os.environ), work, *arguments))
    process.start()
    process.join()
    deadline = time.monotonic() + _PARTING
    while _lives(process.pid):
        assert time.monotonic() < deadline, "a process was left behind"
        time.sleep(0.01)
    return Ended(process.exitcode or 0, said.read_text("utf-8", "replace") if said.exists() else "")


def _in_session(said: Path, environment: dict[str, str], work: Callable[..., None], *arguments: Any) -> None:
    os.setsid()
    os.environ.update(environment)  # that of now: the server of processes has the one it was started with
    with said.open("w") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    work(*arguments)


def _lives(group: int | None) -> bool:
    try:
        os.killpg(group or 0, 0)
    except ProcessLookupError:
        return False
    return True


def run_until(settings: Settings, acknowledged: Path, instant: int, number: int) -> None:
    """Run, entering each load that returned in `acknowledged`; at the given instant send the signal to oneself."""
    with _acknowledging(acknowledged), _at(instant, lambda: _send(number, acknowledged.with_name("sent"))):
        run_directly(settings)


def command_until(settings: Settings, acknowledged: Path, instant: int, number: int) -> None:
    """As `run_until`, by the command line, with its exit code."""
    from flows.cli.main import main

    sys.argv = ["sourceline", "run", "--direct", "--raw", str(settings.raw), "--warehouse", str(settings.warehouse)]
    sys.argv += ["--batch-size", str(settings.batch_size), "--workers", "1"]
    with _acknowledging(acknowledged), _at(instant, lambda: _send(number, acknowledged.with_name("sent"))):
        main()


def _send(number: int, noted: Path) -> None:
    """Send the signal to oneself, and note when."""
    noted.write_text(str(time.monotonic()))
    os.kill(os.getpid(), number)


def command_in_files_of(settings: Settings, acknowledged: Path, most: int) -> None:
    """The command line, with no file that may grow beyond `most` bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    command_until(settings, acknowledged, -1, signal.SIGTERM)


def count_instants(settings: Settings, counted: Path) -> None:
    """Run to the end, and enter how many instants there were."""
    passed = 0

    def count() -> None:
        nonlocal passed
        passed += 1

    with _each(count):
        run_directly(settings)
    counted.write_text(str(passed))


@contextmanager
def _acknowledging(path: Path) -> Iterator[None]:
    from flows import run

    load = run.load
    with path.open("a") as file:

        def acknowledged(*arguments: Any) -> Any:
            loaded = load(*arguments)
            if loaded.rows:
                file.write(f"{loaded.load_id}\n")
                file.flush()
            return loaded

        run.load = acknowledged  # type: ignore[assignment]
        yield


@contextmanager
def _at(instant: int, act: Callable[[], None]) -> Iterator[None]:
    left = instant

    def count() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            act()

    with _each(count):
        yield


@contextmanager
def _each(count: Callable[[], None]) -> Iterator[None]:
    def watch(frame: FrameType, event: str, argument: Any) -> None:
        name = frame.f_code.co_filename
        if name.startswith(_WATCHED) and not name.startswith(_UNWATCHED):
            count()

    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(None)
