"""How firmly a figure is stated: asserted, estimated, planned, forecast or hedged; and whether it is denied."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from flows.claims.gating import words_in
from flows.claims.vocabulary import entry_of, words_of
from flows.memo import Memo
from schemas.rows import Modality

_WORD = re.compile(r"[a-z]+")
# The first word of a cue that is a pattern: as far as a space or a look-ahead.
_FIRST_WORD = re.compile(r"(?:\([^?)]+\)|[^ (])+")
_STATED: tuple[Modality, ...] = ("planned", "forecast", "estimated")
"""Modalities in the order in which they decide: a plan that may fail is still a plan.

An estimate of what will be is a forecast.
"""


@dataclass(frozen=True)
class _Cue:
    """What tells a modality in lower-case text: a fragment of a pattern, and its first word."""

    modality: Modality
    first_word: str
    fragment: str

    @classmethod
    def of(cls, modality: Modality, fragment: str) -> _Cue:
        """The cue of an entry in the vocabulary: a fragment of a pattern that starts and ends at words."""
        first_word = _FIRST_WORD.match(fragment)
        if first_word is None:
            raise ValueError(f"{fragment!r} begins with no word")
        return cls(modality, first_word[0], fragment)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.fragment})\b")


_CUES = [_Cue.of(modality, cue) for modality in (*_STATED, "hedged") for cue in entry_of("modality", modality)]
_FIRST_WORDS = re.compile("|".join(cue.first_word for cue in _CUES))
# The verb that "will" goes with.
_WILL = re.compile(r"\b(?:will|shall|'ll|won't)\b(?: \w+ly| not| also)? (?:be )?(?P<verb>\w+)")
_WILLS = frozenset({"will", "shall", "ll", "won"})
_DECIDED = tuple(words_of("modality", "decided"))
_DENIALS: list[str] = entry_of("modality", "denials")
_DENIAL = re.compile(rf"\b(?:{'|'.join(_DENIALS)})\b|n't\b")
_DENYING = frozenset(denial.split()[0] for denial in _DENIALS)
# What looks like a denial and is none; "without" right before a figure leaves it out and denies nothing.
_NO_DENIAL = re.compile(rf"\b(?:{'|'.join(entry_of('modality', 'no_denials'))})\b|\bwithout (?:\w+ ){{0,3}}$")
# The month of May is no modal.
_MAY = re.compile(r"\b(?:in|since|by|until|of|last|this|next|from|to|during|\d{1,2}(?:st|nd|rd|th)?) May\b|\bMay \d")


def modality_of(clause: str) -> Modality:
    """The modality that the words of a clause give its figure."""
    low = (_MAY.sub(" ", clause) if "May" in clause else clause).lower()
    words = set(_WORD.findall(low))
    told = modalities_in(low, words)
    first = next((modality for modality in _STATED if modality in told), None)
    if first is not None and first != "estimated":
        return first
    return _with_will(low, words) or first or ("hedged" if "hedged" in told else "asserted")


def modalities_in(low: str, words: Set[str]) -> set[Modality]:
    """All modalities that a lower-case text has a cue for; tried is what one of its words begins, from there on."""
    return {cue.modality for word in words for cue in _BEGUN[word] if cue.pattern.search(low, low.find(word))}


def may_tell_modality(text: str) -> bool:
    """False only where no part of a text tells another modality than asserted."""
    words = words_in(text)
    return not _WILLS.isdisjoint(words) or any(map(_BEGUN.__getitem__, words))


def _begun_by(word: str) -> tuple[_Cue, ...]:
    """The cues that begin with a word."""
    if _FIRST_WORDS.fullmatch(word) is None:
        return ()
    return tuple(cue for cue in _CUES if re.fullmatch(cue.first_word, word))


_BEGUN = Memo(_begun_by)


def _with_will(low: str, words: Set[str]) -> Modality | None:
    """With "will", what one decides oneself is planned, and all else forecast."""
    will = None if _WILLS.isdisjoint(words) else _WILL.search(low)
    if will is None:
        return None
    return "planned" if will["verb"].startswith(_DECIDED) else "forecast"


def may_deny(text: str) -> bool:
    """False only where no part of a text denies anything."""
    words = words_in(text)
    return "t" in words or not _DENYING.isdisjoint(words)  # the "t" of "n't"


def is_denied(before: str) -> bool:
    """Do the words before a figure, in its clause, deny it?"""
    low = before.lower()
    if "n't" not in low and _DENYING.isdisjoint(_WORD.findall(low)):
        return False
    return _DENIAL.search(_NO_DENIAL.sub(" ", low)) is not None
