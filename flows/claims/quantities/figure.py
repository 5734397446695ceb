"""What a figure is, once it is read, and the value columns it stands for."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from flows.claims.comparators import bounds
from flows.claims.numbers import LARGEST
from flows.claims.units import Unit
from schemas.rows import Comparator, Value


class Figure(NamedTuple):
    """A figure at tokens [start, end): a value, or a range from `value` to `high`.

    A vague figure ("dozens") has its value as a lower bound; `tolerance` is what stands after "±".
    """

    start: int
    end: int
    value: Decimal
    unit: Unit
    rule: str
    high: Decimal | None = None
    comparator: Comparator = "eq"
    vague: bool = False
    tolerance: Decimal | None = None

    def columns(self) -> Value:
        """The value columns; raises OverflowError for a figure that is larger than any float."""
        low, high = self._bounds()
        ranged = self.high is not None
        return Value(
            value=None if ranged or self.vague else _float(self.value),
            value_low=low,
            value_high=high,
            unit_kind=self.unit.kind,
            unit=self.unit.name,
            comparator="between" if ranged else "at_least" if self.vague else self.comparator,
        )

    def _bounds(self) -> tuple[float | None, float | None]:
        value = _float(self.value)
        if self.high is not None:
            high = _float(self.high)
            return min(value, high), max(value, high)
        if self.vague:
            return value, None
        if self.tolerance is not None:
            return _float(Decimal(value) - self.tolerance), _float(Decimal(value) + self.tolerance)
        return bounds(self.comparator, value)


def _float(value: Decimal) -> float:
    if abs(value) > LARGEST:
        raise OverflowError(f"{value:.3E} is too large")
    return float(value) + 0.0  # no negative zero
