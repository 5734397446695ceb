"""Named things in a block: acronyms with what they stand for, persons with their roles, organisations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import regex

from flows.claims.acronyms import read_acronyms
from flows.claims.keys import phrase_key
from flows.claims.names import ORGANISATIONS, Extent, may_name_organisations, organisation_names
from flows.claims.roles import PersonRole, may_hold_roles, read_roles
from schemas.rows import MentionKind


@dataclass(frozen=True, slots=True)
class Named:
    """A mention: where it stands, what it is called there, and the key of what it names.

    Extents of the parts of an acronym pair or of a role are None where there are none. A later use of an acronym
    has the key of its long form and no parts.
    """

    kind: MentionKind
    extent: Extent
    name: str
    entity_key: str | None
    rule_id: str
    short: Extent | None = None
    long: Extent | None = None
    person: Extent | None = None
    role: Extent | None = None
    organisation: Extent | None = None


@dataclass(frozen=True)
class Acronyms:
    """The short forms that a document defines, with their long forms; the first definition holds."""

    long_forms: Mapping[str, str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Acronyms:
        """The acronyms that the folded texts of a document's blocks define."""
        found: dict[str, str] = {}
        for text in texts:
            for pair in read_acronyms(text):
                found.setdefault(text[slice(*pair.short)], text[slice(*pair.long)])
        return cls(found)

    @cached_property
    def organisations(self) -> list[str]:
        """The short forms that stand for organisations."""
        longs = self.long_forms.items()
        return [short for short, long in longs if not ORGANISATIONS.isdisjoint(long.lower().split())]


def read_mentions(text: str, known: Acronyms) -> list[Named]:
    """The mentions in a block's folded text, in order; `known` are the acronyms that the document defines."""
    if not _may_name(text, known):
        return []
    acronyms = _acronyms(text)
    defined = {pair.short for pair in acronyms}
    uses = [use for use in _uses(text, known) if use.extent not in defined]
    found: dict[tuple[MentionKind, Extent], Named] = {}
    for mention in (*acronyms, *_persons(text, known), *_organisations(text, known), *uses):
        found.setdefault((mention.kind, mention.extent), mention)
    return sorted(found.values(), key=lambda mention: (mention.extent, mention.kind))


def _may_name(text: str, known: Acronyms) -> bool:
    """Whether a text holds any of what mentions cannot do without: a bracket, a word for a role, an organisation."""
    if "(" in text or "[" in text or may_hold_roles(text) or may_name_organisations(text):
        return True
    return any(short in text for short in known.organisations)


def _acronyms(text: str) -> list[Named]:
    return [
        Named(
            kind="acronym",
            extent=Extent(min(pair.short.start, pair.long.start), max(pair.short.end, pair.long.end)),
            name=text[slice(*pair.short)],
            entity_key=phrase_key(text[slice(*pair.long)]),
            rule_id="acronym.defined",
            short=pair.short,
            long=pair.long,
        )
        for pair in read_acronyms(text)
    ]


def _persons(text: str, known: Acronyms) -> list[Named]:
    found = []
    for role in read_roles(text):
        person = text[slice(*role.person)]
        key = phrase_key(person)
        found.append(Named("person", role.person, person, key, role.rule_id))
        found.append(_role(role, person, key))
        if role.organisation:
            name = text[slice(*role.organisation)]
            found.append(
                Named("organisation", role.organisation, name, phrase_key(name, known.long_forms), role.rule_id)
            )
    return found


def _role(role: PersonRole, person: str, key: str | None) -> Named:
    return Named(
        "role",
        role.extent,
        person,
        key,
        role.rule_id,
        person=role.person,
        role=role.role,
        organisation=role.organisation,
    )


def _organisations(text: str, known: Acronyms) -> list[Named]:
    return [
        Named(
            "organisation",
            name,
            text[slice(*name)],
            phrase_key(text[slice(*name)], known.long_forms),
            "organisation.head",
        )
        for name in organisation_names(text)
    ]


def _uses(text: str, known: Acronyms) -> list[Named]:
    """Where an organisation is called by its acronym."""
    used = [short for short in known.organisations if short in text]
    if not used:
        return []
    pattern = regex.compile(r"(?<![\p{L}\p{N}])\L<shorts>(?![\p{L}\p{N}])", shorts=used)
    return [
        Named(
            "organisation", Extent(*use.span()), use.group(), phrase_key(known.long_forms[use.group()]), "acronym.used"
        )
        for use in pattern.finditer(text)
    ]
