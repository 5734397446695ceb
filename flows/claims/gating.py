"""A cheap look at a text before costly patterns run over it: does it hold any of the words that they need?"""

from __future__ import annotations

import string
from collections.abc import Set
from functools import lru_cache

_LETTERS = bytes(code if code in string.ascii_lowercase.encode() else ord(" ") for code in range(256))
"""A table of bytes: small letters stay, all else is a space."""


def holds_any(text: str, words: Set[str]) -> bool:
    """Does the text hold one of the words, whatever its case? Words are runs of the letters a to z."""
    return not words_in(text).isdisjoint(words)


@lru_cache(maxsize=4)
def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case; the readers of one block ask one after the other."""
    return frozenset(text.lower().encode("ascii", "replace").translate(_LETTERS).decode("ascii").split())
