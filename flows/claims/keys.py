"""Normal forms by which claims are compared: of a subject, of a measure, and of all that makes two claims comparable.

A key is NULL where the rule is unsure: a missing conflict costs less than a false one.
"""

from __future__ import annotations

from collections.abc import Mapping

import regex

from flows.claims.nouns import noun_of
from schemas.rows import UnitKind, ValueKind

_WORD = regex.compile(r"[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*")
_ARTICLES = frozenset("the a an its their his her our this that these those some any of".split())
_VAGUE = frozenset(
    "it they he she we you i this that these those which who there one what everyone nobody more most other another all both each".split()
)
_BE = frozenset("is are was were be been being has have had".split())
_VERB_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))
_AUXILIARY = _BE | frozenset(
    "will would can could may might shall should must do does did also already now just still only about".split()
)
MAX_WORDS = 10


_NO_ACRONYMS: Mapping[str, str] = {}


def phrase_key(phrase: str | None, long_forms: Mapping[str, str] = _NO_ACRONYMS) -> str | None:
    """A phrase in lower case, nouns singular, articles dropped, known acronyms spelled out; NULL for a pronoun."""
    if not phrase:
        return None
    plain = (word.removesuffix("'s") for word in _WORD.findall(phrase))
    spelled = (part.lower() for word in plain for part in _WORD.findall(long_forms.get(word, word)))
    words = [noun_of(word) for word in spelled if word not in _ARTICLES]
    if not words or len(words) > MAX_WORDS or words[0] in _VAGUE:
        return None
    return " ".join(words)


def measure_key(
    predicate: str | None, counted: str | None, unit_kind: UnitKind | None, value_kind: ValueKind | None
) -> str | None:
    """What is measured, as "verb noun": "employ person", "share of ... adopt", "change"."""
    if unit_kind is None:
        return None
    verb = _main_verb(predicate)
    if unit_kind == "count" and counted:
        noun = phrase_key(counted)
        return f"{verb} {noun}" if verb and noun else None
    if value_kind in ("change", "relative_change"):
        return "change"
    words = [word for word in _WORD.findall((predicate or "").lower()) if word not in _AUXILIARY | _ARTICLES]
    if not words:
        return "level" if predicate else None
    return " ".join(noun_of(word) for word in words[:4]) if len(words) <= 4 else None


def _main_verb(predicate: str | None) -> str | None:
    for word in _WORD.findall((predicate or "").lower()):
        if word not in _AUXILIARY and not word.endswith("ly"):
            return _stem(word)
    return None


def _stem(verb: str) -> str:
    for ending, stem in _VERB_ENDINGS:
        if verb.endswith(ending) and len(verb) > len(ending) + 2:
            return verb.removesuffix(ending) + stem
    return verb


def comparable_key(
    measure: str | None,
    subject: str | None,
    population: str | None,
    place: str | None,
    unit: str | None,
    *,
    share: bool,
) -> str | None:
    """Measure, subject, population, place and unit in one key; NULL if measure, subject or unit is open.

    A share without a population is open as well; a claim without a place is about the subject wherever it is.
    """
    if measure is None or subject is None or unit is None or (share and population is None and measure != "change"):
        return None
    return "|".join((measure, subject, population or "", place or "", unit))
