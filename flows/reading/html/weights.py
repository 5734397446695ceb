"""How much text a leaf of a page holds, how much of it stands outside links, and how much reads as prose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import regex

from flows.reading.html.leaves import Leaf
from flows.reading.html.tree import Element, Page

LEAST_PROSE = 40
"""A shorter text is no prose, whatever it ends in: "Read more.", "Posted at 9 a.m."."""

IDEOGRAPH = 3
"""Letters of an alphabet that say about as much as one character of a script without spaces."""

_IDEOGRAPHS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_SENTENCE = regex.compile(r"[.!?\u0964][\"'\u2019\u201d)\]]*(?:\s|\Z)|[\u3002\uff01\uff1f]")


class Weight(NamedTuple):
    """Sizes in letters: of all text, of what is not in links, and of prose."""

    text: float
    unlinked: float
    prose: float


def weigh(leaf: Leaf) -> Weight:
    """The weight of a leaf: prose is long enough, outside links, and has the end of a sentence."""
    text = leaf.passage.text
    size = len(text) if text.isascii() else len(text) + (IDEOGRAPH - 1) * len(_IDEOGRAPHS.findall(text))
    unlinked = size * (1 - leaf.linked / len(text))
    is_prose = leaf.kind != "table" and unlinked >= LEAST_PROSE and _SENTENCE.search(text)
    return Weight(size, unlinked, unlinked if is_prose else 0.0)


def totals(page: Page, placed: Iterable[tuple[Element, float]]) -> dict[Element, float]:
    """What stands in each element, counting what stands in the elements inside it; elements of nothing are left out."""
    found: dict[Element, float] = {}
    for element, value in placed:
        if value:
            found[element] = found.get(element, 0.0) + value
    for element in reversed(page.elements):
        if element.parent and (value := found.get(element, 0.0)):
            found[element.parent] = found.get(element.parent, 0.0) + value
    return found
