"""English nouns by their form: is one a plural, and what is its singular."""

from __future__ import annotations

from flows.claims.vocabulary import entry_of, words_of

_PLURALS = words_of("nouns", "plurals")
_SINGULARS: dict[str, str] = entry_of("nouns", "singulars")
# Endings in "s" that make no plural: "press", "virus", "basis", "John's".
_NO_PLURAL = ("ss", "us", "is", "'s")


def is_plural(word: str) -> bool:
    """Does a lower-case word look like a plural noun?"""
    return word in _PLURALS or (len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURAL))


def noun_of(word: str) -> str:
    """The singular of a lower-case noun, by rule and a short list of exceptions."""
    if word in _SINGULARS:
        return _SINGULARS[word]
    if word.endswith("wives"):
        return word[:-3] + "fe"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
