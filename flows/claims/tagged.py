"""A sentence as tagged tokens, with their offsets in the block."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import add

from flows.claims import clauses
from flows.claims.mending import mended
from flows.claims.tagging import tag, tokenise


@dataclass(frozen=True, eq=False)
class Tagged:
    """The tokens of one sentence as parallel lists; offsets count in the block's text."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    low: list[str]
    tags: list[str]

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, text: str, start: int, end: int) -> Tagged:
        """The sentence text[start:end] of a folded block; its readers follow on one another and share the tags."""
        words = tokenise(text[start:end])
        low = [word.lower() for word in words]
        starts, at = [], start
        for word in words:
            at = text.index(word, at)
            starts.append(at)
            at += len(word)
        return cls(starts, list(map(add, starts, map(len, words))), words, low, mended(low, tag(words)))

    @cached_property
    def sentence(self) -> clauses.Sentence:
        """The chunks and clauses of the sentence."""
        return clauses.read(self.words, self.tags)

    def __len__(self) -> int:
        return len(self.words)

    def tag(self, at: int) -> str:
        """The tag of a token; empty outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def lower(self, at: int) -> str:
        """A token in lower case; empty outside the sentence."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where tokens [first, last) stand in the block."""
        return self.starts[first], self.ends[last - 1]
