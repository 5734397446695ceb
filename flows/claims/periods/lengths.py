"""Lengths of time: "two years", "a week", "the month"."""

from __future__ import annotations

from dataclasses import dataclass

from flows.claims.numbers import LARGEST, Number, read_number
from flows.claims.periods.words import UNIT_FORMS
from flows.claims.tokens import Tokens
from schemas.rows import Value


@dataclass(frozen=True, slots=True)
class Length:
    """So many units of time, up to token `end`; `counted` unless an article stands for the number."""

    count: float
    unit: str
    end: int
    counted: bool

    @property
    def whole(self) -> int | None:
        """The number of units, None if it is none."""
        return int(self.count) if self.count == int(self.count) else None

    def value(self, *, at_most: bool = False) -> Value:
        """The value columns of a length, or of what lies `at_most` so far away."""
        return Value(
            value=self.count,
            value_low=None if at_most else self.count,
            value_high=self.count,
            unit_kind="duration",
            unit=self.unit,
            comparator="up_to" if at_most else "eq",
        )


def read_length(tokens: Tokens, i: int, articles: frozenset[str] = frozenset()) -> Length | None:
    """The length at token i: a number of units, or one of those articles and a unit."""
    number = read_number(tokens, i)
    if number is None and tokens.low[i] not in articles:
        return None
    if number and number.form == "fraction" and tokens.low[number.end - 1] == "quarters":
        return Length(float(number.value * 4), "quarter", number.end, True)  # "three quarters ago"
    return length_of(tokens, number, number.end if number else i + 1)


def length_of(tokens: Tokens, number: Number | None, i: int) -> Length | None:
    """The length of a number, one if it is None, of the unit at token i."""
    unit = UNIT_FORMS.get(tokens.low[i])
    if unit is None or (number and abs(number.value) > LARGEST):
        return None
    return Length(float(number.value) if number else 1.0, unit, i + 1, number is not None)
