"""`missing_words`: a sentence lacks a word that its grammar needs, as where a page lost the text of a link.

Gaps are seen from closed classes of words (see `word_classes`): a determiner, a preposition or an adjective stands
where only its noun may, before a verb, a preposition, a conjunction or a stop. Where a preposition may also end its
phrase ("taken care of by"), the tags of the sentence decide. What stands in quotation marks is let be, and so are the
pairs of good English ("the in crowd", "as in the past"): a false alarm costs more than a gap missed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import NOUNS
from flows.claims.sentences import split
from flows.quality.firing import Firing, prose_of
from flows.quality.vocabulary import words
from flows.quality.word_classes import Spelled
from flows.reading.document import Block, Document

REACH = 60
"""How many words back a relative pronoun is looked for."""

STRANDED = 8
"""How many words back an infinitive or a passive may stand that strands a preposition."""

_WITH_OF = frozenset(words("nouns_with_of"))
_DEGREES = frozenset({"up to"} | {f"at {degree}" for degree in ("least", "most", "best", "once", "all", "any")})
_QUESTIONED = frozenset({"VBN", "VBG", "JJ", "IN"})
_AUXILIARY = frozenset({"VBD", "VBP", "VBZ", "VB"})
_RELATIVE = frozenset({"WDT", "WP"})


@dataclass(frozen=True)
class Place:
    """Words [first, last) of a text, and the tagged sentence that they stand in."""

    spelled: Spelled
    first: int
    last: int
    sentences: list[tuple[int, int]]

    @cached_property
    def _sentence(self) -> tuple[Tagged, int]:
        """The sentence as tags, and the index of the first of the words in it."""
        start = self.spelled.span(self.first, self.first + 1)[0]
        tagged = Tagged.of(self.spelled.text, *self.sentences[bisect_right(self.sentences, (start + 1,)) - 1])
        return tagged, bisect_right(tagged.starts, start) - 1

    def stands_after_noun(self) -> bool:
        """Whether a noun is in front, and no relative pronoun that the preposition may belong to."""
        tagged, at = self._sentence
        noun = tagged.tag(at - 1) in NOUNS and tagged.tag(at - 2) != "PRP" and tagged.lower(at - 1) not in _WITH_OF
        following = f"{tagged.lower(at + 1)} {tagged.lower(at + 2)}"
        return noun and following not in _DEGREES and not self.is_relative()

    def stands_in_plain_clause(self) -> bool:
        """The same of a preposition that questions, infinitives and passives strand, too."""
        tagged, at = self._sentence
        tags = tagged.tags[max(0, at - REACH) : at]
        near = tags[-STRANDED:]
        if not self.stands_after_noun() or "WRB" in tags or "TO" in near or tagged.words[-1] == "?":
            return False
        return not any(first in _AUXILIARY and second == "VBN" for first, second in pairwise(near))

    def is_relative(self) -> bool:
        """Whether a relative pronoun or a comparison in front may be what the words lack."""
        tagged, at = self._sentence
        before = slice(max(0, at - REACH), at)
        return not _RELATIVE.isdisjoint(tagged.tags[before]) or "than" in tagged.low[before]

    def lacks_object(self) -> bool:
        """Whether nothing in front of a verb at a stop may be its object."""
        return not self.is_relative()

    def asks_without_subject(self) -> bool:
        """Whether a "why is" in a sentence that asks nothing goes on without a subject."""
        tagged, at = self._sentence
        return tagged.tag(at + 2) in _QUESTIONED and tagged.words[-1] != "?"

    def is_empty_pair(self) -> bool:
        """Whether brackets or quotation marks stand apart from the word before and hold nothing."""
        start, end = self.spelled.span(self.first, self.last)
        before, after = self.spelled.text[max(0, start - 2) : start], self.spelled.text[end : end + 1]
        return before[-1:] == " " and before[:1].isalpha() and end - start == 2 and after in ("", *" .,;:)")

    def is_doubled(self) -> bool:
        return self.spelled.word(self.first).lower() == self.spelled.word(self.first + 1)


@dataclass(frozen=True)
class Gap:
    """What is missing, the letters that show it, and what must hold besides."""

    expected: str
    letters: re.Pattern[str]
    holds: Callable[[Place], bool] | None = None


_ASIDE = r"(?![^,.]{1,4},)(?![DA])"
"""Behind a comma: no aside of a few words, and no second start ("the, the")."""

GAPS = (
    # "the of", "their is", "an because", "the in which", "the, while", "in the."
    Gap(
        "a noun", re.compile(rf"D(?:[OPGZSBFvVRC]|[IiET](?=[DAdOPGZRX])|E(?=x)|[.;)?!]|H|U[.,\":]|,{_ASIDE}|e(?=[DA]))")
    ),
    # The letter a is a name, too ("vitamin A.", "a to z"): fewer words tell.
    Gap("a noun", re.compile(rf"A[OPEGZSBFvVRH]|(?<=[OPEGIiFK])A(?:[.;)]|,{_ASIDE})")),
    # "by of", "per is", "from to", "2024 by."
    Gap("a noun", re.compile(r"[PEGZSB]O|Z[PEIiGOTSFvVM.;)]|GT|(?<=d)[OPEGT]\.(?!\.)")),
    # "a museum of.", "the number of in"; "support for has", "nobody in would", "an economist at."
    Gap(
        "a noun",
        re.compile(rf'(?<=[xX])O(?:[PGEIiZSTBFvVM.;]|C(?!O)|,(?![COPT"]){_ASIDE})'),
        Place.stands_after_noun,
    ),
    Gap(
        "a noun",
        re.compile(rf'(?<=[xX])(?:[PEGSI](?:[FvVM.;]|,(?![COPT"]){_ASIDE})|[PE]B)'),
        Place.stands_in_plain_clause,
    ),
    # "for generative extends", "a digital of", "the new."
    Gap("a noun after the adjective", re.compile(r"[OPEIiGZSBDA][Jj][FvVO]|[DA][Jj][PGZT]|[DAO][Jj][.;)]")),
    # "(often listed as in rankings)", "known as and"
    Gap("a name", re.compile(r"NT?K[PGIiEZ]|QLK[PGIiEZ]|(?:NT?|L)K[),;C]")),
    Gap("a subject", re.compile(r"(?<=[xX])YF(?=[^HDA])"), Place.asks_without_subject),
    Gap("a speaker", re.compile(r'(?<=,")U[,.;]')),
    # "such as.", "according to,", "because of."
    Gap("a noun", re.compile(r"mK[.;)]|tT[.;)]|(?:^|(?<=[.,;]))tT,(?![^,.]{1,4},)|oO[.;)F]")),
    Gap("an object", re.compile(r"v[.;]"), Place.lacks_object),
    Gap("a clause", re.compile(r"C[.;)]")),
    Gap("words between the marks", re.compile(r'\(\)|(?<=[xeX])""'), Place.is_empty_pair),
    Gap("one of the two words, or a word between them", re.compile(r"DD|OO|TT|EE|GG|PP|ZZ"), Place.is_doubled),
)

_ANY_GAP = re.compile(f"(?![xXdej])(?:{'|'.join(gap.letters.pattern for gap in GAPS)})")
"""Where some gap may be; none starts with a word of no class, a figure or a measure."""

# What makes the word beside it a quotation, or a part of a longer word.
_BEFORE = frozenset("'\"&/-.")
_AFTER = frozenset("'\"&/-")


def find(document: Document) -> Iterator[Firing]:
    for block in prose_of(document):
        spelled = Spelled.of(block.passage.folded)
        if not _ANY_GAP.search(spelled.letters):
            continue
        places = [(gap, *found.span()) for gap in GAPS for found in gap.letters.finditer(spelled.letters)]
        if places and _ENGLISH.search(spelled.text):
            yield from _firings(block, spelled, places)


_ENGLISH = re.compile(r"\b(?:[Tt]he|and|to|with|from|that|this|are|has|have|by|its|their)\b")
"""Words of every English paragraph and of hardly any other: Dutch has an "of" and an "in" of its own."""


def _firings(block: Block, spelled: Spelled, places: list[tuple[Gap, int, int]]) -> Iterator[Firing]:
    text, sentences = spelled.text, split(spelled.text)
    for gap, first, last in places:
        start, end = spelled.span(first, last)
        if text[start].isupper() and _is_in_name(spelled, first):
            continue
        apart = _BEFORE.isdisjoint(text[max(0, start - 1) : start]) and _AFTER.isdisjoint(text[end : end + 1])
        if (apart or not text[end - 1].isalnum()) and (
            gap.holds is None or gap.holds(Place(spelled, first, last, sentences))
        ):
            yield Firing("missing_words", block, start, end, gap.expected, text[start:end])


def _is_in_name(spelled: Spelled, word: int) -> bool:
    """Whether a word with a capital goes on a name: "Ping An"."""
    before = spelled.word(word - 1)
    return before[:1].isupper() and spelled.span(word - 1, word)[1] + 1 == spelled.span(word, word + 1)[0]
