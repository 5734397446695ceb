"""`missing_words`: a sentence lacks a word that its grammar needs.

Three gaps can be seen without a grammar of all English, from closed classes of words alone: a determiner with no noun
behind it ("the of", "their is"), a preposition whose adjective lacks its noun before the verb ("for generative
extends"), and a naming verb that names nothing ("known as in"). Words in quotation marks, and pairs that stand in good
English ("the in crowd", "as in the past"), are let be: a false alarm costs more than a gap missed.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from flows.quality.firing import Firing, prose_of
from flows.quality.vocabulary import any_of
from flows.reading.document import Document

_START, _END = r"(?<![\p{L}\p{N}'\".&/-])", r"(?![\p{L}\p{N}'\"&/-])"

GAPS = {
    "a noun": regex.compile(rf"{_START}(?:The|{any_of('determiners')}) {any_of('no_noun')}{_END}"),
    "a noun after the adjective": regex.compile(
        rf"{_START}{any_of('prepositions')} {any_of('adjectives')} {any_of('finite')}{_END}"
    ),
    "a name": regex.compile(rf"{_START}{any_of('naming')} as {any_of('places')}{_END}"),
}
"""What is missing, and where to see it in a folded text."""


def find(document: Document) -> Iterator[Firing]:
    for block in prose_of(document):
        for expected, gap in GAPS.items():
            for found in gap.finditer(block.passage.folded):
                yield Firing("missing_words", block, found.start(), found.end(), expected, found[0])
