"""What of a page is not shown: by its element, its attributes or its inline style. Style sheets are not read."""

from __future__ import annotations

import re

from flows.reading.html.elements import UNSEEN
from flows.reading.html.tree import Element

MOST = 0.5
"""An element with more than this share of a page's text is not hidden: a script shows it when the page is loaded."""

# Classes that a style sheet in use on many sites hides: MediaWiki's keys by which a column is sorted.
HIDDEN_CLASSES = frozenset({"sortkey"})

# Roles of what a page shows on a click; its author means it to be read.
PANELS = frozenset({"tabpanel", "region"})

_HINTS = ("hidden", "none", *HIDDEN_CLASSES)
_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)


def is_hidden(element: Element, source: str, whole: int) -> bool:
    """Whether an element is not shown; `whole` is the length of the page's text."""
    if element.tag in UNSEEN:
        return True
    if element.length > MOST * whole:
        return False
    return (element.tag == "dialog" and "open" not in element.attributes) or _is_hidden_by_attribute(element, source)


def _is_hidden_by_attribute(element: Element, source: str) -> bool:
    if element.inside - element.start <= len(element.tag) + 2:
        return False
    start = source[element.start : element.inside].lower()
    for hint in _HINTS:
        if hint in start:
            break
    else:
        return False
    given = element.attributes
    return (
        ("hidden" in given and given["hidden"].lower() != "until-found")
        or given.get("aria-hidden", "").strip().lower() == "true"
        or not HIDDEN_CLASSES.isdisjoint(given.get("class", "").split())
        or (given.get("role") not in PANELS and bool(_STYLE.search(given.get("style", ""))))
    )
