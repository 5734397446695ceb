"""A sentence as tagged tokens, with their offsets in the block."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from flows.claims import clauses
from flows.claims.tagging import may_be, tag, tokenise
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
UNCHANGED_PAST = words_of("grammar", "unchanged_past")
_NUMBERED = frozenset({"IN", "NN", "NNP"})
_PERCENT = frozenset({"%", "percent", "cent"})
_CLAUSE_ENDS = frozenset({",", ".", ":", "CS", "WDT", "WP", "WRB", "("})
_REPORTING = frozenset({"said", "told"})
_ENDS_OF_SUBJECTS = NOUNS | {","}
_MENDABLE = frozenset({"NN", "NNS", "VB", "VBN", "VBP", "VBZ"})
_AFTER_VERB = frozenset({"TO", "IN", "CD", "DT", "$", "RB", "PRP$"})


def _has_no_auxiliary(low: list[str], tags: list[str], at: int) -> bool:
    """Whether "said" or "told" stands right behind a comma or a noun, and "told" before no preposition."""
    return tags[at - 1] in _ENDS_OF_SUBJECTS and (low[at] == "said" or tags[at + 1 : at + 2] != ["IN"])


def _with_verbs(low: list[str], tags: list[str]) -> list[str]:
    """The tags, mended where a verb was taken for a noun: a sentence needs a finite verb."""
    for at in range(len(tags)):
        if (mended := _must_be(low, tags, at)) is not None:
            tags[at] = mended
    if not any(tag_ in FINITE and not (at and tags[at - 1] in ("WDT", "WP")) for at, tag_ in enumerate(tags)):
        for at in range(1, len(tags) - 1):
            if tags[at] == "NNS" and tags[at - 1] in ("NN", "NNP", ",") and tags[at + 1] in _AFTER_VERB:
                tags[at] = "VBZ"
                break
    return _with_bare_verbs(low, tags)


def _must_be(low: list[str], tags: list[str], at: int) -> str | None:
    """The tag that a word must have behind the one before it; None where the tagger's is possible."""
    if at == 0 or tags[at] not in _MENDABLE:
        return None
    tag_, before = tags[at], tags[at - 1]
    if tag_ in ("NN", "VBP") and low[at] in IRREGULAR_PAST and before not in ("DT", "JJ", "PRP$"):
        return "VBD"
    if tag_ == "VBN":
        return "VBD" if low[at] in _REPORTING and _has_no_auxiliary(low, tags, at) else None
    if tag_ == "NNS":
        return "VBZ" if before in ("WDT", "WP") or low[at - 1] == "each" else None
    if tag_ == "VBZ":
        return "NNS" if low[at - 1] == "told" or _counts(low, tags, at - 1) else None
    return "NN" if _is_noun(low, tags, at) else None


def _is_noun(low: list[str], tags: list[str], at: int) -> bool:
    """Is a base form a noun: in "a sales TARGET", or after a finite verb that governs none?"""
    if tags[at] == "VBP":
        return at > 1 and tags[at - 1] == "NNS" and low[at - 2] in ("a", "an")
    return tags[at] == "VB" and tags[at - 1] in ("VBD", "VBZ") and low[at - 1] not in GOVERNS_BARE


def _counts(low: list[str], tags: list[str], at: int) -> bool:
    """Is the token a number that must count what follows: "500 times", but "one in five says", "Apollo 11 lands"?"""
    return tags[at] == "CD" and low[at] not in ("one", "1") and (at == 0 or tags[at - 1] not in _NUMBERED)


def _with_bare_verbs(low: list[str], tags: list[str]) -> list[str]:
    """The tags, mended where the only verb of a clause looks like a noun: "15,000 cooks WORK on", "a bus COST $5"."""
    finite = False
    for at in range(len(tags) - 2, 0, -1):
        if tags[at] in FINITE:
            finite = True
        elif tags[at] in _CLAUSE_ENDS:
            finite = False
        elif tags[at] == "NN" and not finite:
            verb = _bare_verb(low, tags, at)
            if verb and not _finite_before(tags, at):
                tags[at], finite = verb, True
    return tags


def _finite_before(tags: list[str], at: int) -> bool:
    """Does a finite verb stand before the token in its clause?"""
    at -= 1
    while at >= 0 and tags[at] not in _CLAUSE_ENDS:
        if tags[at] in FINITE:
            return True
        at -= 1
    return False


def _bare_verb(low: list[str], tags: list[str], at: int) -> str:
    """The tag of a verb that has the form of a singular noun, if what stands around it speaks for one."""
    before, after, beyond = tags[at - 1], tags[at + 1], tags[at + 2] if at + 2 < len(tags) else ""
    if low[at] in UNCHANGED_PAST:
        amount = after in ("$", "CD") or (after in ("RB", "IN") and beyond in ("$", "CD"))
        return "VBD" if before in NOUNS and amount else ""
    infinitive = after == "TO" and beyond == "VB" and _counts_alone(low, tags, at - 1)
    content = low[at + 1] == "that" and beyond not in FINITE and before in ("NNS", "NNP")
    adverbial = after == "IN" and low[at + 1] != "of" and _counted_plural(low, tags, at - 1)
    return "VBP" if (infinitive or content or adverbial) and may_be(low[at], "VBP") else ""


def _counts_alone(low: list[str], tags: list[str], at: int) -> bool:
    """Is the token a plural, or a number or share that stands without a noun: "another 35% PLAN to"?"""
    if low[at] in _PERCENT:
        at -= 1
    return tags[at] == "NNS" or (tags[at] == "CD" and (at == 0 or low[at - 1] not in ("a", "an", "the")))


def _counted_plural(low: list[str], tags: list[str], at: int) -> bool:
    """Is the token a plural right after its number: "15,000 mechanics"?"""
    return low[at][-1] == "s" and tags[at] in ("NN", "NNS") and at > 0 and tags[at - 1] == "CD"
