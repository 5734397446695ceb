"""`dangling_list_intro`: a sentence announces items, and none follow.

A colon may also announce a quotation, a reason or a story. So a sentence must say that it lists ("including:"), stop
before its grammar is complete ("the fund pays for:"), or tell a number of things ("three conditions are met:"). Items
are a list, a table, code, a quote, a caption, headed sections below, or lines that look like items without marks.
At the very end of a text every sentence that stops with a colon lacks what it announces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE
from flows.claims.sentences import split
from flows.quality.firing import Firing, prose_of
from flows.quality.sentence_ends import ends_open, last_sentence
from flows.quality.vocabulary import any_of
from flows.reading.document import Block, Document
from flows.reading.media import TEXT

_COLON = re.compile(r"\s*:\s*\Z")
_LISTS = re.compile(
    rf"\b(?:{any_of('listing_ends')}|(?:the|as) (?:\w+ ){{0,2}}follow(?:s|ing)(?: \w+){{0,6}}"
    r"|what (?:they|we|he|she|it|you) (?:most )?(?:need|want|ask for|demand|propose|offer|recommend)s?"
    r"|(?:should|must|can|could|might) (?:also )?(?:consider|try|expect|avoid|choose|bring|pack|know|remember))\Z",
    re.IGNORECASE,
)
_COUNTS = regex.compile(
    rf"\b(?:(?i:{any_of('counting')})|\d{{1,2}}|(?:number|range|variety|series|set|list) of) "
    rf"(?:of )?(?:the )?(?:[\w-]+ ){{0,3}}?(?:\p{{Ll}}{{2,}}s|{any_of('plurals')})(?<!\b{any_of('told_in_prose')})"
    r"(?: [\w,'-]+){0,9}\Z"
)
# "Among the ideas on the table:": no clause, and more than one of them.
_AMONG = re.compile(r"(?:Also )?[Aa]mong \w+ ")
_CHART = re.compile(
    r"\b(?:chart|table|graph|figure|map|diagram|timeline|infographic) (?:below|here|opposite)\b"
    r"|\b(?:following|next) (?:chart|table|graph|figure|map|diagram|timeline|infographic)\b"
)
_LABEL = regex.compile(r"(?:\d+[.)] )?\p{Lu}[^.!?:]{0,60}: ")
_POINTS = re.compile(r"\bth(?:is|at)\Z", re.IGNORECASE)

# How an item may begin when its list mark is lost: a quotation, a small letter, a sign; an ordinal; a label.
_ITEM = regex.compile(
    r"""["'\u300c(\[] | \p{Ll} | [^\p{L}\p{N}\s]\s
      | (?:First|Second|Third|One|Another|1)(?:ly)?\b
      | \p{Lu}[^.!?:\u2013\u2014\u2192]{0,60}(?::|\s[-\u2013\u2014\u2192])\s
""",
    regex.VERBOSE,
)
_SENTENCE_END = re.compile(r"""[.!:]["')\]]*\s*\Z""")
SHORTEST = 5
SHORT = 15
LONGEST_FRAGMENT = 240
LONG = 160
REACH = 200
FEWEST_AT_END = 6


def find(document: Document) -> Iterator[Firing]:
    for block in prose_of(document):
        text = block.passage.folded
        colon = _COLON.search(text, max(0, len(text) - 8)) if ":" in text[-8:] else None
        if not colon:
            continue
        start = last_sentence(text)
        following = document.blocks[block.block_no + 1 : block.block_no + 3]
        announcement = text[max(start, colon.start() - REACH) : colon.start()]
        if _announces(announcement, following) and not _brings_items(document, block, following):
            yield Firing("dangling_list_intro", block, start, len(text.rstrip()), expected="a list or a table")


def _announces(sentence: str, following: Sequence[Block]) -> bool:
    """Whether a sentence (without its colon) is sure to announce items."""
    if _LISTS.search(sentence) or (ends_open(sentence) and not _POINTS.search(sentence)):
        return True
    if _CHART.search(sentence) or (_AMONG.match(sentence) and _is_fragment(sentence)):
        return True
    return sentence.count(" ") + 1 >= FEWEST_AT_END if _is_over(following) else bool(_COUNTS.search(sentence))


def _is_over(following: Sequence[Block]) -> bool:
    return not following or following[0].kind == "boilerplate"


def _brings_items(document: Document, block: Block, following: Sequence[Block]) -> bool:
    """Whether the blocks after an announcement are what it announces."""
    if _is_over(following):
        return False
    if following[0].kind == "heading":
        return document.media_type == TEXT or len(following[0].section_path) >= len(block.section_path)
    if following[0].kind != "paragraph":
        return True
    text = following[0].passage.folded
    if _LABEL.match(block.passage.folded) and _LABEL.match(text):
        return False  # labels open the sections of such a text, not its items
    return bool(_ITEM.match(text)) or _is_short(text, ended=False) or _are_short(following) or _are_fragments(following)


def _are_short(blocks: Sequence[Block]) -> bool:
    """Whether the blocks are a run of short ones, as items that are whole sentences."""
    return len(blocks) > 1 and all(
        block.kind == "paragraph" and _is_short(block.passage.folded, ended=True) for block in blocks
    )


def _are_fragments(blocks: Sequence[Block]) -> bool:
    """Whether the first block opens without a finite verb; of a long one that may be chance: the next must, too."""
    first, *others = (block.passage.folded for block in blocks if block.kind == "paragraph")
    return _is_fragment(first) and (len(first) < LONG or any(map(_is_fragment, others)))


def _is_fragment(text: str) -> bool:
    """Whether the first sentence has no finite verb: a label, a noun phrase, an instruction."""
    start, end = split(text[:LONGEST_FRAGMENT])[0]
    return end < LONGEST_FRAGMENT and FINITE.isdisjoint(Tagged.of(text, start, end).tags)


def _is_short(text: str, *, ended: bool) -> bool:
    """Whether a text is as short as an item; one that is no whole sentence must not be ended like one."""
    if text.count(" ") < SHORTEST and text.rstrip().endswith(":"):
        return True
    return text.count(" ") < SHORT and (ended or not _SENTENCE_END.search(text[-20:]))
