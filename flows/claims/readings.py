"""What a row of the number ledger is, in offsets of its text."""

from __future__ import annotations

from typing import NamedTuple

from schemas.rows import NO_PERIOD, NO_VALUE, Period, Role, Value


class Reading(NamedTuple):
    """One row of the ledger: text[start:end] plays a role. `counted` is the noun phrase that a value counts."""

    start: int
    end: int
    role: Role
    rule: str
    value: Value = NO_VALUE
    period: Period = NO_PERIOD
    counted: tuple[int, int] | None = None

    def moved(self, by: int) -> Reading:
        """The same reading in a text with `by` more characters in front."""
        counted = (self.counted[0] + by, self.counted[1] + by) if self.counted else None
        return self._replace(start=self.start + by, end=self.end + by, counted=counted)
