"""What a page itself tells to be its article: by the `articleBody` of its JSON-LD, or by an element of that name.

The body in JSON-LD is a hint and never a text: it has no place in what readers see, and some sites cut it short.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from flows.reading.html.leaves import Leaf
from flows.reading.html.linked_data import linked_data
from flows.reading.html.tree import Element, Page

WINDOW = 24
"""Letters and digits in a row that no two texts share by chance."""

MATCH = 0.5
"""The share of a leaf's windows that stand in the body; markup and entities may break some."""

LONGEST = 200_000
"""Characters of a body that are looked at."""

_BODY = "articleBody"
_BETWEEN = regex.compile(r"[^\p{L}\p{N}]+")


def told_leaves(page: Page, leaves: Sequence[Leaf]) -> list[int]:
    """The leaves, but the shortest, that stand in the article as the page tells it; none when it tells nothing."""
    body = _article_body(page)
    known = {body[at : at + WINDOW] for at in range(len(body) - WINDOW + 1)}
    return [at for at, leaf in enumerate(leaves) if known and _stands_in(known, _squeezed(leaf.passage.text))]


def told_element(page: Page) -> Element | None:
    """The only element that the page marks as the body of its article."""
    if _BODY not in page.source:
        return None
    found = [element for element in page.elements if _BODY in element.get("itemprop").split()]
    return found[0] if len(found) == 1 else None


def _article_body(page: Page) -> str:
    """The only body that the page gives, squeezed; a page that gives several tells other articles."""
    if _BODY not in page.source:
        return ""
    bodies = {body for node in linked_data(page) if isinstance(body := node.get(_BODY), str)}
    return _squeezed(bodies.pop()[:LONGEST]) if len(bodies) == 1 else ""


def _stands_in(known: set[str], text: str) -> bool:
    windows = [text[at : at + WINDOW] for at in range(0, len(text) - WINDOW + 1, WINDOW)]
    return bool(windows) and sum(window in known for window in windows) >= MATCH * len(windows)


def _squeezed(text: str) -> str:
    return _BETWEEN.sub("", text).casefold()
