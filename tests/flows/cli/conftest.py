"""The command line as a function, and a warehouse to ask."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from flows.cli.main import main
from flows.run import run_directly
from flows.settings import Settings

ARTICLES = {
    "ferries.txt": "Harbour ferries\n\nAccording to a 2023 survey by the Harbour Board, 42% of riders commute.\n",
    "fares.md": "# Fares\n\nFares rose by 3% in 2022.\n\n| Line | Share (2024) |\n|---|---|\n| East | 30% |\n",
}


class Told(NamedTuple):
    """What a command said."""

    code: int
    out: str
    err: str


Command = Callable[..., Told]


@pytest.fixture
def sourceline(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    def call(*arguments: object, stdin: bytes = b"") -> Told:
        monkeypatch.setattr(sys, "argv", ["sourceline", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        return Told(int(left.value.code or 0), *capsys.readouterr())

    return call


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
