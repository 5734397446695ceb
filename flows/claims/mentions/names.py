"""What names look like: of persons, and of organisations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from flows.claims.gating import words_in
from flows.claims.vocabulary import words_of
from flows.patterns import Pattern, one_of


class Extent(NamedTuple):
    """A half-open stretch of a block's text."""

    start: int
    end: int


TITLES = words_of("roles", "titles")
ORGANISATIONS = words_of("sources", "organisations")
COMPANIES = words_of("sources", "companies")
STARTERS = words_of("abbreviations", "starters") | {"Senior", "Former", "Deputy", "Assistant", "Associate"}
SMALL = frozenset({"of", "for", "and", "de", "the", "&"})

CAPITAL = r"[\p{Lu}][\p{L}\p{N}]*+(?>(?:(?:[&.-](?=[\p{L}\p{N}])|'(?=[\p{L}]{2}))[\p{L}\p{N}]++){0,99})"
"""A word with a capital, without a stop or a possessive after it."""

TITLE = rf"(?:(?:{one_of(TITLES)})\b\.? +)"
_PARTICLES = one_of(words_of("roles", "particles"))
_PART = rf"(?:[\p{{Lu}}]\.(?:[\p{{Lu}}]\.)?|{CAPITAL})"
PERSON = rf"{_PART}(?: +(?:(?:{_PARTICLES}) +){{0,2}}{_PART}){{1,4}}"
"""Two to five words: "Ana Silva", "J. K. Lee", "Ludwig van der Berg"."""

CAPITALS = rf"{CAPITAL}(?: +(?:(?:of|for|and|de|the|&) +){{0,2}}{CAPITAL}){{0,9}}"
"""Up to ten words with capitals, with the small words between them."""

_HEADS = one_of(frozenset(word.title() for word in words_of("roles", "in_organisations")))
_OFFICE_OF = Pattern.of(
    rf"(?:{TITLE}{{1,3}}(?:{CAPITAL} +){{1,4}}?|(?:{CAPITAL} +){{0,3}}?(?:{_HEADS}) +)"
    r"(?:of|for) +(?:the +)?(?=[\p{Lu}])"
)
_LINKS = (" of the ", " of ", " for ")
_ORGANISATION = Pattern.of(rf"(?<![\p{{L}}\p{{N}}]){CAPITALS}")


def organisation_names(text: str) -> list[Extent]:
    """Names of two words or more that say what organisation they are: "Delta University", "Ministry of Health"."""
    if not may_name_organisations(text):
        return []
    parts = (
        part
        for found in _ORGANISATION.on(text).finditer(text)
        if not ORGANISATIONS.isdisjoint(found.group().lower().split())
        for part in _parted(text, *found.span())
    )
    names = (without_starter(text, *part) for part in parts)
    return [organisation for name in names if name and (organisation := _named(text, *name))]


def may_name_organisations(text: str) -> bool:
    """Whether a text holds a word for an organisation that is not all in small letters."""
    words = ORGANISATIONS & words_in(text)
    low = text.lower() if words else text
    return any(low.count(word) > text.count(word) for word in words)


def _parted(text: str, start: int, end: int) -> Iterator[Extent]:
    """The name, cut at an "and" between two organisations."""
    while (cut := text.find(" and ", start, end)) >= 0 and text[start:cut].split()[-1].lower() in ORGANISATIONS:
        yield Extent(start, cut)
        start = cut + len(" and ")
    yield Extent(start, end)


def without_starter(text: str, start: int, end: int) -> Extent | None:
    """A name without the words with a capital that only open its sentence ("As President")."""
    while start < end:
        word = text[start:end].partition(" ")[0]
        if word not in STARTERS and word not in SMALL:
            return Extent(start, end)
        start += len(word)
        while start < end and text[start] == " ":
            start += 1
    return None


def _named(text: str, start: int, end: int) -> Extent | None:
    """The organisation in a run of capitals, without office or person before it: "Dr Lam of the | Tarn Institute"."""
    if office := _OFFICE_OF.on(text).match(text, start, end):
        start = office.end()
    words = text[start:end].split()
    if len(words) > 1 and any(b in ("of", "for") and a.lower() in ORGANISATIONS for a, b in pairwise(words)):
        return Extent(start, end)
    if words[-1].lower() not in ORGANISATIONS:
        return None
    last = max(text.rfind(small, start, end) + len(small) if small in text[start:end] else start for small in _LINKS)
    return Extent(last, end) if " " in text[last:end] else None
