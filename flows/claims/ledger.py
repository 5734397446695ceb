"""The number ledger: every numeral of a passage, with the one role it plays.

One pass over the tokens from left to right; at each numeral the readers are asked in order of how sure they are: times,
then names, references and idioms, then ranks, then figures. What nobody can read is `unresolved`, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from flows.claims.chinese import is_han, numeral_in
from flows.claims.counted import counted_after
from flows.claims.dates import FIRST_YEAR, LAST_YEAR
from flows.claims.designations import Designation, read_clock, read_designation, read_rank
from flows.claims.joining import with_compared_units, with_joint_bounds, with_shared_units
from flows.claims.numerals import NUMBER_WORDS, NUMERIC_KINDS, may_hold_numerals, places
from flows.claims.periods import Time, read_time
from flows.claims.quantities import Figure, read_figure
from flows.claims.readings import Reading
from flows.claims.tokens import NUMERIC, Tokens, tokenise
from flows.claims.vocabulary import words_of

__all__ = ["NUMBER_WORDS", "Reading", "read_ledger"]

_OPENERS = words_of("ledger", "openers")
Found = tuple[Reading, int]
"""A reading, and the token after it."""


def read_ledger(text: str, reference: date | None = None) -> list[Reading]:
    """The ledger of a folded text, in order; readings do not overlap and cover every numeral.

    Relative times count from `reference`, unless it lies outside the years that dates are read in (a blank date such as
    0001-01-01).
    """
    if not may_hold_numerals(text):
        return []
    if reference is not None and not FIRST_YEAR <= reference.year <= LAST_YEAR:
        reference = None
    readings = list(_readings(tokenise(text), reference))
    return with_joint_bounds(text, with_compared_units(text, with_shared_units(text, readings)))


def _readings(tokens: Tokens, reference: date | None) -> Iterator[Reading]:
    following = done = 0
    for i in places(tokens):
        found = _at(tokens, i, reference) if i >= following else None
        if found is None:
            continue
        reading, end = found
        if reading.start < done:
            reading = reading._replace(start=tokens.starts[i])
        done, following = reading.end, max(end, i + 1)
        yield reading


def _at(tokens: Tokens, i: int, reference: date | None) -> Found | None:
    """What stands at token i; None where no numeral and no time stands."""
    low = tokens.low[i]
    numeral = tokens.kinds[i] in NUMERIC_KINDS or low in NUMBER_WORDS
    if not numeral and is_han(low):
        return _han(tokens, i)
    time = read_time(tokens, i, reference)
    if time is not None and not _inside_number(tokens, time):
        return _of_time(tokens, time), time.end
    if numeral:
        return _numeral(tokens, i)
    return _figure(tokens, i) if low in _OPENERS and read_clock(tokens, i + 1) is None else None


def _numeral(tokens: Tokens, i: int) -> Found:
    designation = read_designation(tokens, i) or read_clock(tokens, i) or read_rank(tokens, i)
    if designation is not None:
        return _of_designation(tokens, designation), designation.end
    return _figure(tokens, i) or (_unread(tokens, i), i + 1)


def _figure(tokens: Tokens, i: int) -> Found | None:
    """The figure at token i; none where it is larger than any float."""
    figure = read_figure(tokens, i)
    try:
        return None if figure is None else (_of_figure(tokens, figure), figure.end)
    except OverflowError:
        return None


def _unread(tokens: Tokens, i: int) -> Reading:
    """A number word that states no number is an idiom; a numeral in digits is unresolved."""
    if tokens.kinds[i] in NUMERIC:
        return Reading(tokens.starts[i], tokens.ends[i], "unresolved", "unresolved")
    return Reading(tokens.starts[i], tokens.ends[i], "idiom", "idiom.word")


def _han(tokens: Tokens, i: int) -> Found | None:
    """A Chinese numeral: not read yet, so it stays unresolved."""
    span = numeral_in(tokens.words[i])
    if span is None:
        return None
    start = tokens.starts[i]
    return Reading(start + span[0], start + span[1], "unresolved", "unresolved.han"), i + 1


def _inside_number(tokens: Tokens, time: Time) -> bool:
    """Is what looks like a time part of a longer run of digits and marks?"""
    before, after = tokens.words[time.start - 1], tokens.words[time.end]
    follows = before in ("-", "/") and tokens.glued(time.start) and tokens.kinds[time.start - 2] in NUMERIC
    goes_on = (
        time.rule == "period.date"
        and after == "-"
        and tokens.glued(time.end)
        and tokens.glued(time.end + 1)
        and tokens.kinds[time.end + 1] in NUMERIC
    )
    return follows or goes_on


def _of_time(tokens: Tokens, time: Time) -> Reading:
    start, end = tokens.starts[time.start], tokens.ends[time.end - 1]
    return Reading(start, end, "period", time.rule, time.value, time.period(tokens))


def _of_designation(tokens: Tokens, found: Designation) -> Reading:
    return Reading(tokens.starts[found.start], tokens.ends[found.end - 1], found.role, found.rule, found.value)


def _of_figure(tokens: Tokens, figure: Figure) -> Reading:
    """The figure with what it counts, where it has no unit of its own."""
    value = figure.columns()
    start, end = tokens.starts[figure.start], tokens.ends[figure.end - 1]
    counted = counted_after(tokens, figure.end) if value.unit_kind == "none" else None
    if counted is None:
        return Reading(start, end, "value", figure.rule, value)
    value = value._replace(unit_kind="count", unit=counted.unit)
    span = tokens.starts[counted.start], tokens.ends[counted.end - 1]
    return Reading(start, end, "value", figure.rule, value, counted=span)
