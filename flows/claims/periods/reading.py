"""The longest time expression that starts at a token, whatever its form."""

from __future__ import annotations

from datetime import date

from flows.claims.periods.bounded import LATE_WORDS, read_bounded, read_late_bound
from flows.claims.periods.counted import read_counted, read_rolling
from flows.claims.periods.ranges import JOINTS, read_range
from flows.claims.periods.single import read_single
from flows.claims.periods.time import Time
from flows.claims.periods.words import UNIT_FORMS
from flows.claims.tokens import Tokens

REACH = 9
"""How many tokens are looked ahead for what a form needs: the joint of a range, a unit of time, a late bound."""


def read_time(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """The time at token i. Forms are tried from the longest on, where the words that they need stand within reach."""
    near = tokens.low[i : i + REACH]
    counted = not UNIT_FORMS.keys().isdisjoint(near)
    return (
        (None if JOINTS.isdisjoint(near) else read_range(tokens, i, reference))
        or (read_counted(tokens, i, reference) if counted else None)
        or read_bounded(tokens, i, reference)
        or (None if LATE_WORDS.isdisjoint(near) else read_late_bound(tokens, i, reference))
        or (read_rolling(tokens, i, reference) if counted else None)
        or read_single(tokens, i, reference)
    )
