"""What a task does to its process is the matter of that task alone, and no process outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

from flows.jail import Death, run_jailed
from flows.limits import Caps
from tests.support.tasks import misbehave

TIGHT = Caps(memory=400 << 20, cpu=1, wall=30)
PROJECT = Path(__file__).parents[2]


def jailed(*tasks: str, children: int = 1, caps: Caps | None = TIGHT) -> list[str]:
    """What came of each task: the code of its death, or its answer."""
    outcomes = run_jailed(misbehave, tasks, children=children, caps=lambda _: caps)
    return [outcome.code if isinstance(outcome, Death) else outcome for outcome in outcomes]


@pytest.mark.parametrize("children", [1, 2, 5])
def test_answers_come_in_the_order_of_tasks(children: int) -> None:
    tasks = [str(number) for number in range(20)]
    assert jailed(*tasks, children=children) == tasks


def test_no_task_needs_no_process() -> None:
    assert jailed() == []


@pytest.mark.parametrize(
    ("task", "code"),
    [
        ("crash", "extraction_crashed"),
        ("signal SIGKILL", "extraction_crashed"),
        ("exit 0", "extraction_crashed"),
        ("exit 9", "extraction_crashed"),
        ("raise x", "extraction_crashed"),
        ("swell", "too_much_memory"),
        ("abort", "too_much_memory"),
        ("spin", "too_much_time"),
    ],
)
def test_a_task_that_kills_its_process_costs_itself_alone(task: str, code: str) -> None:
    assert jailed("a", task, "b", task, "c", children=2) == ["a", code, "b", code, "c"]


def test_a_death_tells_how_the_process_ended() -> None:
    [outcome] = run_jailed(misbehave, ["signal SIGSEGV"], children=1, caps=lambda _: None)
    assert outcome == Death("extraction_crashed", "The process that read it ended with signal SIGSEGV.")


def test_a_task_that_waits_for_ever_is_ended_by_the_clock() -> None:
    assert jailed("a", "sleep", "b", caps=Caps(400 << 20, cpu=1, wall=0.5)) == ["a", "too_much_time", "b"]


def test_processes_are_used_again() -> None:
    assert len(set(jailed(*["pid"] * 10, children=2))) <= 2


def test_each_task_has_the_whole_of_its_processor_time() -> None:
    """Three times 0.6 seconds are more than the cap of one second."""
    assert jailed(*["work 0.6"] * 3) == ["work 0.6"] * 3


def test_a_process_that_others_have_filled_passes_no_verdict() -> None:
    """Each of these tasks fits under the cap alone, and not on top of what the ones before it left behind."""
    assert jailed(*["keep 150000000"] * 4) == ["keep 150000000"] * 4


def test_caps_are_those_of_the_task() -> None:
    caps = {"keep 500000000": None, "keep 500000001": TIGHT}
    outcomes = run_jailed(misbehave, [*caps, "a"], children=1, caps=caps.get)
    assert [getattr(outcome, "code", outcome) for outcome in outcomes] == ["keep 500000000", "too_much_memory", "a"]


@pytest.mark.parametrize("module", ["prefect", "polars", "pandera", "duckdb", "pyarrow"])
def test_a_process_that_reads_is_lean(module: str) -> None:
    assert jailed(f"import {module}", "import flows.extract") == ["False", "True"]


def test_work_that_cannot_be_found_is_a_fault_of_the_program() -> None:
    with pytest.raises(RuntimeError, match="cannot be started"):
        run_jailed(partial(misbehave, Unknown()), ["a"], children=1, caps=lambda _: None)


class Unknown:
    """Something that can be sent and not be received."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return import_module, ("no_such_module",)


PARENT = """
import sys
from flows.jail import run_jailed
from tests.support.tasks import misbehave

run_jailed(misbehave, ["tell " + sys.argv[1]] * 2, children=2, caps=lambda _: None)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_outlives_its_parent(how: signal.Signals, tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path)], cwd=PROJECT, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        wait_for(lambda: len(list(tmp_path.iterdir())) == 2)
        children = [int(path.name) for path in tmp_path.iterdir()]
        assert all(map(alive, children))
        parent.send_signal(how)
        parent.wait(10)
        wait_for(lambda: not any(map(alive, children)))
    finally:
        parent.kill()
        parent.wait()


def wait_for(condition: object, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def alive(pid: int) -> bool:
    """Whether a process runs; one that nobody has buried yet does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
