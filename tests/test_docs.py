"""What the pages tell people to type works, on the articles that come with the project."""

from __future__ import annotations

import csv
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flows.run import run_directly
from flows.settings import Settings

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


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as a person would who is in the project's folder and has its environment on the path."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("SOURCELINE_", "PREFECT_"))}
    arguments = ["bash", "-o", "pipefail", "-c", line]
    return subprocess.run(
        arguments, cwd=folder, env=plain | {"PATH": path}, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("line", commands())
def test_a_command_of_the_pages_works(line: str, project: Path) -> None:
    direct = re.sub(r"^sourceline run\b(?!.*--direct)", "sourceline run --direct", line)  # Prefect has tests of its own
    ran = shell(direct, project)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("line", [line for line in commands() if re.match("sourceline query .*(source|entity)", line)])
def test_a_saved_query_of_the_pages_has_an_answer(line: str, project: Path) -> None:
    assert len(shell(line, project).stdout.splitlines()) > 1


@pytest.mark.parametrize("sql", fenced("sql"))
def test_a_query_of_the_pages_has_an_answer(sql: str, project: Path) -> None:
    ran = shell(f"sourceline query {shlex.quote(sql)} --format csv", project)
    assert ran.returncode == 0, ran.stderr
    assert len([*csv.reader(ran.stdout.splitlines())]) > 1, "the answer has no rows"


@pytest.mark.parametrize("code", fenced("python"))
def test_python_of_the_pages_prints_what_they_say(code: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    told = [line.removeprefix("# ") for line in code.splitlines() if line.startswith("# ")]
    assert ran.stdout.splitlines() == told, ran.stderr
