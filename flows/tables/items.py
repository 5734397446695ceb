"""Cells that list several things: "Risk assessment, report generation, customer service"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

MOST_WORDS = 8
FEWEST_SURE = 3

# By the separator that the cell uses, the strongest first: a list parted by semicolons may hold commas.
_SEPARATORS = (
    regex.compile(r"[ \t]*(?:\n|[\u2022\u25aa\u00b7])[ \t]*"),
    regex.compile(r"[ \t]*[;\uff1b][ \t]*"),
    regex.compile(r"(?:[ \t]*,[ \t]+(?:(?:and|or)[ \t]+)?|[ \t]*[\u3001\uff0c][ \t]*)"),
)
_LAST_TWO = regex.compile(r"[ \t]+(?:and|or|&)[ \t]+")
_BRACKETED = regex.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|\u201c[^\u201d]*\u201d")
_SENTENCE = regex.compile(r"[.!?](?:\s|\Z)")
_ABBREVIATED = regex.compile(r"\b(?:e\.g|i\.e|etc|incl|vs|no|approx|inc|ltd|co|st)\.", regex.IGNORECASE)


def items_of(text: str) -> tuple[str, ...] | None:
    """The items that a cell lists, two or more short ones; None for prose and for a single thing."""
    masked = _BRACKETED.sub(lambda found: "x" * len(found[0]), text)
    if _SENTENCE.search(_ABBREVIATED.sub("", masked)):
        return None
    for separator in _SEPARATORS:
        spans = _split(masked, separator)
        if len(spans) >= 2:
            return _items([text[start:end].strip() for start, end in spans], joined=separator is _SEPARATORS[-1])
    return None


def lists_items(column: Sequence[tuple[str, ...] | None]) -> bool:
    """Whether a column's cells are lists: at least one has three items, or half of them have two.

    A single cell with one comma may be a place or a name turned round.
    """
    lists = [items for items in column if items]
    return any(len(items) >= FEWEST_SURE for items in lists) or 2 <= len(lists) >= len(column) / 2


def _split(masked: str, separator: regex.Pattern[str]) -> list[tuple[int, int]]:
    spans, at = [], 0
    for found in separator.finditer(masked):
        spans.append((at, found.start()))
        at = found.end()
    spans.append((at, len(masked)))
    return [(start, end) for start, end in spans if masked[start:end].strip()]


def _items(items: list[str], *, joined: bool) -> tuple[str, ...] | None:
    """The items if all are short; the last two of three may be joined by "and" without a comma."""
    if joined and len(items) >= 2:
        last = _LAST_TWO.split(items[-1])
        if len(last) == 2 and len(items[-1].split()) > 2:
            items = [*items[:-1], *last]
    short = all(item and len(item.split()) <= MOST_WORDS for item in items)
    return tuple(items) if short else None
