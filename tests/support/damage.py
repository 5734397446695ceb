"""What the tests of the quality rules share: a sound article, the findings of a text, and gaps cut into sentences."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import NOUNS
from flows.quality.findings import find
from flows.reading.media import TEXT
from flows.reading.read import read

ARTICLE = (
    "The harbour authority said on Monday that traffic had grown again. It will add two more berths before the "
    "summer, one of them for ferries. The works are to cost less than was planned.\n\n"
)


def fired(source: str, code: str, media_type: str = TEXT) -> list[str]:
    """The quotes of the findings of one code."""
    return [found.quote for found in find(read(source.encode(), media_type=media_type)) if found.code == code]


def without_a_noun(sentence: str, chance: Random) -> str | None:
    """The sentence without one of its runs of nouns that stand behind a determiner, an adjective or a preposition."""
    runs = list(_runs(Tagged.of(sentence, 0, len(sentence))))
    if not runs:
        return None
    start, end = chance.choice(runs)
    left, right = sentence[:start].rstrip(), sentence[end:].lstrip()
    return left + right if right[:1] in (".", ",", ";", "?") else f"{left} {right}"


def _runs(tagged: Tagged) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(tagged):
        first = at
        while tagged.tag(at) in NOUNS:
            at += 1
        if at > first and tagged.tag(first - 1) in ("DT", "PRP$", "JJ", "IN") and tagged.tag(at) != "POS":
            yield tagged.span(first, at)
        at += 1
