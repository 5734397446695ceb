"""`injected_token`: a token in Chinese, Japanese or Korean script stands bare in a sentence of Latin script.

Search keywords are pasted so. A gloss is not: it stands in brackets or quotation marks, behind a name, or behind a
word that says that a word follows.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from flows.quality.firing import Firing, prose_of
from flows.quality.vocabulary import words
from flows.reading.document import Document

_FOREIGN = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"
_SIGN = regex.compile(_FOREIGN)
_TOKEN = regex.compile(
    rf"(?<![\p{{Latin}}\p{{N}}])(?=[\p{{Latin}}\p{{N}}]*{_FOREIGN})[\p{{Latin}}\p{{N}}{_FOREIGN[1:-1]}-]+"
)
_BEFORE = regex.compile(r"(?<![\p{L}'-])(\p{L}[\p{L}'-]*) \Z")
_AFTER = regex.compile(r" \p{Latin}")
_LATIN = regex.compile(r"\p{Latin}")

_TELLING = frozenset(words("telling"))
MOST_FOREIGN = 0.2


def find(document: Document) -> Iterator[Firing]:
    for block in prose_of(document):
        text = block.passage.folded
        if text.isascii() or not (foreign := _SIGN.findall(text)):
            continue
        if len(foreign) > MOST_FOREIGN * len(_LATIN.findall(text)):
            continue
        for token in _TOKEN.finditer(text):
            if _is_bare(text, token):
                yield Firing("injected_token", block, token.start(), token.end())


def _is_bare(text: str, token: regex.Match[str]) -> bool:
    """Whether the token stands between two words of the sentence, the first of which names and announces nothing."""
    before = _BEFORE.search(text, max(0, token.start() - 40), token.start())
    if not before or not _AFTER.match(text, token.end()):
        return False
    return before[1].islower() and before[1] not in _TELLING
