"""What names look like: of persons, and of organisations."""

from __future__ import annotations

from itertools import pairwise

import regex

from flows.claims.vocabulary import words_of

TITLES = words_of("roles", "titles")
ORGANISATIONS = words_of("sources", "organisations")
STARTERS = words_of("abbreviations", "starters") | {"Senior", "Former", "Deputy", "Assistant", "Associate"}
SMALL = frozenset({"of", "for", "and", "de", "the", "&"})

CAPITAL = r"\p{Lu}(?:[\p{L}\p{N}]|[&.-](?=[\p{L}\p{N}])|'(?=\p{L}{2}))*+"
"""A word with a capital, without a stop or a possessive after it."""

TITLE = rf"(?:(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})\b\.? +)"
_PART = rf"(?:\p{{Lu}}\.(?:\p{{Lu}}\.)?|{CAPITAL})"
PERSON = rf"{_PART}(?: +(?:(?:al|bin|da|de|del|den|der|di|dos|du|el|la|van|von) +){{0,2}}{_PART}){{1,3}}"
"""Two to four words: "Ana Silva", "J. K. Lee", "Ludwig van der Berg"."""

CAPITALS = rf"{CAPITAL}(?: +(?:(?:of|for|and|de|the|&) +){{0,2}}{CAPITAL}){{0,9}}"
"""Up to ten words with capitals, with the small words between them."""

_ORGANISATION = regex.compile(rf"(?<![\p{{L}}\p{{N}}]){CAPITALS}")


def organisation_names(text: str) -> list[tuple[int, int]]:
    """Names of two words or more that say what organisation they are: "Delta University", "Ministry of Health"."""
    spans = (without_starter(text, *name.span()) for name in _ORGANISATION.finditer(text))
    names = (_named(text, *span) for span in spans if span)
    return [name for name in names if name]


def without_starter(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A name without the words with a capital that only open its sentence ("As President")."""
    while start < end:
        word = text[start:end].partition(" ")[0]
        if word not in STARTERS and word not in SMALL:
            return start, end
        start += len(word)
        while start < end and text[start] == " ":
            start += 1
    return None


def _named(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end].split()
    if len(words) > 1 and any(b in ("of", "for") and a.lower() in ORGANISATIONS for a, b in pairwise(words)):
        return start, end
    if words[-1].lower() not in ORGANISATIONS:
        return None
    cuts = (
        text.rfind(small, start, end) + len(small)
        for small in (" of the ", " of ", " for ")
        if small in text[start:end]
    )
    last = max(cuts, default=start)
    return (last, end) if " " in text[last:end] else None
