"""Does a figure state a level or a change, and in which direction: "fell to 5 %", "fell by 5 %", "5 % higher"."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Any

import regex

from flows.claims.ledger import Reading
from flows.claims.vocabulary import words_of
from schemas.rows import Direction, Value, ValueKind


def _directions(up: str, down: str) -> dict[str, Direction]:
    ways: tuple[tuple[str, Direction], ...] = ((up, "up"), (down, "down"))
    return {word: way for name, way in ways for word in words_of("changes", name)}


DIRECTIONS = _directions("up", "down")
_NOUNS = _directions("nouns_up", "nouns_down")
_LISTS: dict[str, Any] = {
    "words": DIRECTIONS.keys(),
    "adverbs": {phrase.replace("_", " ") for phrase in words_of("changes", "adverbs")},
    "ends": words_of("changes", "object_ends"),
    "openers": words_of("changes", "before_noun"),
    "after": words_of("changes", "after"),
    "nouns": _NOUNS.keys(),
}
REACH = 90
"""How many characters before and after a figure are looked at."""

_CHANGE = r"\b(?P<word>\L<words>) +"
_ADVERBS = r"(?:(?:\w+ly|\L<adverbs>) +){0,3}"
_OBJECT = r"(?:(?!\L<ends>\b)[\w$€£%'.-]+ +){0,5}"
_IN_PHRASE = r"(?:(?:in|of|on|for) +(?:[\w'-]+ +){1,6}?)?"


def _pattern(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE, ignore_unused=True, **_LISTS)


# What stands right before the figure, from the word of change on, and the words of which it needs one.
# The first that fits decides.
_BEFORE: tuple[tuple[ValueKind, Set[str], regex.Pattern[str]], ...] = (
    # "rose from 3 % to", "cut its forecast for growth to around"
    (
        "level",
        {"to", "at"},
        _pattern(rf"{_CHANGE}{_ADVERBS}{_OBJECT}{_IN_PHRASE}(?:from .{{1,40}}? )?(?:to|at) +(?:around +|about +)?$"),
    ),
    # "fell sharply from"
    ("level", {"from"}, _pattern(rf"{_CHANGE}{_ADVERBS}{_OBJECT}from +$")),
    # "raised fares by", "grew in the first quarter by about"
    ("change", {"by"}, _pattern(rf"{_CHANGE}{_ADVERBS}{_OBJECT}{_IN_PHRASE}by +{_ADVERBS}$")),
    # "an annual increase of"
    ("change", {"of"}, _pattern(rf"(?<=\b\L<openers> +(?:[\w-]+ +){{0,2}})(?P<word>\L<words>) +of +{_ADVERBS}$")),
    # "rose", "lost another"
    ("change", DIRECTIONS.keys(), _pattern(rf"\b(?P<word>\L<words>)(?: +by)? +{_ADVERBS}$")),
)
# "5 % higher", "a 5 % rise", "a 5 % annual pay cut"; "5 % more than" bounds and "5 % up to" tells where.
_AFTER = _pattern(
    r" ?-? ?(?P<kind>\L<after>)\b(?! to\b| from\b)(?! and\b)"
    r"| +(?:[\w-]+ +){0,2}?(?P<noun>\L<nouns>)\b"
)
_WORDS_AFTER = _LISTS["after"] | _NOUNS.keys()
_CROSSED = re.compile(r"(?:below|above|beneath|past|beyond)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
# Units of shares and money, which alone can be part of a noun phrase of change ("a 5 % rise", "a $2m cut").
_WITH_NOUN = frozenset({"percent", "percentage_point", "currency", "ratio"})
_COMPARED = _WITH_NOUN | {"count", "physical", "duration"}


def with_change(text: str, sentence_start: int, reading: Reading) -> tuple[ValueKind, Direction | None]:
    """What the figure states, seen from the words of its sentence around it."""
    if reading.rule == "quantity.multiple_verb":
        return "relative_change", "down" if (reading.value.value or 1) < 1 else "up"
    before = text[max(sentence_start, reading.start - REACH) : reading.start]
    if _CROSSED.match(text, reading.start):
        before += "to "  # a level that is passed is a level: "fell below 2 %"
    return _told_before(before, reading.value) or _told_after(text, reading) or ("level", None)


def _told_before(before: str, value: Value) -> tuple[ValueKind, Direction | None] | None:
    words = _WORD.findall(before.lower())
    if DIRECTIONS.keys().isdisjoint(words):
        return None
    bounded = before.rstrip().lower().endswith("than")  # "more than" bounds a figure and changes none
    starts = [word.start() for word in _WORD.finditer(before) if word[0].lower() in DIRECTIONS]
    for kind, needed, pattern in _BEFORE:
        if needed.isdisjoint(words) or (kind == "change" and bounded):
            continue
        for start in starts:
            if found := pattern.match(before, start):
                return _settled(kind, DIRECTIONS[found["word"].lower()], value)
    return None


def _told_after(text: str, reading: Reading) -> tuple[ValueKind, Direction | None] | None:
    unit_kind = reading.value.unit_kind
    if unit_kind not in _COMPARED:
        return None
    end = reading.counted[1] if reading.counted else reading.end
    if _WORDS_AFTER.isdisjoint(_WORD.findall(text[end : end + REACH].lower())):
        return None
    found = _AFTER.match(text, end)
    if found is None or not (found["kind"] or unit_kind in _WITH_NOUN):
        return None
    word = (found["kind"] or found["noun"]).lower()
    return _settled("change", DIRECTIONS.get(word) or _NOUNS.get(word), reading.value)


def _settled(kind: ValueKind, direction: Direction | None, value: Value) -> tuple[ValueKind, Direction | None]:
    """A level has no direction; a change of a share is relative to what the share is of."""
    if kind == "level":
        return "level", None
    return "relative_change" if value.unit_kind in ("percent", "ratio") else "change", direction
