"""The locks: what `make` installs is pinned and hashed, and says nothing of where it comes from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
PIN = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?P<rest>[^\n]*(?:\n +--hash=sha256:[0-9a-f]{64}[^\n]*)*)", re.M
)


def pins(lock: Path) -> dict[str, set[str]]:
    """The versions of each package (some depend on the platform)."""
    found: dict[str, set[str]] = {}
    for pin in PIN.finditer(lock.read_text("utf-8")):
        found.setdefault(pin["name"], set()).add(pin["version"])
    return found


def normal(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", requirement)[0]).lower()


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_every_package_is_hashed_and_no_line_holds_an_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|--index-url|--extra-index-url|--find-links)\b", text, re.M)
    assert all("--hash=" in pin["rest"] for pin in PIN.finditer(text))
    assert text.count("==") >= len(pins(lock))


def test_both_locks_agree() -> None:
    run, dev = pins(LOCKS["run"]), pins(LOCKS["dev"])
    assert {name: dev.get(name) for name in run} == run


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert {*map(normal, project["dependencies"] + extras["build"])} <= {*pins(LOCKS["run"])}
    assert {*map(normal, extras["dev"])} <= {*pins(LOCKS["dev"])}


def test_make_takes_the_pythons_that_the_project_runs_on() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    at_least, below = re.findall(r"\((\d), (\d+)\)", makefile)
    assert asked == f">={'.'.join(at_least)}"
    assert f"PYTHON ?= {asked},<{'.'.join(below)}\n" in makefile
