"""Patterns with Unicode classes, in two builds: one for any text, and one for ASCII, which most of English is.

The standard library's engine finds the same in ASCII text in about half the time, but knows no `\\p{L}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import regex

_STAND_INS = {
    r"\p{Latin}": "a-zA-Z",
    r"\p{Lu}": "A-Z",
    r"\p{Ll}": "a-z",
    r"\p{L}": "a-zA-Z",
    r"\p{Nd}": "0-9",
    r"\p{N}": "0-9",
    r"\p{Sc}": "$",
    r"\p{M}": "\u0300",
    r"\p{Han}": "\u4e00",
    r"\p{Hiragana}": "\u3041",
    r"\p{Katakana}": "\u30a1",
}
"""What is left of a class in ASCII; of those without a member there, one that no ASCII text holds."""


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
    def ascii(self) -> re.Pattern[str]:
        narrow = self.source
        for unicode, stand_in in _STAND_INS.items():
            narrow = narrow.replace(unicode, stand_in)
        return re.compile(narrow, self.flags)

    def on(self, text: str) -> re.Pattern[str]:
        """The build for a text."""
        return self.ascii if text.isascii() else self.wide
