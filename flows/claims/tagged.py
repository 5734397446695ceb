"""A sentence as tagged tokens, with their offsets in the block."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import add

from flows.claims import clauses
from flows.claims.tagging import tag, tokenise
from flows.claims.vocabulary import words_of

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
VERBS = FINITE | {"VB", "VBG", "VBN"}
NOUNS = frozenset({"NN", "NNS", "NNP"})
NOMINAL = NOUNS | {"DT", "PRP$", "POS", "JJ", "CD", "$", "X"}
"""Tags of the words that a noun phrase without its prepositional phrases is made of."""


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
        return cls(starts, list(map(add, starts, map(len, words))), words, low, _with_verbs(low, tag(words)))

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


IRREGULAR_PAST = words_of("grammar", "irregular_past")
GOVERNS_BARE = words_of("grammar", "governs_bare")
_AFTER_VERB = frozenset({"TO", "IN", "CD", "DT", "$", "RB", "PRP$"})


def _with_verbs(low: list[str], tags: list[str]) -> list[str]:
    """The tags, mended where a verb was taken for a noun: a sentence needs a finite verb."""
    for at, tag_ in enumerate(tags):
        if tag_ in _MENDED and at and (mended := _mended(low, tags, at)):
            tags[at] = mended
    if not any(tag_ in FINITE and not (at and tags[at - 1] in ("WDT", "WP")) for at, tag_ in enumerate(tags)):
        for at in range(1, len(tags) - 1):
            if tags[at] == "NNS" and tags[at - 1] in ("NN", "NNP", ",") and tags[at + 1] in _AFTER_VERB:
                tags[at] = "VBZ"
                break
    return tags


_MENDED = frozenset({"NN", "NNS", "VB"})


def _mended(low: list[str], tags: list[str], at: int) -> str:
    """What a noun or a bare verb must be after what stands before it; empty where it may be what it is."""
    tag_, before = tags[at], tags[at - 1]
    if tag_ == "NN":
        return "VBD" if low[at] in IRREGULAR_PAST and before not in ("DT", "JJ", "PRP$") else ""
    if tag_ == "NNS":
        return "VBZ" if before in ("WDT", "WP") else ""
    return "NN" if before in ("VBD", "VBZ") and low[at - 1] not in GOVERNS_BARE else ""
