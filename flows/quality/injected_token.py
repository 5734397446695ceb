"""`injected_token`: a token in another script stands bare in a sentence of Latin script.

Search keywords are pasted so, within a sentence or in front of it. A gloss is not: it stands in brackets or quotation
marks, behind a name, or behind a word that says that a word follows.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from flows.quality.firing import Firing, prose_of
from flows.quality.vocabulary import words
from flows.reading.document import Document

# Not Greek: its letters are signs of science.
_SCRIPTS = "Han Hiragana Katakana Hangul Cyrillic Arabic Hebrew Thai Devanagari Bengali Tamil".split()
_FOREIGN = "[" + "".join(rf"\p{{{script}}}" for script in _SCRIPTS) + "]"
_SIGN = regex.compile(_FOREIGN)
_TOKEN = regex.compile(
    rf"(?<![\p{{Latin}}\p{{N}}])(?=[\p{{Latin}}\p{{N}}]*{_FOREIGN})[\p{{Latin}}\p{{N}}{_FOREIGN[1:-1]}-]+"
)
_BEFORE = regex.compile(r"(?<![\p{L}'-])(\p{L}[\p{L}'-]*) \Z")
_AFTER = regex.compile(r" \p{Latin}")
_BETWEEN_SENTENCES = regex.compile(r"\p{Ll}[.!?]['\")]? \Z")
_OPENS_SENTENCE = regex.compile(r" \p{Lu}[\p{L}'-]* \p{Ll}")
_LATIN = regex.compile(r"\p{Latin}")

_TELLING = frozenset(words("telling"))
_NO_NAMES = frozenset(words("determiners") + words("prepositions") + ("a", "in", "on", "for", "of"))
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
    """Whether the token stands between two sentences, or two words of which the first names and announces nothing."""
    before = _BEFORE.search(text, max(0, token.start() - 40), token.start())
    if not before and _BETWEEN_SENTENCES.search(text, max(0, token.start() - 4), token.start()):
        return bool(_OPENS_SENTENCE.match(text, token.end()))
    if not before or not _AFTER.match(text, token.end()):
        return False
    return before[1].lower() not in _TELLING and (before[1].islower() or before[1].lower() in _NO_NAMES)
