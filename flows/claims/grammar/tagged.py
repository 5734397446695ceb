"""A sentence as tagged tokens, with their offsets in the block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import add

from flows.claims.grammar import clauses
from flows.claims.grammar.mending import mended
from flows.claims.grammar.tagging import tag, tokenise

_NOTHING = [""] * 50
"""What stands behind the last token, and so before the first: as far as any reader looks."""


@dataclass(frozen=True, eq=False)
class Tagged:
    """The tokens of one sentence as parallel lists; offsets count in the block's text.

    `tag` and `lower` give the tag of a token, and the token in lower case: empty near the sentence and outside it, so
    that no look-around needs a check.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    low: list[str]
    tags: list[str]
    tag: Callable[[int], str]
    lower: Callable[[int], str]

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, text: str, start: int, end: int) -> Tagged:
        """The sentence text[start:end] of a folded block; its readers follow on one another and share the tags."""
        words = tokenise(text[start:end])
        low = list(map(str.lower, words))
        starts, at = [], start
        for word in words:
            at = text.index(word, at)
            starts.append(at)
            at += len(word)
        ends = list(map(add, starts, map(len, words)))
        tags = mended(low, tag(words))
        return cls(starts, ends, words, low, tags, (tags + _NOTHING).__getitem__, (low + _NOTHING).__getitem__)

    @cached_property
    def sentence(self) -> clauses.Sentence:
        """The chunks and clauses of the sentence."""
        return clauses.read(self.low, self.tags)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where tokens [first, last) stand in the block."""
        return self.starts[first], self.ends[last - 1]
