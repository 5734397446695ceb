"""`lost_apostrophe`: what stood behind an apostrophe stands alone, as where a page dropped typographic quotes."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from flows.quality.firing import Firing
from flows.quality.vocabulary import words
from flows.reading.document import Document

_LONE = regex.compile(r" (?<lone>s|t|re|ve|ll) \p{L}[\p{L}-]*+(?!')")
_BEFORE = regex.compile(r"(?<![\p{L}\p{N}'.-])\p{L}[\p{L}-]*+\Z")
LONGEST_WORD = 40

# What a lone letter may belong to: an "s" to any word but some, the others to their few.
_NO_OWNERS = frozenset(words("no_owners"))
_NEGATED = frozenset(words("negated"))
_PRONOUNS = frozenset(words("pronouns"))


def find(document: Document) -> Iterator[Firing]:
    for block in document.blocks:
        if block.kind in ("code", "table"):
            continue
        text = block.passage.folded
        for found in _LONE.finditer(text):
            before = _BEFORE.search(text, max(0, found.start() - LONGEST_WORD), found.start())
            if before and _owns(before[0].casefold(), found["lone"]):
                quote = text[before.start() : found.end()]
                mended = f"{before[0]}'{found[0].lstrip()}"
                yield Firing("lost_apostrophe", block, before.start(), found.end(), expected=mended, actual=quote)


def _owns(word: str, lone: str) -> bool:
    if lone == "s":
        return len(word) > 1 and word not in _NO_OWNERS
    return word in (_NEGATED if lone == "t" else _PRONOUNS)
