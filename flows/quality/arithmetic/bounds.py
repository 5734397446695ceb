"""What the exact value behind a stated figure may be: an interval that allows for rounding and for "about"."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from flows.quality.arithmetic.precision import Precision, precision_of
from schemas.rows import Comparator, Measured

_APPROXIMATE = 0.10
"""How far "about" reaches, as a part of the figure: about 30 % is 27 to 33 %."""
_IN_WORDS = 0.075
"""How far a figure in words reaches: "doubled" is said of what grew by 85 to 115 %, "a third" of 31 to 36 %."""
_COUNTED_OUT = 100
"""Whole counts below this are counted, not rounded."""
_LOWER, _UPPER = frozenset[Comparator]({"over", "at_least"}), frozenset[Comparator]({"under", "up_to"})
_NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class Bounds:
    """The interval [low, high]; an open side is infinite."""

    low: float
    high: float

    def __add__(self, other: Bounds) -> Bounds:
        return Bounds(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Bounds) -> Bounds:
        return Bounds(self.low - other.high, self.high - other.low)

    def __neg__(self) -> Bounds:
        return Bounds(-self.high, -self.low)

    def times(self, factor: float) -> Bounds:
        """The interval scaled by a number above zero."""
        return Bounds(self.low * factor, self.high * factor)

    def over(self, other: Bounds) -> Bounds:
        """What this is divided by the other; both must lie above zero."""
        return Bounds(self.low / other.high, self.high / other.low)

    def widened(self, by: float) -> Bounds:
        return Bounds(self.low - by, self.high + by)

    @property
    def is_positive(self) -> bool:
        return self.low > 0

    def contradicts(self, other: Bounds) -> bool:
        """Whether no value lies in both, beyond the noise of binary fractions."""
        noise = _NOISE * max(
            (abs(edge) for edge in (self.low, other.low, self.high, other.high) if abs(edge) < inf), default=0
        )
        return self.low > other.high + noise or other.low > self.high + noise


def bounds_of(row: Measured, precision: Precision | None = None, *, cut: bool = False) -> Bounds:
    """The interval of a row's value columns, widened by what its precision and its comparator leave open.

    `cut` allows that the last digit was cut off instead of rounded, as many writers do with results of a division.
    """
    low, high = row.value_low, row.value_high
    if row.value is None:
        return Bounds(-inf if low is None else low, inf if high is None else high).widened(_slack_of_range(row))
    slack = _slack(row, row.value, precision or precision_of(row))
    if row.comparator in _LOWER:
        return Bounds(row.value - slack, inf)
    if row.comparator in _UPPER:
        return Bounds(-inf if row.value < 0 else 0.0, row.value + slack)
    stated = [edge for edge in (low, high) if edge is not None]
    return Bounds(min(row.value - slack, *stated), max(row.value + slack * (1 + cut), *stated))


def _slack(row: Measured, value: float, precision: Precision | None) -> float:
    counted = row.unit_kind == "count" and row.comparator == "eq" and abs(value) < _COUNTED_OUT and value.is_integer()
    if counted:
        return 0.0
    slack = precision.slack(value) if precision else _IN_WORDS * abs(value)
    return max(slack, _APPROXIMATE * abs(value)) if row.comparator == "approx" else slack


def _slack_of_range(row: Measured) -> float:
    """The ends of a range are round figures: a fortieth of the larger one is left open."""
    edges = [abs(edge) for edge in (row.value_low, row.value_high) if edge is not None]
    return max(edges, default=0.0) / 40
