"""What a function says of a word, kept for the words that were met: a text repeats most of its words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

LONGEST = 24
"""A longer word is hardly met again, and what is kept must stay small."""


class Memo(dict[str, T]):
    """The answers of a function by word, for the first `most` words that are asked for."""

    def __init__(self, told: Callable[[str], T], most: int = 1 << 16) -> None:
        super().__init__()
        self._told, self._most = told, most

    def __missing__(self, word: str) -> T:
        answer = self._told(word)
        if len(self) < self._most and len(word) <= LONGEST:
            self[word] = answer
        return answer
