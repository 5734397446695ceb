"""A sentence as tagged tokens, with their offsets in the block."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

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
        sentence = text[start:end]
        spans = tokenise(sentence)
        words = [sentence[first:last] for first, last in spans]
        low = [word.lower() for word in words]
        starts, ends = [start + first for first, _ in spans], [start + last for _, last in spans]
        return cls(starts, ends, words, low, _with_verbs(low, tag(words)))

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
_REPORTING = frozenset({"said", "told"})
_ENDS_OF_SUBJECTS = NOUNS | {","}
_BEHIND = {("each", "NNS"): "VBZ", ("told", "VBZ"): "NNS"}
"""What a tag must be behind a word: "each costs", "told investors"."""
_AFTER_VERB = frozenset({"TO", "IN", "CD", "DT", "$", "RB", "PRP$"})


def _has_no_auxiliary(low: list[str], tags: list[str], at: int) -> bool:
    """Whether "said" or "told" stands right behind a comma or a noun, and "told" before no preposition."""
    return at > 0 and tags[at - 1] in _ENDS_OF_SUBJECTS and (low[at] == "said" or tags[at + 1 : at + 2] != ["IN"])


def _with_verbs(low: list[str], tags: list[str]) -> list[str]:
    """The tags, mended where a verb was taken for a noun: a sentence needs a finite verb."""
    for at, tag_ in enumerate(tags):
        if tag_ == "NN" and low[at] in IRREGULAR_PAST and at and tags[at - 1] not in ("DT", "JJ", "PRP$"):
            tags[at] = "VBD"
        elif tag_ == "NNS" and at and tags[at - 1] in ("WDT", "WP"):
            tags[at] = "VBZ"
        elif tag_ == "VBN" and low[at] in _REPORTING:
            tags[at] = "VBD" if _has_no_auxiliary(low, tags, at) else "VBN"
        elif at and (mended := _BEHIND.get((low[at - 1], tag_))):
            tags[at] = mended
        elif tag_ == "VB" and at and tags[at - 1] in ("VBD", "VBZ") and low[at - 1] not in GOVERNS_BARE:
            tags[at] = "NN"
    if not any(tag_ in FINITE and not (at and tags[at - 1] in ("WDT", "WP")) for at, tag_ in enumerate(tags)):
        _find_verb(tags)
    return tags


def _find_verb(tags: list[str]) -> None:
    """Makes the first likely token of a sentence without a finite verb one."""
    for at in range(1, len(tags) - 1):
        if tags[at] == "NNS" and tags[at - 1] in ("NN", "NNP", ",") and tags[at + 1] in _AFTER_VERB:
            tags[at] = "VBZ"
            return
        if tags[at] == "VBN" and tags[at - 1] in NOUNS and tags[at + 1] in ("DT", "PRP$"):
            tags[at] = "VBD"
            return
