"""The longest time expression that starts at a token, whatever its form."""

from __future__ import annotations

from collections.abc import Callable, Set
from datetime import date
from typing import NamedTuple

from flows.claims.dates import DATE_KINDS, DATE_WORDS, WEEKDAYS
from flows.claims.numbers import NUMBER_KINDS, NUMBER_OPENERS
from flows.claims.periods.bounded import BOUND_WORDS, LATE_WORDS, read_bounded, read_late_bound
from flows.claims.periods.counted import EDGE_OF, ROLLING_LEADS, read_counted, read_rolling
from flows.claims.periods.ranges import JOINTS, read_range
from flows.claims.periods.single import SINGLE_WORDS, read_single
from flows.claims.periods.time import Time
from flows.claims.periods.told_ranges import TOLD_JOINTS, read_told_range
from flows.claims.periods.words import DAYS, LAST_OR_NEXT, PARTS_OF, THIS, UNIT_FORMS
from flows.claims.tokens import Tokens

REACH = 9
"""How many tokens are looked ahead for what a form needs: the joint of a range, a unit of time, a late bound."""


class _Form(NamedTuple):
    """A form of times: its reader, the words and kinds of tokens that it starts with, the words that it needs near."""

    read: Callable[[Tokens, int, date | None], Time | None]
    words: Set[str]
    kinds: Set[str]
    needs: Set[str] | None = None


_FORMS = (
    _Form(read_range, DATE_WORDS | PARTS_OF | {"from", "between", "in", "the"}, DATE_KINDS, JOINTS),
    _Form(
        read_told_range,
        DAYS.keys() | LAST_OR_NEXT | THIS | WEEKDAYS.keys() | {"from", "between", "the"},
        frozenset(),
        TOLD_JOINTS,
    ),
    _Form(
        read_counted,
        NUMBER_OPENERS | EDGE_OF | WEEKDAYS.keys() | {"the", "in", "within"},
        NUMBER_KINDS,
        UNIT_FORMS.keys(),
    ),
    _Form(read_bounded, BOUND_WORDS, frozenset()),
    _Form(read_late_bound, DATE_WORDS | {"year"}, DATE_KINDS, LATE_WORDS),
    _Form(read_rolling, NUMBER_OPENERS | ROLLING_LEADS | LAST_OR_NEXT | {"the"}, NUMBER_KINDS, UNIT_FORMS.keys()),
    _Form(read_single, SINGLE_WORDS, DATE_KINDS),
)
"""The forms of times from the longest on."""

_BY_WORD = {
    word: tuple(form for form in _FORMS if word in form.words)
    for word in frozenset().union(*(form.words for form in _FORMS))
}
_BY_KIND = {kind: tuple(form for form in _FORMS if kind in form.kinds) for kind in DATE_KINDS | NUMBER_KINDS}


def read_time(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """The time at token i: the first form that may start so, has what it needs within reach, and can be read."""
    forms = _BY_WORD.get(tokens.low[i]) or _BY_KIND.get(tokens.kinds[i])
    if forms is None:
        return None
    near = tokens.low[i : i + REACH]
    for form in forms:
        if form.needs is None or not form.needs.isdisjoint(near):
            time = form.read(tokens, i, reference)
            if time is not None:
                return time
    return None
