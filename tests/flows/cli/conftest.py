"""A warehouse to ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.run import run_directly
from flows.settings import Settings

ARTICLES = {
    "ferries.txt": "Harbour ferries\n\nAccording to a 2023 survey by the Harbour Board, 42% of riders commute.\n",
    "fares.md": "# Fares\n\nFares rose by 3% in 2022.\n\n| Line | Share (2024) |\n|---|---|\n| East | 30% |\n",
}


def write_articles(folder: Path) -> Path:
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a landing zone and its published warehouse; tests only read it."""
    folder = tmp_path_factory.mktemp("project")
    raw = write_articles(folder / "raw")
    run_directly(Settings(raw=raw, warehouse=folder / "warehouse/sourceline.duckdb"))
    return folder


@pytest.fixture
def inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project as the current folder, nothing set in the environment."""
    monkeypatch.delenv("SOURCELINE_RAW", raising=False)
    monkeypatch.delenv("SOURCELINE_WAREHOUSE", raising=False)
    monkeypatch.chdir(project)
    return project
