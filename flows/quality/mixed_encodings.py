"""`mixed_encodings`: UTF-8 that was read as Windows-1252 or Latin-1 before the text came here ("donâ€™t", "cafÃ©").

Each character that news is made of has one wrong spelling in either encoding. Those that may stand in good text are
left out: a capital with a quotation mark or a dash behind it ("IRMÃ”").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from flows.quality.firing import Firing
from flows.reading.document import Document

_QUOTES_AND_DASHES = "\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014\u2026\u2039\u203a"
_MARKS = _QUOTES_AND_DASHES + "\u2022\u2032\u2033\u20ac\u2122\u2212\u2192\ufb01\ufb02"
_LETTERS = "".join(map(chr, range(0xA1, 0x180)))
_BEHIND_CAPITALS = frozenset(_QUOTES_AND_DASHES + "\xa0\xab\xbb\xb7")


def _misread(character: str) -> Iterator[str]:
    """How a character looks when the bytes of its UTF-8 are read one by one."""
    for encoding in ("cp1252", "latin-1"):
        try:
            yield character.encode().decode(encoding)
        except UnicodeDecodeError:
            continue


MENDED = {
    wrong: right
    for right in "\xa0" + _LETTERS + _MARKS
    for wrong in _misread(right)
    if right == "\xa0" or len(wrong) > 2 or wrong[1] not in _BEHIND_CAPITALS
}
"""What each wrong spelling stands for."""

_LEADS = re.compile(f"[{''.join(sorted({wrong[0] for wrong in MENDED}))}]")


@cache
def _wrong() -> re.Pattern[str]:
    """Any of the wrong spellings; hardly a text has one."""
    return re.compile("|".join(map(re.escape, sorted(MENDED))))


def find(document: Document) -> Iterator[Firing]:
    """One finding per block, from its first such character to its last."""
    for block in document.blocks:
        text = block.passage.text
        if text.isascii() or not _LEADS.search(text):
            continue
        places = list(_wrong().finditer(text))
        if places:
            first, last = places[0], places[-1]
            yield Firing("mixed_encodings", block, first.start(), last.end(), MENDED[first[0]], first[0])
