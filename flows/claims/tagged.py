"""A sentence as tagged tokens, with their offsets in the block."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from flows.claims import clauses
from flows.claims.tagging import tag, tokenise

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
VERBS = FINITE | {"VB", "VBG", "VBN"}
NOUNS = frozenset({"NN", "NNS", "NNP"})
NOMINAL = NOUNS | {"DT", "PRP$", "POS", "JJ", "CD", "$", "X"}
"""Tags of the words that a noun phrase without its prepositional phrases is made of."""


@dataclass(frozen=True)
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
        spans = tokenise(text[start:end])
        words = [text[start + first : start + last] for first, last in spans]
        return cls(
            [start + first for first, _ in spans],
            [start + last for _, last in spans],
            words,
            [word.lower() for word in words],
            _with_verbs([word.lower() for word in words], tag(words)),
        )

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


IRREGULAR_PAST = frozenset(
    """shrank sank sprang swam slid swung clung crept leapt dwelt slew strove throve wove froze drove rode rose fell
    grew flew blew threw drew knew wrote spoke broke chose woke stole swore wore tore shook took forsook forgave gave
    forbade     became came overcame began rang sang drank ran outran hung stung strung sought bought brought fought taught caught
    thought fed led bled bred fled sped met kept slept swept wept felt dealt meant sent spent lent bent built lost held
    told sold paid laid said made had heard stood understood withdrew undertook overtook withstood""".split()
)
"""Past forms that are hardly ever nouns, closed class: the tagger has not met them all."""
GOVERNS_BARE = frozenset(
    "did does do had has let lets made makes helped helps saw sees heard hears dared needs".split()
)
"""Verbs that a base form may follow at once ("helped cut")."""
_AFTER_VERB = frozenset({"TO", "IN", "CD", "DT", "$", "RB", "PRP$"})


def _with_verbs(low: list[str], tags: list[str]) -> list[str]:
    """The tags, mended where a verb was taken for a noun: a sentence needs a finite verb."""
    for at, tag_ in enumerate(tags):
        if tag_ == "NN" and low[at] in IRREGULAR_PAST and at and tags[at - 1] not in ("DT", "JJ", "PRP$"):
            tags[at] = "VBD"
        elif tag_ == "NNS" and at and tags[at - 1] in ("WDT", "WP"):
            tags[at] = "VBZ"
        elif tag_ == "VB" and at and tags[at - 1] in ("VBD", "VBZ") and low[at - 1] not in GOVERNS_BARE:
            tags[at] = "NN"
    if not any(tag_ in FINITE and not (at and tags[at - 1] in ("WDT", "WP")) for at, tag_ in enumerate(tags)):
        for at in range(1, len(tags) - 1):
            if tags[at] == "NNS" and tags[at - 1] in ("NN", "NNP", ",") and tags[at + 1] in _AFTER_VERB:
                tags[at] = "VBZ"
                break
    return tags
