"""Normal forms by which claims are compared: of a subject, of a measure, and of all that makes two claims comparable.

A key is NULL where the rule is unsure: a missing conflict costs less than a false one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from flows.claims.nouns import noun_of
from flows.claims.vocabulary import words_of
from flows.patterns import Pattern
from schemas.rows import UnitKind, ValueKind

WORD = Pattern.of(r"[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*")
_ARTICLES = words_of("keys", "articles")
_VAGUE = words_of("keys", "vague")
_AUXILIARIES = words_of("keys", "auxiliaries")
_NO_MEASURE = _AUXILIARIES | _ARTICLES
_VERB_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))
_NO_ACRONYMS: Mapping[str, str] = {}
MAX_WORDS = 10
"""A longer phrase is no name of a subject."""
MAX_MEASURE = 4
"""A longer predicate is no name of a measure."""


def phrase_key(phrase: str | None, long_forms: Mapping[str, str] = _NO_ACRONYMS) -> str | None:
    """A phrase in lower case, nouns singular, articles dropped, known acronyms spelled out; NULL for a pronoun."""
    if not phrase:
        return None
    plain = _words(phrase)
    if long_forms:
        plain = [part for word in plain for part in _spelled_out(word.removesuffix("'s"), long_forms)]
    words = [normal for normal in map(_normal, plain) if normal]
    if not words or len(words) > MAX_WORDS or words[0] in _VAGUE:
        return None
    return " ".join(words)


def _spelled_out(word: str, long_forms: Mapping[str, str]) -> list[str]:
    return _words(long_forms[word]) if word in long_forms else [word]


@lru_cache(maxsize=1 << 13)
def _normal(word: str) -> str:
    """The normal form of a word in a phrase; empty for an article."""
    low = word.removesuffix("'s").lower()
    return "" if low in _ARTICLES else noun_of(low)


def _words(text: str) -> list[str]:
    return WORD.on(text).findall(text)


def measure_key(
    predicate: str | None, counted: str | None, unit_kind: UnitKind | None, value_kind: ValueKind | None
) -> str | None:
    """What is measured: of a count its verb and noun ("employ person"), "change", "level", or a short predicate."""
    if unit_kind is None:
        return None
    if unit_kind == "count" and counted:
        verb, noun = _main_verb(predicate), phrase_key(counted)
        return f"{verb} {noun}" if verb and noun else None
    if value_kind in ("change", "relative_change"):
        return "change"
    words = [word for word in _words((predicate or "").lower()) if word not in _NO_MEASURE]
    if not words:
        return "level" if predicate else None
    return " ".join(map(noun_of, words)) if len(words) <= MAX_MEASURE else None


def _main_verb(predicate: str | None) -> str | None:
    for word in _words((predicate or "").lower()):
        if word not in _AUXILIARIES and not word.endswith("ly"):
            return _stem(word)
    return None


def _stem(verb: str) -> str:
    for ending, stem in _VERB_ENDINGS:
        if verb.endswith(ending) and len(verb) > len(ending) + 2:
            return verb.removesuffix(ending) + stem
    return verb


def comparable_key(  # noqa: PLR0913 - one for each part of the key
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
