"""The words that the quality rules stand on, from the data file beside this module."""

from __future__ import annotations

from pathlib import Path

from flows import vocabularies


def words(name: str) -> tuple[str, ...]:
    """One of the word lists, in its order."""
    return vocabularies.words(vocabularies.read(Path(__file__).with_suffix(".toml"))[name])


def any_of(name: str) -> str:
    """One of the word lists as a group of a pattern."""
    return f"(?:{'|'.join(words(name))})"
