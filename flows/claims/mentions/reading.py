"""Named things in a block: acronyms with what they stand for, persons with their roles, organisations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import regex

from flows.claims.keys import phrase_key
from flows.claims.mentions.acronyms import Acronym, read_acronyms
from flows.claims.mentions.names import ORGANISATIONS, TITLES, Extent, may_name_organisations, organisation_names
from flows.claims.mentions.role_forms import IN_ORGANISATIONS
from flows.claims.mentions.roles import PersonRole, may_hold_roles, read_roles
from flows.claims.vocabulary import words_of
from flows.patterns import Pattern, one_of
from schemas.rows import MentionKind

OF_TOLD = words_of("roles", "of_told")
OWNED, BEHIND = 40, 200
"""How many characters before a role its owner is looked for, and how far behind an organisation it may stand."""
_WHOSE = re.compile(
    rf"\b(?:the (?P<organisation>{one_of(ORGANISATIONS)})'s?|(?P<owner>its|an?|his|her|their|my|our))\s+$",
    re.IGNORECASE,
)
# A name between that may be the owner as well, but for the forms of address before a person.
_OTHER_NAME = Pattern.of(
    rf"(?:(?<=[\p{{Ll}}] )|(?<=[\p{{Ll}}], ))(?!(?:{one_of(TITLES)})\b)[\p{{Lu}}][\p{{L}}]*[\p{{Ll}}]"
)


class Named(NamedTuple):
    """A mention: where it stands, what it is called there, and the key of what it names.

    Extents of the parts of an acronym pair or of a role are None where there are none. A later use of an acronym
    has the key of its long form and no parts. `owner` is the organisation of a role that was told of before.
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
    owner: str | None = None


@dataclass(frozen=True)
class Acronyms:
    """The short forms that a document defines, with their long forms; the first definition holds.

    `pairs` are those that each of its texts defines.
    """

    long_forms: Mapping[str, str]
    pairs: Mapping[str, Sequence[Acronym]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Acronyms:
        """The acronyms that the folded texts of a document's blocks define."""
        found: dict[str, str] = {}
        by_text: dict[str, Sequence[Acronym]] = {}
        for text in texts:
            if pairs := read_acronyms(text):
                by_text[text] = pairs
            for pair in pairs:
                found.setdefault(text[slice(*pair.short)], text[slice(*pair.long)])
        return cls(found, by_text)

    def long_form(self, name: str) -> str:
        """What a name stands for: a short form for its long one, any other for itself."""
        return self.long_forms.get(name, name)

    @cached_property
    def organisations(self) -> list[str]:
        """The short forms that stand for organisations."""
        longs = self.long_forms.items()
        return [short for short, long in longs if not ORGANISATIONS.isdisjoint(long.lower().split())]

    @cached_property
    def uses(self) -> regex.Pattern[str]:
        """The short forms of organisations, each as a word."""
        return regex.compile(r"(?<![\p{L}\p{N}])\L<shorts>(?![\p{L}\p{N}])", shorts=self.organisations)


def read_mentions(text: str, known: Acronyms) -> list[Named]:
    """The mentions in a block's folded text, in order; `known` are the acronyms of its document."""
    if not _may_name(text, known):
        return []
    acronyms = _acronyms(text, known)
    defined = {pair.short for pair in acronyms}
    uses = [use for use in _uses(text, known) if use.extent not in defined]
    organisations = [*_organisations(text, known), *uses]
    found: dict[tuple[MentionKind, Extent], Named] = {}
    for mention in (*acronyms, *_persons(text, known, organisations), *organisations):
        found.setdefault((mention.kind, mention.extent), mention)
    return sorted(found.values(), key=lambda mention: (mention.extent, mention.kind))


def _may_name(text: str, known: Acronyms) -> bool:
    """Whether a text holds any of what mentions cannot do without: a bracket, a word for a role, an organisation."""
    if "(" in text or "[" in text or may_hold_roles(text) or may_name_organisations(text):
        return True
    return any(short in text for short in known.organisations)


def _acronyms(text: str, known: Acronyms) -> list[Named]:
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
        for pair in known.pairs.get(text, ())
    ]


def _persons(text: str, known: Acronyms, organisations: Sequence[Named]) -> list[Named]:
    found = []
    told = sorted(organisation.extent for organisation in organisations)
    for role in read_roles(text):
        owner = _owner(text, role, told) if role.organisation is None else None
        person = text[slice(*role.person)]
        key = phrase_key(person)
        found.append(Named("person", role.person, person, key, role.rule_id))
        owned = known.long_form(text[slice(*owner)]) if owner else None
        found.append(_role(role, person, key)._replace(owner=owned))
        if role.organisation:
            name = text[slice(*role.organisation)]
            found.append(
                Named("organisation", role.organisation, name, phrase_key(name, known.long_forms), role.rule_id)
            )
    return found


def _owner(text: str, role: PersonRole, told: Sequence[Extent]) -> Extent | None:
    """The organisation told of last, where a role is "its" or one that an organisation has one holder of."""
    before = bisect_left(told, (role.extent.start, 0)) - 1
    if before < 0 or role.extent.start - told[before].end > BEHIND:
        return None
    words = text[slice(*role.role)].lower().split()
    whose = _WHOSE.search(text, max(0, role.role.start - OWNED), role.role.start)
    if whose is None:
        belongs = not OF_TOLD.isdisjoint((words[0], words[-1]))
    elif whose["organisation"]:
        belongs = whose["organisation"].lower() in text[slice(*told[before])].lower().split()
    else:
        belongs = whose["owner"].lower() == "its" and words[-1] in IN_ORGANISATIONS
    named = _OTHER_NAME.on(text).search(text, told[before].end, role.extent.start)
    return told[before] if belongs and named is None else None


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
    if not any(short in text for short in known.organisations):
        return []
    return [
        Named(
            "organisation", Extent(*use.span()), use.group(), phrase_key(known.long_forms[use.group()]), "acronym.used"
        )
        for use in known.uses.finditer(text)
    ]
