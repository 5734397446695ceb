"""A run by Prefect that is terminated, and goes on, or that fails: what it leaves behind, and what it says."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.run import run_directly
from flows.settings import Settings
from warehouse.reader import open_reader
from warehouse.store import store_path

ARTICLES = 200


def started(settings: Settings, home: Path) -> subprocess.Popen[str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    command = [Path(sys.executable).with_name("sourceline"), "run", "--batch-size", "2"]
    return subprocess.Popen(
        [*command, "--raw", settings.raw, "--warehouse", settings.warehouse],
        env=plain | {"PREFECT_HOME": str(home), "PREFECT_PROFILES_PATH": str(home / "profiles.toml")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.slow
def test_a_flow_that_is_terminated_ends_soon_and_is_gone_on_with(tmp_path: Path) -> None:
    settings = Settings(raw=tmp_path / "raw", warehouse=tmp_path / "w/facts.duckdb", workers=1)
    settings.raw.mkdir()
    for number in range(ARTICLES):
        (settings.raw / f"{number}.txt").write_text(f"Fares on line {number} rose by {number + 1}% in 2022.\n", "utf-8")
    with started(settings, tmp_path / "home") as flow:
        while not settings.stage.exists():
            time.sleep(0.1)
        time.sleep(1)
        flow.send_signal(signal.SIGTERM)
        _, said = flow.communicate(timeout=10)
    assert flow.returncode == 5
    assert "[interrupted]" in said
    assert "Traceback" not in said
    with pytest.raises(ProcessLookupError):
        os.killpg(flow.pid, 0)
    assert run_directly(settings).failed_checks == {}
    with open_reader(settings.warehouse) as connection:
        assert connection.execute("SELECT count(*) FROM extractions").fetchall() == [(ARTICLES,)]
        states = connection.execute("SELECT state FROM runs ORDER BY run_id").fetchall()
    assert states == [("interrupted",), ("completed",)]


@pytest.mark.slow
def test_a_flow_that_fails_says_what_and_what_to_do_and_no_more(tmp_path: Path) -> None:
    settings = Settings(raw=tmp_path / "raw", warehouse=tmp_path / "facts.duckdb", workers=1)
    settings.raw.mkdir()
    store_path(settings.warehouse).write_bytes(b"no database")
    with started(settings, tmp_path / "home") as flow:
        _, said = flow.communicate(timeout=100)
    assert flow.returncode == 3
    told, remedy = said.splitlines()
    assert told.endswith("[warehouse_damaged]") and remedy.startswith("  ")
