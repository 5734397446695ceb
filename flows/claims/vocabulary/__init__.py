"""The vocabularies of the claim reader: data files beside this module, each with its origin in a comment."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from flows import vocabularies

Phrase = tuple[str, ...]
"""A phrase by its tokens, in lower case."""


@cache
def load(name: str) -> dict[str, Any]:
    """The vocabulary file of that name. Raises FileNotFoundError when there is none."""
    return vocabularies.read(Path(__file__).with_name(f"{name}.toml"))


def rows_of(name: str) -> Iterator[list[str]]:
    """The rows of the tab-separated file of that name, field by field."""
    for line in Path(__file__).with_name(f"{name}.tsv").read_bytes().decode().splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def entry_of(name: str, *keys: str) -> Any:
    """One entry of a vocabulary, by the keys that lead to it."""
    entry: Any = load(name)
    for key in keys:
        entry = entry[key]
    return entry


def words_of(name: str, *keys: str) -> frozenset[str]:
    """The words of one entry: a string of words parted by white space, or an array."""
    return frozenset(vocabularies.words(entry_of(name, *keys)))


def phrases_of(name: str, *keys: str) -> frozenset[Phrase]:
    """The phrases of one entry, an array of strings whose tokens are parted by a space."""
    return frozenset(tuple(phrase.split()) for phrase in entry_of(name, *keys))
