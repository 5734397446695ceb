"""One writer at a time: the second waits for the first, and says so."""

from __future__ import annotations

import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from schemas.errors import SourcelineError

_PAUSE = 0.1
"""Seconds between two attempts."""


@contextmanager
def locked(path: Path, wait: float = 0) -> Iterator[None]:
    """Hold the lock file at `path`, waiting up to `wait` seconds while another process does.

    The system frees the lock when its holder ends, however it ends. Raises SourcelineError "warehouse_busy".
    """
    with path.open("a+", encoding="ascii") as lock:
        if not _taken(lock):
            _queue(lock, path, wait)
        with suppress(OSError):  # the name of the holder is for the message alone
            os.ftruncate(lock.fileno(), 0)
            os.write(lock.fileno(), str(os.getpid()).encode())
        yield


def _queue(lock: TextIO, path: Path, wait: float) -> None:
    if wait:
        print(f"Waiting for another run (process {_holder(path)}) ...", file=sys.stderr, flush=True)
    deadline = time.monotonic() + wait
    while time.monotonic() < deadline:
        time.sleep(_PAUSE)
        if _taken(lock):
            return
    raise SourcelineError("warehouse_busy", f"{path}, process {_holder(path)}")


def _taken(lock: TextIO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(path: Path) -> str:
    return path.read_text("ascii") or "unknown"
