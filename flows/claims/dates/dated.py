"""What a date is, once it is read: the parts that the text names, and the stretch of time that they fix."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from flows.claims import intervals
from flows.claims.intervals import UNDATED, Interval


class Parts(NamedTuple):
    """The parts of a date; None is what the text leaves open."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None

    def interval(self) -> Interval:
        """The time that the parts fix, by their smallest."""
        if self.year is None:
            day = f"-{self.day:02d}" if self.day else ""
            return UNDATED if self.month is None else Interval(f"XXXX-{self.month:02d}{day}")
        if self.quarter:
            return intervals.quarter(self.year, self.quarter)
        if self.half:
            return intervals.half(self.year, self.half)
        if not self.month:
            return intervals.year(self.year)
        return self._day(self.year, self.month) if self.day else intervals.month(self.year, self.month)

    def _day(self, year: int, month: int) -> Interval:
        """The day; one that the calendar does not have is named and not dated."""
        day = self.day or 0
        return intervals.day(year, month, day) or Interval(f"{year:04d}-{month:02d}-{day:02d}")


_NO_PARTS = Parts()


class Dated(NamedTuple):
    """A date at tokens [start, end)."""

    interval: Interval
    start: int
    end: int
    parts: Parts = _NO_PARTS

    @classmethod
    def of(cls, start: int, end: int, parts: Parts) -> Dated:
        """The date with these parts and no others."""
        return cls(parts.interval(), start, end, parts)

    @property
    def year(self) -> int | None:
        return self.parts.year

    @property
    def month(self) -> int | None:
        return self.parts.month

    @property
    def day(self) -> int | None:
        return self.parts.day

    def in_year(self, year: int) -> Dated:
        """The same date in a year that comes from elsewhere."""
        return Dated.of(self.start, self.end, self.parts._replace(year=year))


def nearest_year(dated: Dated, reference: date) -> Dated:
    """A date without a year, in the year that puts it closest to the reference date.

    A quarter or a half is the last one that has begun.
    """
    parts, year = dated.parts, reference.year
    if parts.year is not None:
        return dated
    if parts.quarter or parts.half:
        this = dated.in_year(year)
        return this if this.interval.start and this.interval.start <= reference else dated.in_year(year - 1)
    if parts.month is None:
        return dated
    distance = parts.month - reference.month + (0 if parts.day is None else (parts.day - reference.day) / 31)
    return dated.in_year(year - 1 if distance > 6 else year + 1 if distance < -6 else year)
