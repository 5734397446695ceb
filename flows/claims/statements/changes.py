"""Does a figure state a level or a change, and in which direction: "fell to 5 %", "fell by 5 %", "5 % higher"."""

from __future__ import annotations

import re
from collections.abc import Set

from flows.claims.ledger import Reading
from flows.claims.vocabulary import words_of
from flows.patterns import one_of
from schemas.rows import Direction, Value, ValueKind


def _directions(up: str, down: str) -> dict[str, Direction]:
    ways: tuple[tuple[str, Direction], ...] = ((up, "up"), (down, "down"))
    return {word: way for name, way in ways for word in words_of("changes", name)}


DIRECTIONS = _directions("up", "down")
_NOUNS = _directions("nouns_up", "nouns_down")
REACH = 90
"""How many characters before and after a figure are looked at."""


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_ADVERBS = rf"(?:(?:\w+ly|{one_of(word.replace('_', ' ') for word in words_of('changes', 'adverbs'))}) +){{0,3}}"
_OBJECT = rf"(?:(?!(?:{one_of(words_of('changes', 'object_ends'))})\b)[\w$€£%'.-]+ +){{0,5}}"
_IN_PHRASE = r"(?:(?:in|of|on|for) +(?:[\w'-]+ +){1,6}?)?"

# What stands between a word of change and the figure, and the words of which it needs one. The first that fits decides.
_BETWEEN: tuple[tuple[ValueKind, Set[str], re.Pattern[str]], ...] = (
    # "rose from 3 % to", "cut its forecast for growth to around"
    (
        "level",
        {"to", "at"},
        _pattern(rf" +{_ADVERBS}{_OBJECT}{_IN_PHRASE}(?:from .{{1,40}}? )?(?:to|at) +(?:around +|about +)?$"),
    ),
    # "fell sharply from"
    ("level", {"from"}, _pattern(rf" +{_ADVERBS}{_OBJECT}from +$")),
    # "raised fares by", "grew in the first quarter by about"
    ("change", {"by"}, _pattern(rf" +{_ADVERBS}{_OBJECT}{_IN_PHRASE}by +{_ADVERBS}$")),
    # "an annual increase of"
    ("change", {"of"}, _pattern(rf" +of +{_ADVERBS}$")),
    # "rose", "lost another"
    ("change", DIRECTIONS.keys(), _pattern(rf"(?: +by)? +{_ADVERBS}$")),
)
_OPENED = _pattern(rf"\b(?:{one_of(words_of('changes', 'before_noun'))}) +(?:[\w-]+ +){{0,2}}$")
"""What stands before a noun of change."""
_AFTER_FIGURE = words_of("changes", "after")
# "5 % higher", "a 5 % rise", "a 5 % annual pay cut"; "5 % more than" bounds and "5 % up to" tells where.
_AFTER = _pattern(
    rf" ?-? ?(?P<kind>{one_of(_AFTER_FIGURE)})\b(?! to\b| from\b)(?! and\b)"
    rf"| +(?:[\w-]+ +){{0,2}}?(?P<noun>{one_of(_NOUNS)})\b"
)
_WORDS_AFTER = _AFTER_FIGURE | _NOUNS.keys()
# "Women MADE UP 40 %" tells of no change.
_PARTICLE_OF = _pattern(r"\b(?:ma[dk]e|makes|making|sets?|setting|signed|turned|takes?|took|taken) up\Z")
_CROSSED = re.compile(r"(?:below|above|beneath|past|beyond)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
_WORD_OF_ITS_OWN = re.compile(rf"\b{_WORD.pattern}")
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
    changes = [
        word
        for word in _WORD_OF_ITS_OWN.finditer(before)
        if word[0].lower() in DIRECTIONS and not _PARTICLE_OF.search(before, 0, word.end())
    ]
    for kind, needed, between in _BETWEEN:
        if needed.isdisjoint(words) or (kind == "change" and bounded):
            continue
        for word in changes:
            if between.match(before, word.end()) and ("of" not in needed or _OPENED.search(before, 0, word.start())):
                return _settled(kind, DIRECTIONS[word[0].lower()], value)
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
