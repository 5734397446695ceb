"""Hyphens at the ends of lines: those of a word that was broken there, and those that the word is written with.

Print does not tell them apart, so the document's other words do; where they say nothing, a hyphen before small letters
broke a word unless a word stands before it that often opens compounds.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from flows.reading.wrapping import glue

HYPHENS = ("-", "\u2010")

_BROKEN = regex.compile(r"(?<head>[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*)[-\u2010]\Z")
_TAIL = regex.compile(r"[\p{L}\p{M}]+")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:[-\u2010\u2011]\p{L}[\p{L}\p{M}]*)*")

# First words of English compounds that are usual in news and reports. Each also stands alone, so that none is a
# likely first half of a broken word.
COMPOUNDS = frozenset(
    """
    all anti cross double end first five four free full half hard high higher large late left long low lower market
    medium mid multi near new non off old one open part policy post pre price quarter rate real record right round
    second self semi seven short single six small so state tax ten third three time top twenty two up well world year
    """.split()
)


class Hyphens:
    """Knows the words of a document, and so how a word reads that a line's end cuts."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words = {word.casefold() for line in lines for word in _inner_words(line)}
        self._second_words = {word.rpartition("-")[2] for word in self._words if "-" in word}

    def glue(self, line: str, following: str) -> tuple[int, str]:
        """How many characters of the line's end are dropped, and what the line break reads as."""
        broken = _BROKEN.search(line) if line.endswith(HYPHENS) else None
        tail = _TAIL.match(following)
        joint = glue(line, following)
        if not broken or not tail or joint:
            return 0, joint
        return (0 if self._is_compound(broken["head"], tail[0]) else 1), ""

    def _is_compound(self, head: str, tail: str) -> bool:
        known_whole = (head + tail).casefold() in self._words
        known_compound = f"{head}-{tail}".casefold() in self._words
        if known_whole != known_compound:
            return known_compound
        opens, closes = head.rpartition("-")[2].casefold() in COMPOUNDS, tail.casefold() in self._second_words
        return not tail[0].islower() or opens or closes


def _inner_words(line: str) -> list[str]:
    """The words of a line but the last, which the line's end may cut."""
    words = _WORD.findall(line)
    return words[:-1] if words and line.endswith(HYPHENS) else words
