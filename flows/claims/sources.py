"""The source of an attribution: whom or what a noun phrase names, of which kind, and in which survey or report."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from flows.claims.phrases import PERSONS, RELATIVE, Range, phrase_end
from flows.claims.tagged import NOMINAL, NOUNS, Tagged
from flows.claims.vocabulary import words_of
from schemas.rows import SourceKind

INSTRUMENTS = words_of("sources", "instruments")
VAGUE = words_of("sources", "vague")
ORGANISATIONS = words_of("sources", "organisations")
GOVERNMENTS = words_of("sources", "governments")

BY = frozenset({"by", "from"})
"""Prepositions between a survey and whoever made it."""
_YEAR = regex.compile(r"(?:19|20)\d\d")
_DROPPED = frozenset({"DT", "CC", "RB", "PRP$"})
_DROPPED_WORDS = frozenset("the a an this that these those both but and".split())


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it. `spans` show it; `entity` is its name without article, role or survey."""

    spans: tuple[tuple[int, int], ...]
    kind: SourceKind
    entity: str | None
    instrument: str | None = None
    year: int | None = None


def describe(text: str, s: Tagged, phrase: Range) -> Source:
    """The source that a noun phrase names ("a 2023 survey by the council" names the council)."""
    first, last = _trimmed(s, *phrase)
    head = _head(s, first, last)
    if s.tags[head] in ("PRP", "WP", "WDT", "EX") or (s.tags[head] == "DT" and head == first):
        return Source((s.span(first, last),), "pronoun", None)
    if singular(s.low[head]) not in INSTRUMENTS:
        return Source((s.span(first, last),), _kind(s, first, last, head), _entity(text, s, first, last, head))
    year = next((int(word) for word in s.words[first:last] if _YEAR.fullmatch(word)), None)
    instrument = singular(s.low[head])
    owner = _owner(s, first, last, head)
    if owner is None:
        kind: SourceKind = "unnamed" if s.low[head] in VAGUE and head == first else "document"
        return Source((s.span(first, last),), kind, text[slice(*s.span(first, last))], instrument, year)
    entity = text[slice(*s.span(*owner))]
    return Source((s.span(*owner),), _kind(s, *owner, _head(s, *owner)), entity, instrument, year)


def _trimmed(s: Tagged, first: int, last: int) -> Range:
    """The phrase without the article it starts with."""
    while first < last - 1 and s.low[first] in _DROPPED_WORDS:
        first += 1
    return first, last


def _head(s: Tagged, first: int, last: int) -> int:
    """The last noun before the first preposition, comma or bracket of the phrase."""
    head = first
    for at in range(first, last):
        if (
            at > first
            and s.tags[at] not in NOMINAL
            and s.tags[at] not in ("VBG", "VBN", "RB", "CC")
            and s.low[at] != "&"
        ):
            break
        if s.tags[at] in NOUNS:
            head = at
        elif s.tags[at] == "CC" and s.tag(at + 1) in ("DT", "PRP$"):
            break
    return head


def singular(word: str) -> str:
    """A plural that the vocabulary knows in the singular."""
    if word in INSTRUMENTS:
        return word
    if word.endswith("ies") and word[:-3] + "y" in INSTRUMENTS | PERSONS | ORGANISATIONS:
        return word[:-3] + "y"
    return word.removesuffix("s")


def _owner(s: Tagged, first: int, last: int, head: int) -> Range | None:
    """Whoever made the survey or report that is the head of the phrase."""
    for at in range(head - 1, first, -1):
        if s.tags[at] == "POS":
            return _trimmed(s, first, at)
    for at in range(head + 1, last - 1):
        if s.low[at] in BY and (end := min(last, phrase_end(s, at + 1))) > at + 1:
            return _trimmed(s, at + 1, end)
    for end in range(head, first, -1):
        if s.tags[end - 1] == "NNP":
            start = end - 1
            while start > first and (s.tags[start - 1] == "NNP" or s.low[start - 1] in ("&", "of")):
                start -= 1
            return start, end
    return None


def _kind(s: Tagged, first: int, last: int, head: int) -> SourceKind:
    word = s.low[head]
    names = [s.low[at].rstrip(".") for at in range(first, head + 1)]
    if s.tags[head] == "NNS" and word in VAGUE and head == first:
        return "unnamed"
    if word in GOVERNMENTS:
        return "government"
    if word in ORGANISATIONS:
        return "organisation"
    if s.tags[head] == "NNP":
        return _named(s, names, head)
    if s.tags[head] == "NNS" or word in ("%", "percent", "cent"):
        return "group"
    if word in PERSONS:
        return "person"
    return (
        "group"
        if any(tag == "CC" for tag in s.tags[first:last])
        else "organisation"
        if _has_name(s, first, head)
        else "unnamed"
    )


def _named(s: Tagged, names: list[str], head: int) -> SourceKind:
    if any(name in PERSONS for name in names):
        return "person"
    if any(name in GOVERNMENTS for name in names):
        return "government"
    if (
        any(name in ORGANISATIONS or name in INSTRUMENTS for name in names)
        or s.words[head].isupper()
        or "and" in names
        or "&" in names
    ):
        return "organisation"
    return (
        "person"
        if len(names) > 1 and all(s.words[at][0].isupper() for at in range(head - 1, head + 1))
        else "organisation"
    )


def _has_name(s: Tagged, first: int, head: int) -> bool:
    return any(tag == "NNP" for tag in s.tags[first : head + 1])


def _entity(text: str, s: Tagged, first: int, last: int, head: int) -> str:
    """The name in the phrase: of a person without title and role, of others without what comes after a comma."""
    comma = next((at for at in range(first, last) if s.tags[at] == "," or s.tags[at] in RELATIVE), None)
    if comma is not None:
        if s.tags[comma] == "," and s.low[head] in PERSONS and s.tag(comma + 1) == "NNP" and s.tags[head] != "NNP":
            return text[slice(*s.span(comma + 1, min(phrase_end(s, comma + 1), last)))]
        last = max(first + 1, comma)
    start = head
    while start > first and s.tags[start - 1] == "NNP" and s.low[start - 1].rstrip(".") not in PERSONS:
        start -= 1
    if s.tags[head] == "NNP" and start > first and s.low[start - 1].rstrip(".") in PERSONS:
        return text[slice(*s.span(start, head + 1))]
    return text[slice(*s.span(first, last))]
