"""A jail for hostile documents: tasks are done in child processes, and what kills one of them costs its task alone.

The children come from a fork server that has imported the readers, tried them, and nothing else (no frames, no
scheduler), so that a fresh one costs milliseconds and a cap on address space means what it says. A child does one task
at a time, so that it is known what it died of. One that had done others before may have died of what they left behind:
its task is given once more, to a fresh child, and the verdict never depends on what was read before.

Caps bound what a document costs. They are no sandbox: a child may do what this user may.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from types import ModuleType
from typing import Any, NamedTuple, TypeVar

from flows.cells import OUT_OF_MEMORY, READY, serve
from flows.limits import Caps

Task = TypeVar("Task")
Result = TypeVar("Result")

PRELOADED = ["flows.outcomes", "flows.warm", "flows.reading.pdf.read", "pypdfium2", "pdfplumber"]
"""What the fork server imports for all children; it passes over what it cannot."""

NEVER = float("inf")


class Death(NamedTuple):
    """The end of a process over its task: a code of `schemas.codes`, and how it ended.

    `final` is whether a fresh process would come to the same.
    """

    code: str
    message: str
    final: bool = False


_OVERTIME = Death("too_much_time", "Reading took more processor time than a document may take.", final=True)
_OVERSTAYED = Death("too_much_time", "Reading took longer than a document may take.", final=True)
_SWOLLEN = Death("too_much_memory", "Reading needed more memory than a document may take.")
_BY_EXIT_CODE = {
    -signal.SIGXCPU: _OVERTIME,
    -signal.SIGABRT: _SWOLLEN,  # how PDFium and the C++ library end a process that can allocate no more
    OUT_OF_MEMORY: _SWOLLEN,
}


def run_jailed(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    *,
    children: int,
    caps: Callable[[Task], Caps | None],
) -> list[Result | Death]:
    """What `work` makes of each task, in their order, in up to `children` processes; `caps` tells what each may take.

    `work`, the tasks and the results are pickled. Raises RuntimeError when a process cannot be started.
    """
    outcomes: dict[int, Result | Death] = {}
    waiting = deque(range(len(tasks)))
    idle: list[_Cell] = []
    busy: list[_Cell] = []

    def give(cell: _Cell, number: int) -> None:
        busy.append(cell)
        cell.give(number, tasks[number], caps(tasks[number]))

    try:
        while waiting or busy:
            while waiting and len(busy) < children:
                give(idle.pop() if idle else _Cell(work), waiting.popleft())
            for cell in _done(busy):
                busy.remove(cell)
                outcome = cell.take()
                if not isinstance(outcome, Death):
                    idle.append(cell)
                elif cell.used and not outcome.final:
                    give(_Cell(work), cell.number)
                    continue
                outcomes[cell.number] = outcome
    finally:
        for cell in (*idle, *busy):
            cell.close()
    return [outcomes[number] for number in range(len(tasks))]


class _Cell:
    """A child process and the task that it does."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(PRELOADED)
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, work), daemon=True)
        with _bare_main():
            self.process.start()
        theirs.close()
        self.number = -1
        self.deadline = NEVER
        self.used = False
        if self._hear() != READY:
            raise RuntimeError("a process to read documents in cannot be started")

    def give(self, number: int, task: object, caps: Caps | None) -> None:
        self.used = self.number >= 0
        self.number = number
        self.deadline = time.monotonic() + caps.wall if caps else NEVER
        with suppress(ConnectionError):  # it died while it waited, and `take` will find it dead
            self.pipe.send((task, caps))

    def take(self) -> Any:
        """What came of the task, or the death over it."""
        if self.pipe.poll():
            return self._hear()
        self.close()
        return _OVERSTAYED

    def close(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()

    def _hear(self) -> Any:
        try:
            return self.pipe.recv()
        except (EOFError, ConnectionError):
            self.process.join()
            self.pipe.close()
            return _death(self.process.exitcode or 0)


def _death(code: int) -> Death:
    told = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    return _BY_EXIT_CODE.get(code, Death("extraction_crashed", f"The process that read it ended with {told}."))


def _done(cells: Collection[_Cell]) -> list[_Cell]:
    """The cells that have answered, died or overstayed; waits for the first."""
    patience = min(cell.deadline for cell in cells) - time.monotonic()
    heard = wait([cell.pipe for cell in cells], None if patience == NEVER else max(patience, 0))
    now = time.monotonic()
    return [cell for cell in cells if cell.pipe in heard or now >= cell.deadline]


@contextmanager
def _bare_main() -> Iterator[None]:
    """Hide the main module while a process starts: it would import it again, Prefect's engine and all."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
