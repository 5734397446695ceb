"""The inside of the jail: a process that works on one task after the other and never takes the next with it.

It runs under the parent's caps, ends when the parent does, and ends itself when memory runs out: what is left in a
process after that cannot be trusted.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
from collections.abc import Callable
from contextlib import suppress
from fcntl import F_GETFL, F_SETFL, F_SETOWN, fcntl
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from typing import Any

from flows.limits import Caps

OUT_OF_MEMORY = 77
"""The exit code of a cell that could allocate no more."""

READY = "ready"
"""What a cell says first."""


def serve(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """Answers each `(task, caps)` that comes down the pipe with what `work` makes of it, until the pipe is closed."""
    _end_with_parent()
    gc.freeze()  # what was imported stays: the collector need not look through it again and again
    with suppress(EOFError, ConnectionError):
        pipe.send(READY)
        while True:
            task, caps = pipe.recv()
            confine(caps)
            try:
                pipe.send(work(task))
            except MemoryError:
                os._exit(OUT_OF_MEMORY)


def confine(caps: Caps | None) -> None:
    """Put this process under caps, or free it of them. Beyond the processor time the kernel ends it with SIGXCPU."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(usage.ru_utime + usage.ru_stime) + 1
    _soften(resource.RLIMIT_CPU, spent + caps.cpu if caps else resource.RLIM_INFINITY)
    _soften(resource.RLIMIT_AS, caps.memory if caps else resource.RLIM_INFINITY)
    _soften(resource.RLIMIT_CORE, 0)


def _soften(kind: int, soft: int) -> None:
    """Set the soft limit alone, which may be raised again, and never above the hard one."""
    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY and (soft == resource.RLIM_INFINITY or soft > hard):
        soft = hard
    resource.setrlimit(kind, (soft, hard))


def _end_with_parent() -> None:
    """The pipe that only the parent could write to raises SIGIO when it is gone, and that ends this process.

    Where SIGIO ends nothing (macOS), the closed pipe of the tasks does, once the task at hand is done.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, too
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    if parent := parent_process():
        fcntl(parent.sentinel, F_SETOWN, os.getpid())
        fcntl(parent.sentinel, F_SETFL, fcntl(parent.sentinel, F_GETFL) | os.O_ASYNC)
