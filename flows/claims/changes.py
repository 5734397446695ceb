"""Does a figure state a level or a change, and in which direction: "fell to 5 %", "fell by 5 %", "5 % higher"."""

from __future__ import annotations

import regex

from flows.claims.ledger import Reading
from schemas.rows import Direction, Value, ValueKind

_UP = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed climbing jump jumps jumped "
    "jumping gain gains gained gaining soar soars soared soaring surge surges surged surging advance advances advanced add adds added adding expand expands "
    "expanded expanding raise raises raised raising lift lifts lifted lifting boost boosts boosted boosting swell swelled swollen swelling rally rallied "
    "rebound rebounded recovered accelerate accelerated hike hiked widen widened strengthen strengthened improve improved extend extended "
    "up growth gains uptick upturn rocketed leapt leaped ballooned spiked spike inched edged ticked picked higher more faster larger bigger longer increases"
)
_DOWN = (
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing slip slips slipped "
    "slide slides slid sliding shrink shrinks shrank shrunk shrinking cut cuts cutting reduce reduces reduced reducing lower lowers lowered lowering lose loses "
    "lost losing tumble tumbled plunge plunged plunging sink sank sunk sinking dip dipped dive dived weaken weakened contract contracted trim trimmed slash "
    "slashed narrow narrowed ease eased retreat retreated shed sheds down loss reduction downturn fewer less smaller cheaper shorter slower "
    "crashed dwindled halve receded slowed contraction slumped slump collapsed"
)
DIRECTIONS: dict[str, Direction] = dict.fromkeys(_UP.split(), "up") | dict.fromkeys(_DOWN.split(), "down")
_WORDS = "|".join(sorted(DIRECTIONS, key=len, reverse=True))
_ADVERB = r"(?:(?:\w+ly|further|another|an additional|as much as|again|sharply|some|only|just|even|back|off|still|its|their|out|over|well) +){0,3}"
_OBJECT = r"(?:(?!by\b|to\b|from\b|and\b|or\b|but\b|while\b|with\b|that\b|which\b|at\b|of\b)[\w$€£%'.-]+ +){0,5}"
_IN_PHRASE = rf"(?:(?:in|of|on|for) +(?:[\w'-]+ +){{1,6}}?)?"
# What stands right before the figure, from the verb on. The first that fits decides.
_BEFORE: tuple[tuple[ValueKind | None, regex.Pattern[str]], ...] = (
    (
        "level",
        regex.compile(
            rf"\b(?P<word>{_WORDS}) +{_ADVERB}{_OBJECT}{_IN_PHRASE}(?:from .{{1,40}}? )?(?:to|at) +(?:around +|about +)?$",
            regex.I,
        ),
    ),
    ("level", regex.compile(rf"\b(?P<word>{_WORDS}) +{_ADVERB}{_OBJECT}from +$", regex.I)),
    ("change", regex.compile(rf"\b(?P<word>{_WORDS}) +{_ADVERB}{_OBJECT}{_IN_PHRASE}by +{_ADVERB}$", regex.I)),
    (
        "change",
        regex.compile(
            rf"\b(?:an?|the|its|their|any|this|further|net|annual|in|and|sharp|steep|slight|small) +(?:[\w-]+ +){{0,2}}(?P<word>{_WORDS}) +of +{_ADVERB}$",
            regex.I,
        ),
    ),
    ("change", regex.compile(rf"\b(?P<word>{_WORDS})(?: +by)? +{_ADVERB}$", regex.I)),
)
_AFTER = regex.compile(
    rf" ?-? ?(?P<kind>higher|lower|more|less|fewer|faster|slower|larger|smaller|bigger|cheaper|longer|shorter|up|down)\b(?! to\b| from\b)(?! and\b)"
    rf"| +(?:[\w-]+ +){{0,2}}?(?P<noun>increase|rise|growth|gain|jump|surge|decline|fall|drop|decrease|cut|reduction|loss|contraction|improvement|hike|slump|plunge|boost|expansion)\b",
    regex.I,
)
_NOUNS: dict[str, Direction] = dict.fromkeys(
    "increase rise growth gain jump surge improvement hike boost expansion".split(), "up"
)
_NOUNS |= dict.fromkeys("decline fall drop decrease cut reduction loss contraction slump plunge".split(), "down")
_TRANSITIVE_COUNTS = frozenset(
    "add adds added adding lose loses lost losing shed sheds cut cuts cutting lost gain gained".split()
)
_STATES = frozenset(
    "up down more less higher lower fewer larger smaller bigger longer shorter faster slower cheaper".split()
)
_WORD = regex.compile(r"[a-z]+")
REACH = 90


def with_change(text: str, sentence_start: int, reading: Reading) -> tuple[ValueKind, Direction | None]:
    """What the figure states, seen from the words of its sentence around it."""
    value = reading.value
    if reading.rule == "quantity.multiple_verb":
        return "relative_change", "down" if (value.value or 1) < 1 else "up"
    before = text[max(sentence_start, reading.start - REACH) : reading.start]
    tells = not DIRECTIONS.keys().isdisjoint(_WORD.findall(before.lower()))
    for kind, pattern in _BEFORE if tells else ():
        found = pattern.search(before)
        if found is not None and not (kind == "change" and _is_level_noun(before)):
            return _settle(kind or "change", DIRECTIONS[found["word"].lower()], value)
    if value.unit_kind in ("percent", "percentage_point", "ratio", "currency", "count", "physical", "duration"):
        after = _AFTER.match(text, reading.counted[1] if reading.counted else reading.end)
        if after is not None and (
            after["kind"] or value.unit_kind in ("percent", "percentage_point", "currency", "ratio")
        ):
            word = (after["kind"] or after["noun"]).lower()
            return _settle("change", DIRECTIONS.get(word) or _NOUNS.get(word), value)
    return "level", None


def _is_level_noun(before: str) -> bool:
    """ "more than", "less than" and their kin bound a figure, they change none."""
    return before.rstrip().lower().endswith((" than", "than"))


def _settle(kind: ValueKind, direction: Direction | None, value: Value) -> tuple[ValueKind, Direction | None]:
    if kind == "level":
        return "level", None
    relative = value.unit_kind in ("percent", "ratio")
    return ("relative_change" if relative else "change"), direction
