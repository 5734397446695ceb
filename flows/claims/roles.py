"""Persons with the role they have: "Ana Silva, chief executive of Harbour Ferries", "the bank's chairman Jo Lee"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from flows.claims.gating import holds_any
from flows.claims.names import CAPITAL, CAPITALS, ORGANISATIONS, PERSON, TITLE, TITLES, Extent, one_of, without_starter
from flows.claims.patterns import Pattern
from flows.claims.vocabulary import words_of

IN_ORGANISATIONS = words_of("roles", "in_organisations")
WITH_FIELDS = words_of("roles", "with_fields")
FIELDS = words_of("roles", "fields")
MODIFIERS = words_of("roles", "modifiers")
_NO_PERSON = words_of("roles", "before_names") | {word.title() for word in ORGANISATIONS} | FIELDS | TITLES

NEAR = 160
"""How many characters around the word for a role are looked at."""

_HEADS = one_of(IN_ORGANISATIONS | WITH_FIELDS)
_HEAD = rf"(?i:{_HEADS})\b(?!-)"
_OFFICES = one_of(words_of("roles", "before_names"))
_ROLE = rf"(?:[\p{{L}}-]+ +){{0,4}}?{_HEAD}(?: +and +(?:[\p{{L}}-]+ +){{0,3}}?{_HEAD})?"
_FIELD = r"(?: +of +(?:the +)?[\p{Ll}-]+(?: +(?!at\b|for\b)[\p{Ll}-]+){0,2})?"
_EDGE = r"(?<![\p{L}\p{N}'-])"
_END = r"(?![\p{L}\p{N}])"

AFTER = Pattern.of(
    rf"{_EDGE}{TITLE}?(?P<person>{PERSON}),?(?: +\d\d,)?(?<=,) +(?:(?:an?|the|then|now) +)?(?P<role>{_ROLE}{_FIELD})"
    rf"(?: +(?P<link>of|at|for|with) +(?:the +)?(?P<name>{CAPITALS}))?(?= *[,.;:)]| +(?:who|said|says|told)\b|\Z)"
)
"""Person, role, organisation."""
BEFORE = Pattern.of(
    rf"{_EDGE}(?:(?P<name>{CAPITALS})(?:'s?(?: +[\p{{Ll}}-]+){{0,3}}?)? +)?"
    rf"(?P<role>(?:(?:{one_of(MODIFIERS)}) +){{0,3}}(?:{_HEADS})),? +{TITLE}?(?P<person>{PERSON}){_END}"
)
"""Organisation, role, person."""
OFFICE = Pattern.of(
    rf"{_EDGE}(?P<role>(?:{CAPITAL} +){{0,3}}?(?:{_OFFICES})"
    rf"(?: +(?:of|for) +{CAPITAL})?) +{TITLE}?(?P<person>{PERSON}|{CAPITAL}){_END}"
)
"""An office with a capital, and its holder."""

_GATE = regex.compile(r"\b\L<heads>\b(?!-)", regex.IGNORECASE, heads=IN_ORGANISATIONS | WITH_FIELDS)
_GATE_WORDS = frozenset(
    word for head in IN_ORGANISATIONS | WITH_FIELDS for word in head.lower().replace("-", " ").split()
)
_NO_NAME = regex.compile(r"\p{L}+(?:ish|ese|ian|can|man)")
"""Words with a capital before a role that tell where somebody is from."""


@dataclass(frozen=True, slots=True)
class PersonRole:
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


def read_roles(text: str) -> list[PersonRole]:
    """The persons with a role in a block's folded text, in order; each person once. Linear."""
    found: list[PersonRole] = []
    roles = (
        role
        for start, end in _windows(text)
        for gate, read in _FORMS
        if gate.on(text).search(text, start, end)
        for role in read(text, start, end)
    )
    for role in sorted(roles, key=lambda role: role.person):
        person = text[slice(*role.person)]
        if (not found or role.person.start >= found[-1].person.end) and _NO_PERSON.isdisjoint(person.split()):
            found.append(role)
    return found


def may_hold_roles(text: str) -> bool:
    """Whether a text holds a word for a role."""
    return holds_any(text, _GATE_WORDS)


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches around words for roles."""
    windows: list[tuple[int, int]] = []
    if not holds_any(text, _GATE_WORDS):
        return windows
    for head in _GATE.finditer(text):
        start, end = max(0, head.start() - NEAR), min(len(text), head.end() + NEAR)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _after(text: str, start: int, end: int) -> Iterator[PersonRole]:
    for match in AFTER.on(text).finditer(text, start, end):
        role = Extent(*match.span("role"))
        organisation = Extent(*match.span("name")) if match["name"] else None
        if organisation and not _names_organisation(match["role"], match["link"], match["name"]):
            role, organisation = Extent(role.start, organisation.end), None
        yield PersonRole(Extent(*match.span("person")), role, organisation, "role.after")


def _names_organisation(role: str, link: str, name: str) -> bool:
    """Whether the name after "of" is an organisation's, not the field or place that belongs to the role."""
    words = name.split()
    if link != "of" or (len(words) > 1 and not ORGANISATIONS.isdisjoint(map(str.lower, words))):
        return True
    return role.split()[-1].lower() not in WITH_FIELDS and words[0] not in FIELDS


def _before(text: str, start: int, end: int) -> Iterator[PersonRole]:
    for match in BEFORE.on(text).finditer(text, start, end):
        name = without_starter(text, *match.span("name")) if match["name"] else None
        role = Extent(*match.span("role"))
        if name and name.end + 1 == role.start and _qualifies(text[slice(*name)], match["role"]):
            role, name = Extent(name.start, role.end), None
        organisation = name if name and not _NO_NAME.fullmatch(text, *name) else None
        yield PersonRole(Extent(*match.span("person")), role, organisation, "role.before")


def _qualifies(name: str, role: str) -> bool:
    """Whether a word with a capital before a role is part of it ("Finance director")."""
    return name in FIELDS or name.lower() in MODIFIERS or (" " not in name and role in WITH_FIELDS)


def _offices(text: str, start: int, end: int) -> Iterator[PersonRole]:
    for match in OFFICE.on(text).finditer(text, start, end):
        if role := without_starter(text, *match.span("role")):
            yield PersonRole(Extent(*match.span("person")), role, None, "role.office")


_FORMS = (
    (Pattern.of(r", +[\p{L}]"), _after),
    (Pattern.of(rf"\b(?:{_HEADS}),? +[\p{{Lu}}]"), _before),
    (Pattern.of(rf"\b(?:{_OFFICES})\b"), _offices),
)
"""The readers of roles, each behind a cheap look at what its pattern cannot do without."""
