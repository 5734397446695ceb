"""What the pages tell people to type works, on the articles that come with the project."""

from __future__ import annotations

import csv
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flows.run import run_directly
from flows.settings import Settings
from tests.support.commands import Command

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCED = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def fenced(language: str) -> list[str]:
    """The bodies of all fenced blocks in a language."""
    blocks = (block for page in PAGES for block in FENCED.finditer(page.read_text("utf-8")))
    return [block["body"] for block in blocks if block["language"] == language]


def commands() -> list[str]:
    """The lines of the shell blocks that call the command line, continued lines joined, comments left out."""
    lines = "\n".join(fenced("sh")).replace("\\\n", " ").splitlines()
    calls = (re.sub(r"\s+#.*", "", line) for line in lines if line.startswith("sourceline "))
    return list(dict.fromkeys(calls))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project's articles and a fresh warehouse of them."""
    folder = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "raw", folder / "raw")
    run_directly(Settings(raw=folder / "raw", warehouse=folder / "warehouse/sourceline.duckdb"))
    return folder


@pytest.fixture
def inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The project as the current folder, nothing set in the environment."""
    monkeypatch.delenv("SOURCELINE_RAW", raising=False)
    monkeypatch.delenv("SOURCELINE_WAREHOUSE", raising=False)
    monkeypatch.chdir(project)


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("line", commands())
def test_a_command_of_the_pages_works(line: str, sourceline: Command) -> None:
    direct = re.sub(r"^sourceline run\b(?!.*--direct)", "sourceline run --direct", line)  # Prefect has tests of its own
    told = sourceline(*shlex.split(direct)[1:])
    assert told.code == 0, told.out + told.err


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("line", [line for line in commands() if re.match("sourceline query .*(source|entity)", line)])
def test_a_saved_query_of_the_pages_has_an_answer(line: str, sourceline: Command) -> None:
    assert len(sourceline(*shlex.split(line)[1:]).out.splitlines()) > 1


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("sql", fenced("sql"))
def test_a_query_of_the_pages_has_an_answer(sql: str, sourceline: Command) -> None:
    told = sourceline("query", sql, "--format", "csv")
    assert told.code == 0, told.err
    assert len([*csv.reader(told.out.splitlines())]) > 1, "the answer has no rows"


@pytest.mark.parametrize("code", fenced("python"))
def test_python_of_the_pages_prints_what_they_say(code: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    told = [line.removeprefix("# ") for line in code.splitlines() if line.startswith("# ")]
    assert ran.stdout.splitlines() == told, ran.stderr
