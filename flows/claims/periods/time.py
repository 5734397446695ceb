"""What a time is, once it is read."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from flows.claims.dates import Dated, nearest_year
from flows.claims.intervals import Interval
from flows.claims.tokens import Tokens
from schemas.rows import Comparator, Period, Value

_NO_VALUE = Value()


class Time(NamedTuple):
    """A time at tokens [start, end); `value` is set for a plain year (2024) or a length ("the next two years": 2)."""

    interval: Interval
    start: int
    end: int
    value: Value = _NO_VALUE
    rule: str = "period.date"

    def period(self, tokens: Tokens) -> Period:
        """The period columns."""
        text = tokens.text[tokens.starts[self.start] : tokens.ends[self.end - 1]]
        return Period(
            period_text=" ".join(text.split()),
            period_edtf=self.interval.edtf,
            period_start=self.interval.start,
            period_end=self.interval.end,
            period_basis="stated",
        )


def time_of(dated: Dated, reference: date | None) -> Time:
    """The time of a date, whose year the reference date tells where the text does not."""
    if dated.year is None and reference is not None:
        dated = nearest_year(dated, reference)
    return Time(dated.interval, dated.start, dated.end, year_value(dated.interval))


def year_value(interval: Interval, comparator: Comparator = "eq") -> Value:
    """The value columns of a plain year; none for other times."""
    if interval.year is None:
        return _NO_VALUE
    year = float(interval.year)
    return Value(value=year, value_low=year, value_high=year, unit="year", comparator=comparator)
