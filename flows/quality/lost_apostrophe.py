"""`lost_apostrophe`: an apostrophe is gone, as where a page dropped typographic quotes.

What stood behind it stands alone ("today s"), behind a question mark ("today?s"), or has run into the word before where
no word is spelled so ("doesnt") or none can stand so ("its been", "its a").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from flows.quality.firing import Firing
from flows.quality.vocabulary import words
from flows.reading.document import Block, Document

_ENDINGS = ("s", "t", "re", "ve", "ll", "d", "m")
_LONES = tuple(f"{mark}{ending} " for mark in " ?" for ending in _ENDINGS)
_LONE = regex.compile(
    r"[ ?](?<lone>\L<endings>) (?:\p{L}[\p{L}-]*+(?!'(?!s? \p{L}))|\p{Sc}?\d+(?:[.,]\d+)*|\.\.\.)", endings=_ENDINGS
)
_BEFORE = regex.compile(r"(?<![\p{L}\p{N}'.-])\p{L}[\p{L}-]*+\Z")
_JOINED = {f"{stem}t": f"{stem}'t" for stem in words("joined_negated")} | {
    f"{stem}s": f"{stem}'s" for stem in words("joined_owners")
}
_RUN_TOGETHER = re.compile(rf"\b(?:{'|'.join(_JOINED)})\b")
# An owner is followed by what it owns, not by another determiner or a participle of "be".
_ITS = re.compile(
    r"\b[Ii]ts (?:not )?(?:an?|the|been|that|just|about|this)\b(?!-)"
    r"|\bIts not (?!in|un|im|ir|dis|very|so|too|[a-z]+ly\b)[a-z]+\b(?!-)"
)
LONGEST_WORD = 40

# What a lone letter may belong to: an "s" to any word but some, the others to their few.
_NO_OWNERS = frozenset(words("no_owners"))
_NEGATED = frozenset(words("negated"))
_PRONOUNS = frozenset(words("pronouns"))


def find(document: Document) -> Iterator[Firing]:
    blocks = [block for block in document.blocks if block.kind not in ("code", "table")]
    whole = "\n".join([block.passage.folded for block in blocks])
    if any(lone in whole for lone in _LONES):
        for block in blocks:
            yield from _alone(block)
    if "ts " in whole:
        for block in blocks:
            yield from _owners_of_nothing(block)
    if present := [joined for joined in _JOINED if joined in whole]:
        for block in blocks:
            if any(joined in block.passage.folded for joined in present):
                yield from _run_together(block)


def _alone(block: Block) -> Iterator[Firing]:
    """The endings that stand alone behind the word that they belong to."""
    text = block.passage.folded
    for found in _LONE.finditer(text):
        before = _BEFORE.search(text, max(0, found.start() - LONGEST_WORD), found.start())
        if before and _owns(before[0].casefold(), found["lone"]):
            quote = text[before.start() : found.end()]
            mended = f"{before[0]}'{found[0][1:]}"
            yield Firing("lost_apostrophe", block, before.start(), found.end(), expected=mended, actual=quote)


def _run_together(block: Block) -> Iterator[Firing]:
    for joined in _RUN_TOGETHER.finditer(block.passage.folded):
        yield Firing("lost_apostrophe", block, *joined.span(), expected=_JOINED[joined[0]], actual=joined[0])


def _owners_of_nothing(block: Block) -> Iterator[Firing]:
    """ "Its" where "it's" is meant."""
    for found in _ITS.finditer(block.passage.folded):
        mended = f"{found[0][:2]}'{found[0][2:]}"
        yield Firing("lost_apostrophe", block, *found.span(), expected=mended, actual=found[0])


def _owns(word: str, lone: str) -> bool:
    if lone == "s":
        return len(word) > 1 and word not in _NO_OWNERS
    if lone == "m":
        return word == "i"
    return word in (_NEGATED if lone == "t" else _PRONOUNS)
