"""`dangling_list_intro`: a sentence announces items, and none follow.

A colon may also announce a quotation, a reason or a story. So a sentence must say that it lists ("including:", "the
following:"); one that only tells a number of things ("several critical issues:") counts if nothing follows, or a
paragraph that looks back on them. Items are a list, a table, code, a quote, a caption, headed sections, or short lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from flows.quality.firing import Firing, prose_of
from flows.quality.sentence_ends import last_sentence
from flows.quality.vocabulary import any_of
from flows.reading.document import Block, Document

_COLON = regex.compile(r"[:\uff1a]\s*\Z")
_LISTS = regex.compile(
    r"\b(?:includ(?:e|es|ed|ing)|such as|(?:the|as) (?:\w+ ){0,2}follow(?:s|ing)(?: \w+){0,3}|namely"
    r"|for (?:example|instance))\s*[:\uff1a]\s*\Z",
    regex.IGNORECASE,
)
_COUNTS = regex.compile(
    rf"\b(?:{any_of('counting')}|\d{{1,2}}|(?:number|range|variety|series|set|list) of) "
    rf"(?:of )?(?:the )?(?:\w+[- ]){{0,3}}?\w+s(?: \w+){{0,4}}\s*[:\uff1a]\s*\Z",
    regex.IGNORECASE,
)

# How an item may begin when its list mark is lost: a label, an ordinal, a quotation.
_ITEM = regex.compile(
    r"""["'\u300c(\[]|(?:first|second|third|one|another|1)(?:ly)?\b|\p{Lu}[^.!?:\u2013\u2014]{0,60}(?::|\s[-\u2013\u2014])\s"""
)
_LOOKS_BACK = regex.compile(rf"{any_of('looking_back')}\b", regex.IGNORECASE)
SHORT = 15
REACH = 200
_SENTENCE_END = regex.compile(r"""[.!?]["')\]]*\s*\Z""")


def find(document: Document) -> Iterator[Firing]:
    for block in prose_of(document):
        text = block.passage.folded
        if not _COLON.search(text[-8:]):
            continue
        start = last_sentence(text)
        following = document.blocks[block.block_no + 1 : block.block_no + 2]
        if _announces(text[max(start, len(text) - REACH) :], following) and not _brings_items(following):
            yield Firing("dangling_list_intro", block, start, len(text.rstrip()), expected="a list or a table")


def _announces(sentence: str, following: Sequence[Block]) -> bool:
    """Whether a sentence lists, or counts things that what follows takes as said."""
    if _LISTS.search(sentence):
        return True
    looked_back = not following or following[0].kind == "boilerplate" or bool(_LOOKS_BACK.match(following[0].content))
    return looked_back and bool(_COUNTS.search(sentence))


def _brings_items(following: Sequence[Block]) -> bool:
    """Whether the blocks after an announcement are what it announces."""
    if not following or following[0].kind == "boilerplate":
        return False
    if following[0].kind != "paragraph":
        return True
    text = following[0].passage.folded
    return bool(_ITEM.match(text)) or (len(text.split()) <= SHORT and not _SENTENCE_END.search(text))
