"""Headings of plain text that nothing marks: short lines without an end mark in front of prose.

A line is a heading only by what follows it. A run of short lines is a list that lost its bullets, or an address; one
short line in front of a paragraph, a list or a table is its heading. A numbered line is one if the next number does
not follow at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from flows.reading.chunks import Chunk

LONGEST = 80
MOST_WORDS = 12
LONGEST_TITLE = 120
MOST_TITLE_WORDS = 20
PROSE = 100

_END_MARK = re.compile(r"""[.!?\u2026:;,\u3002\uff01\uff1a\uff1b\uff0c]["'\u201d\u2019)\]]*\Z""")
_QUESTION = re.compile(r"""[?\uff1f]\Z""")
_OPENS = regex.compile(r"""["'\u201c\u2018(\[]?[\p{Lu}\p{Lo}\p{N}]""")
_NUMBERED = regex.compile(
    r"(?:(?:Chapter|Section|Part|Appendix)[ \xa0]+)?(?<number>\d{1,3}(?:\.\d{1,3})*)[.):]?[ \t\xa0]+\p{L}"
)

# Lines that stand around an article and name nobody's section: bylines, dates, credits, share bars.
_FURNITURE = re.compile(
    r"(?:(?:written|reported|edited|photographed|published|posted|updated|last updated|modified) )?(?:by|on)\b|"
    r"(?:published|posted|updated|last updated|modified|tags?|filed under|categor(?:y|ies)|share|source|photo|image)\b|"
    r"(?:https?://|www\.)|[\w.+-]+@|\u00a9|copyright\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
)
_DATE = re.compile(rf"(?>(?:(?i:{_MONTH})|\d+(?:st|nd|rd|th)?|[AaPp][Mm]\b|[A-Z]{{2,4}}\b|[\s,:/.|-])+)")


def promote(chunks: Sequence[Chunk]) -> None:
    """Make headings of the chunks that are, with their level: 1 for the title, else 2, or a number's depth plus 1."""
    following: Chunk | None = None
    for at in range(len(chunks) - 1, -1, -1):
        chunk = chunks[at]
        before = chunks[at - 1] if at else None
        if following and chunk.kind in ("paragraph", "list_item") and _is_heading(chunk, before, following):
            number = _NUMBERED.match(chunk.text)
            chunk.level = (1 if before is None else 2) if number is None else 2 + number["number"].count(".")
            chunk.kind, chunk.rule_id, chunk.depth = "heading", "text.heading", 0
        following = chunk


def _is_heading(chunk: Chunk, before: Chunk | None, following: Chunk) -> bool:
    if chunk.kind == "list_item":
        return _numbers_section(chunk, before, following)
    return _looks_like_heading(chunk, title=before is None) and (_is_text(following) or before is None)


def _numbers_section(chunk: Chunk, before: Chunk | None, following: Chunk) -> bool:
    """Whether a numbered line is a section's, not an item of a list that goes on before or after it."""
    listed = any(near is not None and near.kind == "list_item" for near in (before, following))
    return bool(_NUMBERED.match(chunk.text)) and chunk.alone and not listed and _looks_like_heading(chunk, title=False)


def _looks_like_heading(chunk: Chunk, *, title: bool) -> bool:
    text = chunk.text
    if len(chunk.lines) > 1 and not title:
        return False
    length = sum(len(line.text) + 1 for line in chunk.lines)
    words = sum(line.text.count(" ") + 1 for line in chunk.lines)
    if length > (LONGEST_TITLE if title else LONGEST) or words > (MOST_TITLE_WORDS if title else MOST_WORDS):
        return False
    if _END_MARK.search(chunk.ending) and not (chunk.alone and _QUESTION.search(chunk.ending)):
        return False
    return bool(_OPENS.match(text)) and not _FURNITURE.match(text) and not _DATE.fullmatch(text)


def _is_text(chunk: Chunk) -> bool:
    """Whether a heading may stand above the chunk: a list, a table, or prose."""
    if chunk.kind != "paragraph":
        return chunk.kind in ("list_item", "table", "quote")
    return len(chunk.lines) > 1 or len(chunk.text) > PROSE or bool(_END_MARK.search(chunk.ending))
