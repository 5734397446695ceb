"""What of a page is not shown: by its element, its attributes or its inline style. Style sheets are not read."""

from __future__ import annotations

import re

from flows.reading.html.elements import UNSEEN
from flows.reading.html.tree import Element

MOST = 0.5
"""An element with more than this share of a page's text is not hidden: a script shows it when the page is loaded."""

# Classes that a style sheet in use on many sites hides: MediaWiki's keys by which a column is sorted.
HIDDEN_CLASSES = frozenset({"sortkey"})

_HINT = re.compile(rf"hidden|none|<dialog|{'|'.join(HIDDEN_CLASSES)}", re.IGNORECASE)
_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)


def is_hidden(element: Element, source: str, whole: int) -> bool:
    """Whether an element is not shown; `whole` is the length of the page's text."""
    if element.tag in UNSEEN:
        return True
    if not _HINT.search(source, element.start, element.inside) or element.length > MOST * whole:
        return False
    given = element.attributes
    return (
        ("hidden" in given and given["hidden"].lower() != "until-found")
        or given.get("aria-hidden", "").strip().lower() == "true"
        or (element.tag == "dialog" and "open" not in given)
        or not HIDDEN_CLASSES.isdisjoint(given.get("class", "").split())
        or bool(_STYLE.search(given.get("style", "")))
    )
