"""How a text ends: whether its last words can end a sentence."""

from __future__ import annotations

import regex

from flows.quality.vocabulary import words

ENDS = regex.compile(r"""[.!?\u2026\u3002\uff01\uff1f]["')\]\u00bb\u300d\u300f\uff09]*(?:\[\d{1,3}\]|\s)*\Z""")
"""A sentence end at the end of a folded text, closing marks and note numbers behind it."""

CUT = regex.compile(r"(?:\.\s?\.\s?\.|\u2026)\s*[\])]?\s*\Z")
"""An ellipsis at the end of a folded text."""

OPEN_WORDS = frozenset(words("open_words"))
_LAST_WORD = regex.compile(r"(\p{L}+)\s*\Z")
_START = regex.compile(r"""[.!?\u2026:;]["')\]]*\s+""")


def ends_open(text: str) -> bool:
    """Whether a folded text ends in a word, a comma or a dash that something must follow."""
    word = _LAST_WORD.search(text[-40:])
    if word:
        return word[1].casefold() in OPEN_WORDS
    return text.rstrip().endswith((",", ";", " -", "\u2013", "\u2014", "("))


def last_sentence(text: str) -> int:
    """About where the last sentence of a folded text starts."""
    body = text.rstrip()
    return max((found.end() for found in _START.finditer(body, 0, len(body)) if found.end() < len(body)), default=0)
