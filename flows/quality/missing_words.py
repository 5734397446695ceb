"""`missing_words`: a sentence lacks a word that its grammar needs.

Three gaps can be seen without a grammar of all English, from closed classes of words alone: a determiner with no noun
behind it ("the of", "their is"), a preposition whose adjective lacks its noun before the verb ("for generative
extends"), and a naming verb that names nothing ("known as in"). Words in quotation marks, and pairs that stand in good
English ("the in crowd", "as in the past"), are let be: a false alarm costs more than a gap missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.quality.firing import Firing, prose_of
from flows.quality.vocabulary import any_of
from flows.reading.document import Document

# `re` is twice as fast as `regex` on long alternations.
GAPS = {
    "a noun": re.compile(rf"\b(?:The|{any_of('determiners')}) {any_of('no_noun')}\b"),
    "a noun after the adjective": re.compile(
        rf"\b{any_of('prepositions')} {any_of('adjectives')} {any_of('finite')}\b"
    ),
    "a name": re.compile(rf"\b{any_of('naming')} as {any_of('places')}\b"),
}
"""What is missing, and where to see it in a folded text."""

# What makes the word beside it a quotation, or a part of a longer word.
_BEFORE = frozenset("'\"&/-.")
_AFTER = frozenset("'\"&/-")


def find(document: Document) -> Iterator[Firing]:
    for block in prose_of(document):
        text = block.passage.folded
        for expected, gap in GAPS.items():
            for found in gap.finditer(text):
                before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
                if before not in _BEFORE and after not in _AFTER:
                    yield Firing("missing_words", block, found.start(), found.end(), expected, found[0])
