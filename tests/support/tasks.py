"""Work for the jail: each task says what is to be done to the process that does it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from itertools import count
from pathlib import Path

KEPT: list[bytearray] = []


def misbehave(task: str) -> str:  # noqa: C901, PLR0912 - one line for each way to go wrong
    """Do what the task says, or give it back."""
    verb, _, what = task.partition(" ")
    match verb:
        case "import":
            return str(what in sys.modules)
        case "pid":
            return str(os.getpid())
        case "keep":
            KEPT.append(bytearray(int(what)))
        case "swell":
            KEPT.extend(bytearray(1 << 24) for _ in count())
        case "abort":
            os.abort()
        case "crash":
            ctypes.string_at(0)
        case "exit":
            os._exit(int(what))
        case "signal":
            os.kill(os.getpid(), getattr(signal, what))
        case "raise":
            raise EOFError(what)
        case "work":
            end = time.process_time() + float(what)
            while time.process_time() < end:
                pass
        case "spin":
            for _ in count():
                pass
        case "sleep":
            time.sleep(1_000)
        case "tell":
            Path(what).joinpath(str(os.getpid())).touch()
            time.sleep(1_000)
    return task
