"""The number ledger: every numeral of a passage, with the one role it plays.

One pass over the tokens from left to right; at each numeral the readers are asked in order of how sure they are: times,
then names, references and idioms, then figures, then ranks. What nobody can read is `unresolved`, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import regex

from flows.claims import holidays
from flows.claims.counted import counted_after
from flows.claims.dates import FIRST_YEAR, LAST_YEAR, MONTHS, WEEKDAYS
from flows.claims.designations import read_designation, read_rank
from flows.claims.numbers import read_ordinal
from flows.claims.periods import Time, read_time
from flows.claims.quantities import ARTICLE_UNITS, Figure, read_figure
from flows.claims.tokens import NUMERIC, Tokens, tokenise
from flows.claims.units import Unit
from flows.claims.vocabulary.number_words import (
    CARDINALS,
    DENOMINATORS,
    FOLDS,
    MULTIPLE_VERBS,
    MULTIPLE_WORDS,
    ORDINALS,
    PLURAL_SCALES,
    SCALE_ORDINALS,
    SCALES,
)
from schemas.rows import Period, Role, Value

NUMBER_WORDS = frozenset(
    CARDINALS.keys() | SCALES.keys() | PLURAL_SCALES.keys() | ORDINALS.keys() | SCALE_ORDINALS.keys() | FOLDS.keys()
    | {word for word in DENOMINATORS if word not in ("second", "seconds")}
    | {"double", "doubled", "doubling", "tripled", "tripling", "triple", "halved", "halving", "halve", "quadrupled", "trebled", "quadruple", "quadrupling"}
    | MULTIPLE_WORDS.keys() | {"tens", "scores", "once"}
)  # fmt: skip
# What makes a stretch of text worth reading: a numeral, a number word, or a word that can only tell a time.
_TIMELY = frozenset(
    "last next past previous prior preceding coming following upcoming this current today yesterday tomorrow tonight tmrw now "
    "day days week weeks fortnight month months quarter quarters year years decade decades century centuries".split()
) | MONTHS.keys() | WEEKDAYS.keys() | holidays.FIRST_WORDS  # fmt: skip
# Words that a time or a figure can start with, if something timely or numeric stands within reach behind them.
_LEADS = frozenset(
    "since by until till before after from between in within over during throughout for early mid late beginning start end middle turn later earlier "
    "the no as prior up through opening first final ever across starting not ahead "
    "spring summer autumn fall winter fy fiscal financial cy calendar q h a an ' = > < percents percent per half quarter several few many absolute".split()
)
_REACH = 6
_NUMERIC_KINDS = NUMERIC | {"address", "link"}
_HOT = NUMBER_WORDS | _TIMELY
_OPENERS = frozenset("a an half quarter several few many".split())
_HAN_NUMERALS = regex.compile(
    r"[〇零一二三四五六七八九十百千萬万億亿兩两]*[十百千萬万億亿成][〇零一二三四五六七八九十百千萬万億亿成半]*"
)
# A text without any of these is not even cut into tokens.
_DIGIT = regex.compile(r"[\d¼-¾⅐-⅞\p{Han}]")
_WORD = regex.compile(r"[a-z]+")
_ARTICLE_UNIT = regex.compile(r"\ban? (?:" + "|".join(sorted(ARTICLE_UNITS)) + r")\b")


def _may_hold_numerals(text: str) -> bool:
    if _DIGIT.search(text):
        return True
    low = text.lower()
    return not _HOT.isdisjoint(_WORD.findall(low)) or _ARTICLE_UNIT.search(low) is not None


@dataclass(frozen=True, slots=True)
class Reading:
    """One row of the ledger: text[start:end] plays a role. `counted` is the noun phrase that a value counts."""

    start: int
    end: int
    role: Role
    rule: str
    value: Value = Value()
    period: Period = Period()
    counted: tuple[int, int] | None = None

    def moved(self, by: int) -> Reading:
        """The same reading in a text with `by` more characters in front."""
        counted = (self.counted[0] + by, self.counted[1] + by) if self.counted else None
        return replace(self, start=self.start + by, end=self.end + by, counted=counted)


def read_ledger(text: str, reference: date | None = None) -> list[Reading]:
    """The ledger of a folded text, in order; readings do not overlap and cover every numeral.

    Relative times count from `reference`, unless it lies outside the years that dates are read in (a blank date such as
    0001-01-01).
    """
    if not _may_hold_numerals(text):
        return []
    if reference is not None and not FIRST_YEAR <= reference.year <= LAST_YEAR:
        reference = None
    tokens = tokenise(text)
    readings = list(_readings(tokens, reference))
    return _with_joint_bounds(text, _with_shared_units(text, readings))


def _readings(tokens: Tokens, reference: date | None) -> Iterator[Reading]:
    i = done = 0
    for start in _worth_reading(tokens):
        if start < i:
            continue
        found = _at(tokens, start, reference)
        if found is None:
            continue
        reading, end = found
        if reading.start < done:
            reading = replace(reading, start=tokens.starts[start])
        done = reading.end
        i = max(end, start + 1)
        yield reading


def _worth_reading(tokens: Tokens) -> list[int]:
    """The tokens where a numeral or a time can start, in order."""
    hot = [
        kind in _NUMERIC_KINDS or low in _HOT or "\u3400" <= low[:1] <= "\u9fff"
        for kind, low in zip(tokens.kinds, tokens.low, strict=True)
    ]
    found, reach = [], -1
    for i in range(len(tokens) - 1, -1, -1):
        if hot[i]:
            reach = i
            found.append(i)
        elif tokens.low[i] in _LEADS and (i < reach <= i + _REACH or tokens.low[i + 1] in ARTICLE_UNITS):
            found.append(i)
    found.reverse()
    return found


def _at(tokens: Tokens, i: int, reference: date | None) -> tuple[Reading, int] | None:
    """What stands at token i, and the token after it; None where no numeral and no time stands."""
    kind, low = tokens.kinds[i], tokens.low[i]
    numeral = kind in _NUMERIC_KINDS or low in NUMBER_WORDS
    if not numeral and kind == "word" and "\u3400" <= low[0] <= "\u9fff":
        return _han(tokens, i)
    if (time := _time_at(tokens, i, reference)) is not None:
        return _of_time(tokens, time), time.end
    if kind == "time":
        end = i + 1 + (tokens.low[i + 1] in ("am", "pm", "a.m.", "p.m."))
        return Reading(tokens.starts[i], tokens.ends[end - 1], "reference", "reference.clock"), end
    if numeral:
        return _numeral(tokens, i)
    if low in _OPENERS and (figure := read_figure(tokens, i)) is not None:
        return _of_figure(tokens, figure)
    return None


def _numeral(tokens: Tokens, i: int) -> tuple[Reading, int]:
    designation = read_designation(tokens, i) or _clock(tokens, i)
    if designation is None and (rank := read_rank(tokens, i)) is not None and not _fraction(tokens, i):
        designation = rank
    if designation is not None:
        start, end = tokens.starts[designation.start], tokens.ends[designation.end - 1]
        return Reading(start, end, designation.role, designation.rule, designation.value), designation.end
    try:
        figure = read_figure(tokens, i)
        if figure is not None:
            return _of_figure(tokens, figure)
    except OverflowError:
        pass
    role: Role = "unresolved" if tokens.kinds[i] in NUMERIC else "idiom"
    rule = "unresolved" if role == "unresolved" else "idiom.word"
    return Reading(tokens.starts[i], tokens.ends[i], role, rule), i + 1


def _fraction(tokens: Tokens, i: int) -> bool:
    """Is the ordinal at token i the tail of nothing, but the start of a cardinal ("twenty-one")?"""
    ordinal = read_ordinal(tokens, i)
    return ordinal is None


def _clock(tokens: Tokens, i: int):  # type: ignore[no-untyped-def]
    from flows.claims.designations import Designation

    if (
        tokens.kinds[i] == "numeral"
        and tokens.low[i + 1] in ("am", "pm", "a.m.", "p.m.", "o")
        and len(tokens.words[i]) <= 5
    ):
        value = tokens.words[i]
        hours = value.partition(".")[0]
        minutes = value.partition(".")[2]
        if hours.isdecimal() and 0 < int(hours) <= 12 and (not minutes or (len(minutes) == 2 and minutes < "60")):
            return Designation(i, i + 2, "reference", "reference.clock")
    return None


def _time_at(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    time = read_time(tokens, i, reference)
    if time is None:
        return None
    if (
        time.end < len(tokens)
        and tokens.words[time.end] == "-"
        and tokens.glued(time.end)
        and tokens.glued(time.end + 1)
        and tokens.kinds[time.end + 1] in NUMERIC
        and time.rule == "period.date"
    ):
        return None
    return (
        None
        if tokens.words[time.start - 1] in ("-", "/")
        and tokens.glued(time.start)
        and tokens.kinds[time.start - 2] in NUMERIC
        else time
    )


def _of_time(tokens: Tokens, time: Time) -> Reading:
    start, end = tokens.starts[time.start], tokens.ends[time.end - 1]
    return Reading(start, end, "period", time.rule, time.value, time.period(tokens))


def _of_figure(tokens: Tokens, figure: Figure) -> tuple[Reading, int]:
    value = figure.columns()
    counted = None
    if value.unit_kind == "none":
        counted = counted_after(tokens, figure.end)
        if counted is not None:
            unit: Unit = counted.unit
            value = replace(value, unit_kind="count", unit=unit.name)
    span = (tokens.starts[counted.start], tokens.ends[counted.end - 1]) if counted else None
    return Reading(
        tokens.starts[figure.start], tokens.ends[figure.end - 1], "value", figure.rule, value, counted=span
    ), figure.end


def _han(tokens: Tokens, i: int) -> tuple[Reading, int] | None:
    """A Chinese numeral: not read yet, so it stays unresolved."""
    found = _HAN_NUMERALS.search(tokens.words[i])
    if found is None or len(found.group()) < 2:
        return None
    start = tokens.starts[i] + found.start()
    return Reading(start, tokens.starts[i] + found.end(), "unresolved", "unresolved.han"), i + 1


_LIST_GAP = regex.compile(r" ?(?:,|,? ?and|- or|-,) ?$|^ (?:and|or|to) $")


_LOWER, _UPPER = frozenset({"over", "at_least"}), frozenset({"under", "up_to"})
_BOUND_GAP = regex.compile(r" (?:and|but) ")


def _with_joint_bounds(text: str, readings: list[Reading]) -> list[Reading]:
    """Joins a lower and an upper bound of one figure: "above 1000 and below 1500", if both can hold."""
    joined: list[Reading] = []
    for reading in readings:
        last = joined[-1] if joined else None
        if last is not None and (both := _joint(text, last, reading)) is not None:
            joined[-1] = both
        else:
            joined.append(reading)
    return joined


def _joint(text: str, first: Reading, second: Reading) -> Reading | None:
    a, b = first.value, second.value
    comparators = {a.comparator in _LOWER and b.comparator in _UPPER, a.comparator in _UPPER and b.comparator in _LOWER}
    if True not in comparators or not _BOUND_GAP.fullmatch(text[first.end : second.start]):
        return None
    low, high = (a, b) if a.comparator in _LOWER else (b, a)
    if low.value is None or high.value is None or low.value >= high.value or (a.unit and a.unit != b.unit):
        return None
    value = replace(b, value=None, value_low=low.value, value_high=high.value, comparator="between")
    return replace(second, start=first.start, value=value, rule="quantity.joint_bounds")


def _with_shared_units(text: str, readings: list[Reading]) -> list[Reading]:
    """Lends the unit of the last figure of a list to the bare ones before it: "45 and 50 mg", "7- or 8-inch"."""
    for at in range(len(readings) - 1, 0, -1):
        first, second = readings[at - 1], readings[at]
        if (
            first.role != "value"
            or second.role != "value"
            or first.value.unit_kind != "none"
            or second.value.unit is None
        ):
            continue
        if second.value.unit_kind in ("currency", "ratio") or not _LIST_GAP.fullmatch(text[first.end : second.start]):
            continue
        value = replace(first.value, unit=second.value.unit, unit_kind=second.value.unit_kind)
        readings[at - 1] = replace(first, value=value, counted=second.counted)
    return readings
