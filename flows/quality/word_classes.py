"""A text spelled as the classes of its words, one letter a word, so that a rule of grammar is a short pattern.

"The rise of in shops." reads `DxOIx.`: a noun that lacks between "of" and "in" is seen as `OI`, whatever the words are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from flows.memo import Memo
from flows.quality.vocabulary import words

CLASSES = {
    "D": "determiners",
    "A": "article",
    "O": "of",
    "T": "to",
    "I": "in_",
    "i": "on_",
    "E": "for_",
    "G": "from_",
    "P": "prepositions",
    "S": "governing",
    "B": "also_adverbs",
    "Z": "never_alone",
    "Y": "why",
    "K": "as_",
    "C": "conjunctions",
    "R": "openers_of_clauses",
    "F": "auxiliaries",
    "M": "modals",
    "V": "finite",
    "v": "needing_objects",
    "U": "saying",
    "H": "pronouns_of_subjects",
    "J": "adjectives",
    "N": "naming",
    "L": "listing",
    "Q": "frequency",
    "m": "before_as",
    "t": "before_to",
    "o": "before_of",
}
"""The letter of each list of words in `vocabulary.toml`. Other words are `x`, with a capital `X`; `e` ends in -ed, `d`
is a figure, `j` a measure before a noun ("14-member"); a mark stands for itself."""

_ALSO_CAPITAL = "DOTIiEGPSBto"
_MARKS = '.,;:?!)("'
_TOKEN = re.compile(r"\.?\w+(?:['-]\w+)*|\.\.+|\S")
_MEASURE = re.compile(
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|double|single)-(?:year|month|week|day|hour|minute|member"
    r"|point|page|seat|storey|story|mile|metre|meter|kilometre|kilometer|percent|digit|inch|foot|ton|tonne|party|person)"
)


def _letter(word: str) -> str:
    """The letter of a word that is in no list."""
    if word[0].isdigit():
        return "j" if _MEASURE.fullmatch(word) else "d"
    if word[0].isupper():
        return "X"
    if "-" in word and _MEASURE.fullmatch(word):
        return "j"
    return "e" if word.endswith("ed") else "x"


def _spell(part: str) -> str:
    """The letters of what stands between two spaces."""
    return "".join([_LETTERS.get(word) or _letter(word) for word in _TOKEN.findall(part)])


_LETTERS = {mark: mark for mark in _MARKS}
for letter, name in CLASSES.items():
    _LETTERS.update(dict.fromkeys(words(name), letter))
    if letter in _ALSO_CAPITAL:
        _LETTERS.update((word.capitalize(), letter) for word in words(name))
_SPELLED = Memo(_spell)


@dataclass(frozen=True)
class Spelled:
    """A folded text and the letters of its words and marks, in order."""

    text: str
    letters: str

    @classmethod
    def of(cls, text: str) -> Spelled:
        return cls(text, "".join([_SPELLED[part] for part in text.split()]))

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [found.span() for found in _TOKEN.finditer(self.text)]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words [first, last) stand in the text."""
        return self._spans[first][0], self._spans[last - 1][1]

    def word(self, at: int) -> str:
        """A word; empty outside the text."""
        return self.text[slice(*self._spans[at])] if 0 <= at < len(self._spans) else ""
