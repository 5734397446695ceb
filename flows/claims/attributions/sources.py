"""The source of an attribution: whom or what a noun phrase names, of which kind, and in which survey or report."""

from __future__ import annotations

from typing import NamedTuple

import regex

from flows.claims.grammar.phrases import INSTRUMENTS, PERSONS, RELATIVE, TIMES, Range, is_made, phrase_end, singular
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import NOMINAL, NOUNS
from flows.claims.mentions.names import STARTERS
from flows.claims.vocabulary import words_of
from schemas.rows import SourceKind

VAGUE = words_of("sources", "vague")
ORGANISATIONS = words_of("sources", "organisations")
COMPANIES = words_of("sources", "companies")
_PARTICLES = words_of("roles", "particles")
GOVERNMENTS = words_of("sources", "governments")

BY = frozenset({"by", "from"})
"""Prepositions between a survey and whoever made it."""
_YEAR = regex.compile(r"(?:19|20)\d\d")
_ARTICLES = words_of("grammar", "articles")


class Source(NamedTuple):
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
        kind = _shown(text, s, first, head, last)
        return Source((s.span(first, last),), kind, _entity(text, s, first, last, head))
    year = _year(s, first, last)
    instrument = singular(s.low[head])
    owner = _owner(s, first, last, head)
    if owner is None:
        kind = "unnamed" if s.low[head] in VAGUE and head == first else "document"
        return Source((s.span(first, last),), kind, text[slice(*s.span(first, last))], instrument, year)
    entity = text[slice(*s.span(*owner))]
    return Source((s.span(*owner),), _kind(s, owner[0], _head(s, *owner)), entity, instrument, year)


def _shown(text: str, s: Tagged, first: int, head: int, last: int) -> SourceKind:
    """The kind of a source, by its head and, for a mere name, by what stands beside it: "Two Rivers, a consultancy"."""
    kind = _kind(s, first, head)
    if kind == "person" and s.tags[head] != "NNP" and s.tag(head + 1) == ",":
        return _of_named(s, head + 2, last) or kind
    if s.tags[head] != "NNP" or kind not in ("person", "organisation"):
        return kind
    apposed = s.tag(head + 1) == "," and s.tag(head + 2) in ("DT", "PRP$") and head + 3 < last
    told = s.low[_head(s, head + 2, last)] if apposed else ""
    if told in PERSONS:
        return "person"
    if told in ORGANISATIONS:
        return "organisation"
    return _of_known(text, s, head) or kind


def _of_named(s: Tagged, first: int, last: int) -> SourceKind | None:
    """What a name of several words behind a noun names: "the operator, | Northline Ferries Ltd"."""
    end = first
    while end < last and _is_named(s, end):
        end += 1
    return _kind_of_name(s.words[first:end]) if end > first + 1 else None


def _of_known(text: str, s: Tagged, head: int) -> SourceKind | None:
    """A single name is a person's if the block told the first name before."""
    word = s.words[head]
    if s.tags[head] != "NNP" or s.tag(head - 1) == "NNP" or s.tag(head + 1) == "NNP" or not word.isalpha():
        return None
    before = text[max(0, s.starts[head] - NEAR) : s.starts[head]]
    first = _first_name(before, word) if word.istitle() else None
    known = first is not None and first not in STARTERS and _kind_of_name([first, word]) == "person"
    return "person" if known else None


def _first_name(before: str, word: str) -> str | None:
    """The name with a capital that first stands before a word, a particle between them or none: "Ana", "Ana de"."""
    start = before.find(word)
    while start >= 0:
        end = start + len(word)
        if not _GOES_ON.match(before, end) and (found := _FIRST_NAME.search(before, max(0, start - REACH), start)):
            return found[1]
        start = before.find(word, end)
    return None


NEAR = 2000
"""Characters before a source in which its full name is looked for."""
REACH = 60
"""Characters before a name in which the first name starts."""
_FIRST_NAME = regex.compile(r"\b(\p{Lu}[\p{L}.'-]+) (?:\p{Ll}{1,3} )?\Z")
_GOES_ON = regex.compile(r"\w")


def _trimmed(s: Tagged, first: int, last: int) -> Range:
    """The phrase without the article it starts with, and without what a clause behind a comma adds."""
    while first < last - 1 and s.low[first] in _ARTICLES:
        first += 1
    adds = (at for at in range(first + 1, last - 1) if s.tags[at] == "," and s.tags[at + 1] in RELATIVE)
    return first, next(adds, last)


def _head(s: Tagged, first: int, last: int) -> int:
    """The last noun before the first preposition, comma or bracket of the phrase."""
    head = first
    for at in range(first, last):
        if s.tags[at] in NOUNS or (s.low[at] in PERSONS and s.tag(at + 1) not in NOMINAL):
            head = at
        elif is_made(s, at) or (at > first and not _goes_on(s, at)):
            break
    return head


def _goes_on(s: Tagged, at: int) -> bool:
    """Whether the phrase's head may come after the token."""
    if s.tags[at] == "CC":
        return s.tag(at + 1) not in ("DT", "PRP$")
    if s.low[at] in ("including", "such"):
        return False
    return s.tags[at] in _WITHIN_NAMES or s.low[at] == "&"


_WITHIN_NAMES = NOMINAL | {"VBG", "VBN", "RB"}


def _owner(s: Tagged, first: int, last: int, head: int) -> Range | None:
    """Whoever made the survey or report that is the head of the phrase."""
    for at in range(head - 1, first, -1):
        if s.tags[at] == "POS":
            return _trimmed(s, first, at)
    for at in range(head + 1, last - 1):
        if s.low[at] in BY and (end := min(last, _without_time(s, at + 1, phrase_end(s, at + 1)))) > at + 1:
            return _trimmed(s, at + 1, end)
    for end in range(head, first, -1):
        if _is_named(s, end - 1):
            start = end - 1
            while start > first and (_is_named(s, start - 1) or s.low[start - 1] in ("&", "of")):
                start -= 1
            return start, end
    return None


def _without_time(s: Tagged, first: int, end: int) -> int:
    """Where a phrase ends before the time that follows it: "the bank | on Friday"."""
    return next((at for at in range(first, end) if s.tags[at] == "IN" and s.lower(at + 1) in TIMES), end)


def _is_named(s: Tagged, at: int) -> bool:
    """Whether a token is part of a name; at the start of a sentence a capital alone tells of none."""
    return s.tags[at] == "NNP" or (s.words[at][0].isupper() and s.tags[at] in ("NN", "NNS")[at == 0 :])


def _kind(s: Tagged, first: int, head: int) -> SourceKind:
    word, tag = s.low[head], s.tags[head]
    if tag == "NNS" and word in VAGUE and head == first:
        return "unnamed"
    if kind := _KINDS.get(word):
        return kind
    if tag == "NNP":
        return _kind_of_name([s.words[at] for at in range(first, head + 1)])
    if tag == "NNS" or word in _SHARES or "CC" in s.tags[first:head]:
        return "group"
    if word in PERSONS:
        return "person"
    return "organisation" if "NNP" in s.tags[first : head + 1] else "unnamed"


_SHARES = frozenset({"%", "percent", "cent"})
_KINDS: dict[str, SourceKind] = {}
_KINDS.update(dict.fromkeys(ORGANISATIONS, "organisation"))
_KINDS.update(dict.fromkeys(GOVERNMENTS, "government"))
_SIGNS: tuple[tuple[frozenset[str], SourceKind], ...] = (
    (PERSONS, "person"),
    (GOVERNMENTS, "government"),
    (ORGANISATIONS | INSTRUMENTS | {"and", "&"}, "organisation"),
)
"""Words in a name that tell what it names, in the order in which they decide."""


def _kind_of_name(words: list[str]) -> SourceKind:
    low = {word.lower().rstrip(".") for word in words}
    for signs, kind in _SIGNS:
        if not signs.isdisjoint(low):
            return kind
    if len(words) == 1 or words[-1].isupper() or words[-1].lower() in COMPANIES or any(map(_is_acronym, words)):
        return "organisation"
    return "person" if words[-2][0].isupper() or words[-2] in _PARTICLES else "organisation"


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word.isupper()


def _entity(text: str, s: Tagged, first: int, last: int, head: int) -> str:
    """The name in the phrase: of a person without title and role, of others without what comes after a comma."""
    listed = s.low[first] in ORGANISATIONS and s.lower(first + 1) in ("of", "for") and "CC" in s.tags[first:last]
    stops = RELATIVE if listed else RELATIVE | {","}
    comma = next((at for at in range(first, last) if s.tags[at] in stops), None)
    if comma is not None:
        if s.tags[comma] == "," and s.low[head] in PERSONS and s.tags[head] != "NNP" and _is_name(s, comma + 1):
            first, last = comma + 1, min(phrase_end(s, comma + 1), last)
            head = _head(s, first, last)
        else:
            last = max(first + 1, comma)
    start = head
    while start > first and s.tags[start - 1] == "NNP" and not _is_person(s, start - 1):
        start -= 1
    if s.tags[head] == "NNP" and start > first and _is_person(s, start - 1):
        return text[slice(*s.span(start, head + 1))]
    return text[slice(*s.span(first, last))]


def _is_person(s: Tagged, at: int) -> bool:
    """Whether a token tells what somebody is: "Dr.", "chairman", "co-author"."""
    word = s.low[at].rstrip(".")
    return word in PERSONS or word.partition("-")[2] in PERSONS


def _is_name(s: Tagged, at: int) -> bool:
    """Whether a name starts at the token or right behind an age: "71-year-old Jo Lee"."""
    return s.tag(at) == "NNP" or (s.tag(at) in ("JJ", "CD") and s.tag(at + 1) == "NNP")


def said_in(s: Tagged, first: int, before: str = "") -> tuple[str | None, int | None]:
    """The report, and its year, that a phrase with "in" names at the token: "said | in its 2022 review"."""
    end = phrase_end(s, first + 1) if s.lower(first) == "in" else first + 1
    if end == first + 1 or (before and s.tag(end) != before):
        return None, None
    head = singular(s.low[_head(s, first + 1, end)])
    if head not in INSTRUMENTS:
        return None, None
    return head, _year(s, first, end)


def _year(s: Tagged, first: int, last: int) -> int | None:
    return next((int(word) for word in s.words[first:last] if _YEAR.fullmatch(word)), None)
