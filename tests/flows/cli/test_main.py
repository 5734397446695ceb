"""The command line as a whole: help, what it imports, and how it fails."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest

from flows.cli.main import COMMANDS
from warehouse.reader import saved_queries

HEAVY = {"duckdb", "pandera", "polars", "prefect", "pyarrow", "rich", "jinja2"}


def imported(*arguments: str) -> set[str]:
    """The heavy modules that a command has imported when it ends."""
    script = f"""
import sys
from flows.cli.main import main
sys.argv = ["sourceline", *{arguments!r}]
try:
    main()
except SystemExit:
    pass
print(*({HEAVY!r} & {{*sys.modules}}), file=sys.stderr)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ran.stderr.split())


def test_help_lists_every_command_and_the_exit_codes(sourceline: Any) -> None:
    told = sourceline("--help")
    assert told.code == 0
    for name, line in COMMANDS.items():
        assert f"{name}" in told.out and line in told.out
    assert "3  nothing could be done" in told.out


def test_help_imports_nothing_heavy() -> None:
    assert imported("--help") == set()


def test_extract_imports_nothing_heavy(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Fares rose by 3%.\n", "utf-8")
    assert imported("extract", str(article)) == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_with_the_first_line_of_its_own_help(name: str) -> None:
    command: click.Command = import_module(f"flows.cli.{name}").command
    assert command.short_help == COMMANDS[name]
    assert (command.help or "").splitlines()[0] == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_examples_and_exit_codes(name: str, sourceline: Any) -> None:
    told = sourceline(name, "--help")
    assert told.code == 0
    assert f"  sourceline {name}" in told.out
    assert "Exit codes:" in told.out


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_the_saved_queries_that_a_help_page_names_exist(words: list[str], sourceline: Any) -> None:
    named = set(re.findall(r"sourceline query (\w+)(?= |`|$)", sourceline(*words).out, re.MULTILINE))
    assert named <= {query.name for query in saved_queries()}


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["run", "--batch-size", "0"], ["replay", "--code", "x"], ["trace"], ["query"]]
)
def test_wrong_usage_is_exit_code_2(arguments: list[str], sourceline: Any) -> None:
    assert sourceline(*arguments).code == 2


def test_a_mistyped_command_is_told_which_one_was_meant(sourceline: Any) -> None:
    told = sourceline("qurantine")
    assert told.code == 2
    assert "No such command 'qurantine'. Did you mean 'quarantine'?" in told.err


def test_an_error_that_nobody_expected_is_told_without_a_traceback(
    sourceline: Any, inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("flows.cli.query.run", broken)
    told = sourceline("query", "FROM facts")
    assert told.code == 4
    assert told.err.splitlines()[0] == "sourceline: ZeroDivisionError: a fault [internal_error]"
    monkeypatch.setenv("SOURCELINE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        sourceline("query", "FROM facts")
