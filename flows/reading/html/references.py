"""Character references: where one stands in the source text and what it stands for (WHATWG HTML, 13.2.5.72)."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from typing import NamedTuple

_REFERENCE = re.compile(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|[a-zA-Z][a-zA-Z0-9]*+;?)")
_LONGEST = max(map(len, html5))
_MOST_DIGITS = 8
"""A number of more digits, zeros before it aside, names no character."""


class Reference(NamedTuple):
    """source[...:end] reads as `text`; that of a character which no text may hold is empty."""

    end: int
    text: str


def reference_at(source: str, at: int, end: int) -> Reference | None:
    """The character reference that starts at source[at]; None where the ampersand stands for itself."""
    found = _REFERENCE.match(source, at, end)
    if not found:
        return None
    name = found.group()
    if name[1] == "#":
        return Reference(found.end(), _numbered(name.rstrip(";")))
    if (text := html5.get(name[1:])) is not None:
        return Reference(found.end(), text)
    for length in range(min(len(name) - 1, _LONGEST), 1, -1):
        if (text := html5.get(name[1 : 1 + length])) is not None:
            return Reference(at + 1 + length, text)
    return None


def read_references(text: str) -> str:
    """A text with its character references read."""
    if "&" not in text:
        return text
    parts: list[str] = []
    at = 0
    while (start := text.find("&", at)) >= 0:
        found = reference_at(text, start, len(text)) or Reference(start + 1, "&")
        parts += (text[at:start], found.text)
        at = found.end
    return "".join((*parts, text[at:]))


def _numbered(name: str) -> str:
    """The character of "&#65" or "&#x41"; numbers that the standard gives another meaning have that."""
    sign = 3 if name[2] in "xX" else 2
    digits = name[sign:].lstrip("0") or "0"
    return unescape(f"{name[:sign]}{digits};") if len(digits) <= _MOST_DIGITS else "\ufffd"
