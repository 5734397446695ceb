"""`truncated_end`: the article stops inside a sentence.

The last block of prose is looked at. A word that cannot be the last one tells everywhere; in a paragraph a missing end
mark tells, too, if the paragraph reads like prose and the article ends its sentences elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from flows.quality.firing import Firing
from flows.quality.sentence_ends import CUT, ENDS, ends_open, last_sentence
from flows.reading.document import Block, Document

FEWEST_WORDS = 8
FEWEST_OPEN = 4
FEWEST_ENDED = 3
SMALL = 0.6

_STOP = regex.compile(r"""\p{Ll}[.!?]["')\]]*\s""")
_WORD = regex.compile(r"\p{L}[\p{L}'-]*")
_SIGNED_OFF = regex.compile(r"(?:[:;]-?[()DP]|(?:https?://|www\.)\S+)\s*\Z")
_PASSED_OVER = ("boilerplate", "caption", "code")


def find(document: Document) -> Iterator[Firing]:
    blocks = [block for block in document.blocks if block.kind not in _PASSED_OVER]
    if not blocks or blocks[-1].kind not in ("paragraph", "list_item"):
        return
    last = blocks[-1]
    text = last.passage.folded
    if _stops_short(last, text, others=blocks[:-1]):
        words = [word.start() for word in _WORD.finditer(text, last_sentence(text))]
        start = words[-2:][0] if words else last_sentence(text)
        yield Firing("truncated_end", last, start, len(text.rstrip()), expected="a sentence end")


def _stops_short(block: Block, text: str, others: list[Block]) -> bool:
    if CUT.search(text[-40:]):
        return block.kind == "paragraph" and _reads_like_prose(text)
    if ENDS.search(text[-40:]) or _SIGNED_OFF.search(text[-200:]):
        return False
    if ends_open(text):
        return len(_WORD.findall(text, last_sentence(text))) >= FEWEST_OPEN
    if block.kind != "paragraph" or text.rstrip().endswith(":"):
        return False
    ended = sum(len(_STOP.findall(one.passage.folded + " ")) for one in (*others, block))
    return ended >= FEWEST_ENDED and _reads_like_prose(text)


def _reads_like_prose(text: str) -> bool:
    """Whether the last sentence has the small words of one; credits and addresses are mostly names."""
    words = _WORD.findall(text[last_sentence(text) :])
    small = sum(word[0].islower() for word in words)
    return len(words) >= FEWEST_WORDS and small >= SMALL * len(words)
