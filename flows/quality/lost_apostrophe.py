"""`lost_apostrophe`: an apostrophe is gone, as where a page dropped typographic quotes.

What stood behind it stands alone ("today s"), behind a question mark ("today?s"), or has run into the word before where
no word is spelled so ("doesnt").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from flows.quality.firing import Firing
from flows.quality.vocabulary import words
from flows.reading.document import Document

_LONE = regex.compile(r"[ ?](?<lone>s|t|re|ve|ll) (?:\p{L}[\p{L}-]*+(?!')|\p{Sc}?\d+(?:[.,]\d+)*)")
_BEFORE = regex.compile(r"(?<![\p{L}\p{N}'.-])\p{L}[\p{L}-]*+\Z")
_JOINED = {f"{stem}t": f"{stem}'t" for stem in words("joined_negated")} | {
    f"{stem}s": f"{stem}'s" for stem in words("joined_owners")
}
_RUN_TOGETHER = re.compile(rf"\b(?:{'|'.join(_JOINED)})\b")
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
                mended = f"{before[0]}'{found[0][1:]}"
                yield Firing("lost_apostrophe", block, before.start(), found.end(), expected=mended, actual=quote)
        for joined in _RUN_TOGETHER.finditer(text):
            yield Firing("lost_apostrophe", block, *joined.span(), expected=_JOINED[joined[0]], actual=joined[0])


def _owns(word: str, lone: str) -> bool:
    if lone == "s":
        return len(word) > 1 and word not in _NO_OWNERS
    return word in (_NEGATED if lone == "t" else _PRONOUNS)
