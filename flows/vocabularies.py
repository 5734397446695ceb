"""Word lists and tables kept as data: TOML files beside the code, each with its origin in a comment."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def read(path: Path) -> dict[str, Any]:
    """The entries of a vocabulary file. Raises FileNotFoundError when there is none."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def words(entry: str | list[str]) -> tuple[str, ...]:
    """The words of an entry in their order: a string of words parted by white space, or an array."""
    return tuple(entry.split() if isinstance(entry, str) else entry)
