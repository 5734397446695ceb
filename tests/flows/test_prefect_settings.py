"""What Prefect is told before it is imported."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.prefect_settings import untold


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An environment with a home that tells Prefect nothing."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("PREFECT_HOME", "DO_NOT_TRACK", "PREFECT_SERVER_ANALYTICS_ENABLED"):
        monkeypatch.delenv(name, raising=False)


def test_nothing_leaves_the_machine() -> None:
    told = untold()
    assert (told["DO_NOT_TRACK"], told["PREFECT_SERVER_ANALYTICS_ENABLED"]) == ("1", "false")


def test_what_the_environment_tells_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_SERVER_ANALYTICS_ENABLED", "true")
    monkeypatch.setenv("PREFECT_HOME", os.devnull)
    assert not {"PREFECT_SERVER_ANALYTICS_ENABLED", "PREFECT_HOME"} & untold().keys()


def test_a_home_is_used() -> None:
    assert "PREFECT_HOME" not in untold()


def test_an_account_without_a_home_gets_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", os.devnull)
    assert Path(untold()["PREFECT_HOME"]).is_dir()
