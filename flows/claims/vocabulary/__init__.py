"""The vocabularies of the claim reader: data files beside this module, each with its origin in a comment."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The vocabulary file of that name. Raises FileNotFoundError when there is none."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def words_of(name: str, *keys: str) -> frozenset[str]:
    """The words of one entry of a vocabulary: a string of words parted by white space, or an array."""
    entry: Any = load(name)
    for key in keys:
        entry = entry[key]
    return frozenset(entry.split() if isinstance(entry, str) else entry)
