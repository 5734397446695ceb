from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from schemas.errors import SourcelineError
from warehouse.lock import locked

HOLD = """
import sys
from pathlib import Path
from warehouse.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_who_waits_says_so_and_gets_in_when_the_other_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(tmp_path / "lock"):
            held.set()
            done.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(30)
    threading.Timer(0.3, done.set).start()
    with locked(tmp_path / "lock", wait=30):
        pass
    holder.join()
    assert capsys.readouterr().err == f"Waiting for another run (process {os.getpid()}) ...\n"


def test_who_does_not_wait_is_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    started = time.monotonic()
    with locked(tmp_path / "lock"), pytest.raises(SourcelineError) as refused, locked(tmp_path / "lock"):
        pass
    assert refused.value.code == "warehouse_busy"
    assert f"process {os.getpid()}" in refused.value.place
    assert capsys.readouterr().err == ""
    assert time.monotonic() - started < 5


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        other.kill()
    with locked(tmp_path / "lock"):
        pass
