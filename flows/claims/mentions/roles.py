"""Persons with the role they have: "Ana Silva, chief executive of Harbour Ferries", "the bank's chairman Jo Lee"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from flows.claims.gating import words_in
from flows.claims.mentions.names import (
    CAPITAL,
    COMPANIES,
    ORGANISATIONS,
    PERSON,
    TITLE,
    TITLES,
    Extent,
    without_starter,
)
from flows.claims.mentions.role_forms import (
    AFTER,
    BEFORE,
    BRACKETED,
    FIELDS,
    HOLDER,
    HOLDERS,
    LEADER,
    MODIFIERS,
    OCCUPATIONS,
    OF_FIELD,
    OFFICE,
    OFFICES,
    SUFFIXES,
    WITH_FIELDS,
    WORDS,
)  # fmt: skip
from flows.claims.vocabulary import words_of
from flows.memo import Memo
from flows.patterns import Pattern, one_of

NEAR = 160
"""How many characters around the word for a role are looked at."""

_NO_PERSON = (HOLDERS | {word.title() for word in ORGANISATIONS | COMPANIES} | FIELDS | TITLES) - words_of(
    "roles", "also_surnames"
)
_NO_PERSON |= words_of("roles", "things")
_NO_FIRST_NAMES = HOLDERS | {word.title() for word in MODIFIERS}

_GATE_WORDS = frozenset(word.rpartition(" ")[2] for word in WORDS) | words_of("roles", "leading")
_WORD = re.compile(rb"[a-z]+")
_TELLS_ROLE = Memo(lambda word: word in _GATE_WORDS or word.endswith(SUFFIXES))
"""Whether a word in lower case tells a role."""
_PHRASE_END = Pattern.of(r"[^\p{L}\p{N} &.'-]|\.(?![\p{L}\p{N}])")
"""What no name stands across, and no role with the name before it."""
_WORD_START = Pattern.of(r"(?<![\p{L}\p{N}'-])[\p{L}]")
_NO_NAME = Pattern.of(rf"[\p{{L}}]+(?:ish|ese|ian|can|man)|{one_of(words_of('roles', 'origins'))}")
"""Words with a capital before a role that tell where somebody is from."""
_FORMER = re.compile(r"(?:[Ee]x|[Cc]o)-")
_LEADING_NAME = Pattern.of(rf"(?P<name>{CAPITAL}(?: +{CAPITAL})*) +(?=(?:[\p{{Ll}}-]+ +){{0,3}}?(?:{one_of(WORDS)})\b)")


class PersonRole(NamedTuple):
    """A person, the role, and the organisation where it is named; extents in the block's text."""

    person: Extent
    role: Extent
    organisation: Extent | None
    rule_id: str

    @property
    def extent(self) -> Extent:
        """From the first to the last of them."""
        parts = [part for part in (self.person, self.role, self.organisation) if part]
        return Extent(min(part.start for part in parts), max(part.end for part in parts))


_Reader = Callable[[str, re.Match[str]], PersonRole | None]


def read_roles(text: str) -> list[PersonRole]:
    """The persons with a role in a block's folded text, in order; each person once. Linear."""
    found: list[PersonRole] = []
    roles = [role for window in _windows(text) for form in _FORMS for role in form.roles(text, window)]
    for role in sorted(roles, key=lambda role: role.person):
        person = without_starter(text, *role.person)
        if person and (not found or person.start >= found[-1].person.end) and _is_person(text[slice(*person)]):
            found.append(role._replace(person=person))
    return found


def _is_person(name: str) -> bool:
    """Whether a name holds no office, field or organisation instead ("Finance Ministry", "Prime Minister")."""
    words = name.split()
    return _NO_PERSON.isdisjoint(words) and words[0] not in _NO_FIRST_NAMES


class _Window(NamedTuple):
    """A stretch around words for roles, and where those end."""

    start: int
    end: int
    heads: list[int]


class _Form(NamedTuple):
    """A form of roles: its pattern, what reads a match of it, and what it cannot do without.

    That stands in the stretch, or right behind a word for a role; with the latter, a match starts in the phrase before.
    """

    pattern: Pattern
    read: _Reader
    inside: Pattern | None = None
    behind: Pattern | None = None

    def roles(self, text: str, window: _Window) -> Iterator[PersonRole]:
        for match in self._matches(text, window):
            if (role := self.read(text, match)) is not None:
                yield role

    def _matches(self, text: str, window: _Window) -> Iterable[re.Match[str]]:
        if self.inside and not self.inside.on(text).search(text, window.start, window.end):
            return ()
        if self.behind is None:
            return self.pattern.on(text).finditer(text, window.start, window.end)
        behind = self.behind.on(text)
        heads = [head for head in window.heads if behind.match(text, head, window.end)]
        return _around(self.pattern.on(text), text, window, heads) if heads else ()


def _around(pattern: re.Pattern[str], text: str, window: _Window, heads: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches that start in the phrases before some words for roles."""
    ends = [window.start, *(end.end() for end in _PHRASE_END.on(text).finditer(text, window.start, heads[-1]))]
    done = window.start
    for head in heads:
        start = max(done, head - NEAR, ends[bisect_right(ends, head) - 1])
        for word in _WORD_START.on(text).finditer(text, start, head):
            if match := pattern.match(text, word.start(), window.end):
                yield match
                done = match.end()
                break


def may_hold_roles(text: str) -> bool:
    """Whether a text holds a word for a role."""
    return any(map(_TELLS_ROLE.__getitem__, words_in(text)))


def _windows(text: str) -> list[_Window]:
    """The stretches around words for roles."""
    windows: list[_Window] = []
    for first, head in _role_words(text):
        start, end = max(0, first - NEAR), min(len(text), head + NEAR)
        if windows and start <= windows[-1].end:
            last = windows[-1]
            windows[-1] = _Window(last.start, end, last.heads)
        else:
            windows.append(_Window(start, end, []))
        windows[-1].heads.append(head)
    return windows


def _role_words(text: str) -> list[tuple[int, int]]:
    """Where the words for roles stand."""
    telling = {word.encode() for word in words_in(text) if _TELLS_ROLE[word]}
    letters = text.encode("ascii", "replace").lower() if telling else b""  # one byte for each character
    return [word.span() for word in _WORD.finditer(letters) if word[0] in telling]


def _after(text: str, match: re.Match[str]) -> PersonRole | None:
    person, role = Extent(*match.span("person")), Extent(*match.span("role"))
    if text[max(0, person.start - 4) : person.start].strip().lower() == "in":
        return None
    organisation = Extent(*match.span("name")) if match["name"] else None
    owned = match["owner"] and match["link"] == "for"
    if organisation and (owned or not _names_organisation(match["role"], match["link"], match["name"])):
        role, organisation = Extent(role.start, organisation.end), None
    if not organisation and match["owner"]:
        organisation = _organisation(text, *match.span("owner"))
    if not organisation and (leading := _LEADING_NAME.on(text).match(text, *role)):
        organisation = _organisation(text, *leading.span("name"))
        role = Extent(leading.end(), role.end) if organisation else role
    return PersonRole(person, role, organisation, "role.after")


def _organisation(text: str, start: int, end: int) -> Extent | None:
    """The words with capitals before a role, if they name an organisation and belong to no role."""
    words = text[start:end].split()
    if _NO_NAME.on(text).fullmatch(words[-1]) or all(word in FIELDS or word.lower() in MODIFIERS for word in words):
        return None
    return Extent(start, end)


def _names_organisation(role: str, link: str, name: str) -> bool:
    """Whether the name after "of" is an organisation's, not the field or place that belongs to the role."""
    words = name.split()
    last = role.split()[-1].lower()
    if link == "of" and last in WITH_FIELDS and words[0] in FIELDS:
        return False
    if link != "of" or (len(words) > 1 and not ORGANISATIONS.isdisjoint(map(str.lower, words))):
        return True
    return last not in WITH_FIELDS and last not in OCCUPATIONS and words[0] not in FIELDS


def _before(text: str, match: re.Match[str]) -> PersonRole:
    name = without_starter(text, *match.span("name")) if match["name"] else None
    role = Extent(*match.span("role"))
    if name and (former := _FORMER.match(text, *name)):
        name = Extent(former.end(), name.end)
    if name and name.end + 1 == role.start and _qualifies(text[slice(*name)], match["role"]):
        role, name = Extent(name.start, role.end), None
    owns = name is not None and text.startswith("'", name.end)
    if name and not owns and match["role"].split()[-1] in HOLDERS:
        role, name = Extent(name.start, role.end), None
    named = name and (owns or not _NO_NAME.on(text).fullmatch(text[slice(*name)].split()[-1]))
    organisation = name if named else None
    if not organisation and match["later"] and _names_organisation(match["role"], "of", match["later"]):
        organisation = Extent(*match.span("later"))
    return PersonRole(Extent(*match.span("person")), role, organisation, "role.before")


def _qualifies(name: str, role: str) -> bool:
    """Whether a word with a capital before a role is part of it ("Finance director")."""
    return name in FIELDS or name.lower() in MODIFIERS or (" " not in name and role in WITH_FIELDS)


def _named(rule_id: str) -> _Reader:
    """The reader of a form in which role and organisation are told apart by "of", "at" or a comma."""

    def read(_: str, match: re.Match[str]) -> PersonRole:
        role, organisation = Extent(*match.span("role")), None
        if match["name"]:
            organisation = Extent(*match.span("name"))
            if not _names_organisation(match["role"], match["link"].strip(), match["name"]):
                role, organisation = Extent(role.start, organisation.end), None
        return PersonRole(Extent(*match.span("person")), role, organisation, rule_id)

    return read


def _leader(_: str, match: re.Match[str]) -> PersonRole:
    person, role, name = (Extent(*match.span(part)) for part in ("person", "role", "name"))
    return PersonRole(person, role, name, "role.leader")


def _office(text: str, match: re.Match[str]) -> PersonRole | None:
    role = without_starter(text, *match.span("role"))
    return PersonRole(Extent(*match.span("person")), role, None, "role.office") if role else None


_FORMS = (
    _Form(AFTER, _after, inside=Pattern.of(r", +[\p{L}]")),
    _Form(BEFORE, _before, behind=Pattern.of(rf"{OF_FIELD},? +{TITLE}{{0,3}}{PERSON}")),
    _Form(
        HOLDER,
        _named("role.holder"),
        inside=Pattern.of(r", +[\p{Lu}]"),
        behind=Pattern.of(r" +(?:of|at|for|in) +[\p{L}]"),
    ),
    _Form(BRACKETED, _named("role.bracketed"), inside=Pattern.of(r"[\p{Ll}] +\([\p{L}]")),
    _Form(LEADER, _leader, inside=Pattern.of(r"\bwho +[\p{Ll}]")),
    _Form(OFFICE, _office, inside=Pattern.of(rf"\b(?:{OFFICES})\b")),
)
