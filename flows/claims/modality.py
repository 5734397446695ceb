"""How firmly a figure is stated: asserted, estimated, planned, forecast or hedged; and whether it is denied."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from itertools import chain

from flows.claims.vocabulary import entry_of, words_of
from schemas.rows import Modality

_WORD = re.compile(r"[a-z]+")
_FIRST_LETTERS = re.compile(r"\((?P<either>[a-z|]+)\)|(?P<letters>[a-z]+)")
OPENING = 3
"""Letters by which a word is told to begin a cue: the patterns are only tried where one of their openings stands."""


@dataclass(frozen=True)
class Cues:
    """A pattern for lower-case text, and the openings of the words that its alternatives begin with."""

    pattern: re.Pattern[str]
    openings: frozenset[str]

    @classmethod
    def of(cls, name: str) -> Cues:
        """The cues of one list in the vocabulary: fragments of patterns that start and end at words."""
        fragments: list[str] = entry_of("modality", name)
        return cls(re.compile(rf"\b(?:{'|'.join(fragments)})\b"), frozenset(chain(*map(_openings, fragments))))

    def stand_in(self, low: str, openings: Set[str]) -> bool:
        """Does a text, whose words have those openings, hold one of the cues?"""
        return not self.openings.isdisjoint(openings) and self.pattern.search(low) is not None


def _openings(fragment: str) -> list[str]:
    """The openings of the words that a fragment can begin with: of one, or of those in its first brackets."""
    first = _FIRST_LETTERS.match(fragment)
    if first is None:
        raise ValueError(f"{fragment!r} begins with no word")
    return [word[:OPENING] for word in (first["either"] or first["letters"]).split("|")]


def _openings_in(low: str) -> set[str]:
    return {word[:OPENING] for word in _WORD.findall(low)}


_STATED: tuple[Modality, ...] = ("planned", "forecast", "estimated")
# Cues in the order in which they decide: a plan that may fail is still a plan.
_CUES = tuple((modality, Cues.of(modality)) for modality in _STATED)
_HEDGE = Cues.of("hedged")
# The verb that "will" goes with.
_WILL = Cues(
    re.compile(r"\b(?:will|shall|'ll|won't)\b(?: \w+ly| not| also)? (?:be )?(?P<verb>\w+)"),
    frozenset({"wil", "sha", "ll", "won"}),
)
_DECIDED = tuple(words_of("modality", "decided"))
_DENIAL = Cues.of("denials")
_NOT = re.compile(r"n't\b")
# What looks like a denial and is none; "without" right before a figure leaves it out and denies nothing.
_NO_DENIAL = re.compile(rf"\b(?:{'|'.join(entry_of('modality', 'no_denials'))})\b|\bwithout (?:\w+ ){{0,3}}$")
# The month of May is no modal.
_MAY = re.compile(r"\b(?:in|since|by|until|of|last|this|next|from|to|during|\d{1,2}(?:st|nd|rd|th)?) May\b|\bMay \d")


def modality_of(clause: str) -> Modality:
    """The modality that the words of a clause give its figure."""
    low = (_MAY.sub(" ", clause) if "May" in clause else clause).lower()
    openings = _openings_in(low)
    for modality, cues in _CUES:
        if cues.stand_in(low, openings):
            return modality
    return _with_will(low, openings) or ("hedged" if _HEDGE.stand_in(low, openings) else "asserted")


def _with_will(low: str, openings: Set[str]) -> Modality | None:
    """With "will", what one decides oneself is planned, and all else forecast."""
    will = None if _WILL.openings.isdisjoint(openings) else _WILL.pattern.search(low)
    if will is None:
        return None
    return "planned" if will["verb"].startswith(_DECIDED) else "forecast"


def is_denied(before: str) -> bool:
    """Do the words before a figure, in its clause, deny it?"""
    low = before.lower()
    if "n't" not in low and _DENIAL.openings.isdisjoint(_openings_in(low)):
        return False
    low = _NO_DENIAL.sub(" ", low)
    return _NOT.search(low) is not None or _DENIAL.pattern.search(low) is not None
