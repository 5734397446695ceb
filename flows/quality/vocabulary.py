"""The words that the quality rules stand on, from the data file beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def _load() -> dict[str, str | list[str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def words(name: str) -> tuple[str, ...]:
    """One of the word lists, in its order."""
    entry = _load()[name]
    return tuple(entry.split() if isinstance(entry, str) else entry)


def any_of(name: str) -> str:
    """One of the word lists as a group of a pattern."""
    return f"(?:{'|'.join(words(name))})"
