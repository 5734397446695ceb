"""Patterns with Unicode classes, in two builds: for any text, and for Latin letters, as nearly all of English is.

The standard library's engine finds the same in the latter in about half the time, and builds patterns faster, but
knows no `\\p{L}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import cast

import regex

_LATIN = {
    r"\p{Latin}": "a-zA-Z\xaa\xba\xc0-\xd6\xd8-\xf6\xf8-\xff",
    r"\p{Lu}": "A-Z\xc0-\xd6\xd8-\xde",
    r"\p{Ll}": "a-z\xb5\xdf-\xf6\xf8-\xff",
    r"\p{L}": "a-zA-Z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\xff",
    r"\p{Nd}": "0-9",
    r"\p{N}": "0-9",
    r"\p{Sc}": "$\xa2-\xa5\u20ac",
    r"\p{M}": "\xb2",
    r"\p{Han}": "\xb2",
    r"\p{Hiragana}": "\xb2",
    r"\p{Katakana}": "\xb2",
}
"""What is left of a class in a text of `_LATIN_TEXT`; where that is nothing, a sign that no such text holds."""
_LATIN_TEXT = re.compile("[\0-\xb1\xb4-\xb8\xba\xbb\xbf-\xff\u2010-\u2027\u2030-\u205e\u20ac\u2122]*")
"""Latin-1 with dashes, ellipses, bullets and the euro; small digits and fractions are words to one engine alone."""


def one_of(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, longer ones first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=4)
def _is_latin(text: str) -> bool:
    return _LATIN_TEXT.fullmatch(text) is not None


@dataclass(frozen=True)
class Pattern:
    """A pattern whose Unicode classes all stand in square brackets; a build is made when a text first needs it."""

    source: str
    flags: int

    @classmethod
    def of(cls, pattern: str, *, verbose: bool = False) -> Pattern:
        return cls(pattern, re.VERBOSE if verbose else 0)

    @cached_property
    def wide(self) -> re.Pattern[str]:
        return cast("re.Pattern[str]", regex.compile(self.source, regex.VERBOSE if self.flags else 0))

    @cached_property
    def latin(self) -> re.Pattern[str]:
        narrow = self.source
        for unicode, stand_in in _LATIN.items():
            narrow = narrow.replace(unicode, stand_in)
        return re.compile(narrow, self.flags)

    def on(self, text: str) -> re.Pattern[str]:
        """The build for a text."""
        return self.latin if text.isascii() or _is_latin(text) else self.wide
