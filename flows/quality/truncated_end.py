"""`truncated_end`: the article stops inside a sentence.

The last block of prose is looked at. A word that cannot be the last one tells everywhere. A missing end mark tells
where the article ends its sentences: behind whole sentences of the same block, in a list whose other items end with a
mark, and in a paragraph that reads like prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from flows.quality.firing import Firing
from flows.quality.sentence_ends import CUT, ENDS, ends_open, last_sentence
from flows.reading.document import Block, Document

FEWEST_WORDS = 8
FEWEST_OPEN = 4
FEWEST_BEHIND_ONE = 2
FEWEST_ENDED = 3
FEWEST_OTHERS = 2
SMALL = 0.6
MOST_OPEN = 0.2

_STOP = regex.compile(r"""[\p{Ll}\p{N}%][.!?]["')\]]*\s""")
_WORD = regex.compile(r"\p{L}[\p{L}'-]*")
_SIGNED_OFF = regex.compile(
    r"""(?:[:;]-?[()DP]|(?:https?://|www\.)\S+|\S@\S+|[)\]]|\p{L}/\p{L}+)\s*\Z"""
    r"|(?:\u00a9|copyright|all rights reserved|(?:reporting|editing|written|photo\w*|image|translated) by\b|\|\s).*\Z",
    regex.IGNORECASE,
)
_PASSED_OVER = ("boilerplate", "caption", "code")
_PROSE = ("paragraph", "list_item")


def find(document: Document) -> Iterator[Firing]:
    blocks = [block for block in document.blocks if block.kind not in _PASSED_OVER]
    if not blocks or blocks[-1].kind not in _PROSE:
        return
    last = blocks[-1]
    text = last.passage.folded
    if _stops_short(last, text, others=[block for block in blocks[:-1] if block.kind in _PROSE]):
        words = [word.start() for word in _WORD.finditer(text, last_sentence(text))]
        start = words[-2:][0] if words else last_sentence(text)
        yield Firing("truncated_end", last, start, len(text.rstrip()), expected="a sentence end")


def _stops_short(block: Block, text: str, others: Sequence[Block]) -> bool:
    rest = text[last_sentence(text) :]
    if CUT.search(text[-40:]):
        return block.kind == "paragraph" and _reads_like_prose(rest)
    if ENDS.search(text[-40:]) or text.rstrip().endswith(":") or _SIGNED_OFF.search(rest[-200:]):
        return False
    if ends_open(text):
        return len(_WORD.findall(rest)) >= FEWEST_OPEN or _is_left_open(block, text, rest, others)
    return _is_left_open(block, text, rest, others)


def _is_left_open(block: Block, text: str, rest: str, others: Sequence[Block]) -> bool:
    """Whether the last sentence lacks the end mark that the others have."""
    ended = len(_STOP.findall(text))
    words = len(_WORD.findall(rest))
    if ended and (ended > 1 or words >= FEWEST_BEHIND_ONE) and not _is_names(rest) and _end_closed(others):
        return True
    if block.kind == "list_item":
        return _end_closed([other for other in others if other.kind == "list_item"])
    ended += sum(len(_STOP.findall(other.passage.folded + " ")) for other in others)
    return ended >= FEWEST_ENDED and _reads_like_prose(rest)


def _end_closed(blocks: Sequence[Block]) -> bool:
    """Whether blocks end their sentences, all but a few."""
    closed = [bool(ENDS.search(block.passage.folded[-40:])) for block in blocks]
    return sum(closed) >= FEWEST_OTHERS and closed.count(False) <= MOST_OPEN * len(closed)


def _is_names(rest: str) -> bool:
    words = _WORD.findall(rest)
    return len(words) > 1 and not any(word.islower() for word in words)


def _reads_like_prose(rest: str) -> bool:
    """Whether a sentence has the small words of one; credits and addresses are mostly names."""
    words = _WORD.findall(rest)
    small = sum(word[0].islower() for word in words)
    return len(words) >= FEWEST_WORDS and small >= SMALL * len(words)
