"""How firmly a figure is stated: asserted, estimated, planned, forecast or hedged; and whether it is denied."""

from __future__ import annotations

import regex

from flows.claims.vocabulary import entry_of, words_of
from schemas.rows import Modality


def _any_of(name: str) -> str:
    return "|".join(entry_of("modality", name))


def _words(alternatives: str) -> regex.Pattern[str]:
    return regex.compile(rf"\b(?:{alternatives})\b", regex.IGNORECASE)


_STATED: tuple[Modality, ...] = ("planned", "forecast", "estimated")
# Cues in the order in which they decide: a plan that may fail is still a plan.
_CUES = tuple((modality, _words(_any_of(modality))) for modality in _STATED)
_HEDGE = _words(_any_of("hedged"))
# The verb that "will" goes with.
_WILL = regex.compile(r"\b(?:will|shall|'ll|won't)\b(?: \w+ly| not| also)? (?:be )?(?P<verb>\w+)", regex.IGNORECASE)
_DECIDED = tuple(words_of("modality", "decided"))
_DENIAL = regex.compile(rf"\b(?:{_any_of('denials')})\b|n't\b", regex.IGNORECASE)
# What looks like a denial and is none; "without" right before a figure leaves it out and denies nothing.
_NO_DENIAL = regex.compile(rf"\b(?:{_any_of('no_denials')})\b|\bwithout (?:\w+ ){{0,3}}$", regex.IGNORECASE)
# The month of May is no modal.
_MAY = regex.compile(r"\b(?:in|since|by|until|of|last|this|next|from|to|during|\d{1,2}(?:st|nd|rd|th)?) May\b|\bMay \d")


def modality_of(clause: str) -> Modality:
    """The modality that the words of a clause give its figure."""
    clause = _MAY.sub(" ", clause)
    stated = next((modality for modality, cues in _CUES if cues.search(clause)), None)
    return stated or _with_will(clause) or ("hedged" if _HEDGE.search(clause) else "asserted")


def _with_will(clause: str) -> Modality | None:
    """With "will", what one decides oneself is planned, and all else forecast."""
    will = _WILL.search(clause)
    if will is None:
        return None
    return "planned" if will["verb"].lower().startswith(_DECIDED) else "forecast"


def is_denied(before: str) -> bool:
    """Do the words before a figure, in its clause, deny it?"""
    return _DENIAL.search(_NO_DENIAL.sub(" ", before)) is not None
