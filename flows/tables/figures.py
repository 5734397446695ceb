"""The figure of a cell: a number, range or period that is all the cell states, notes and marks aside."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from flows.tables.headers import ReadValue
from schemas.rows import Period, Value

# What says that there is no value, as statistical tables do.
NOTHING = frozenset(
    {"-", "--", "---", "\u2013", "\u2014", "..", "...", "\u2026", "?", "x"}
    | {"n/a", "n.a.", "na", "n.d.", "nil", "null", "none"}
)

# Notes that are no part of a figure: estimated, provisional, revised ..., footnote letters and marks.
_NOTE = regex.compile(
    r"[ ]?\((?:e|p|r|f|est\.?|estimated?|prelim(?:inary|\.)?|provisional|revised|forecast|projected|target|actual)\)"
    r"|\[\w{1,3}\]|[*\u2020\u2021\u00a7#^\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+\Z",
    regex.IGNORECASE,
)
_SIGNS = regex.compile(r"[\s+.\u25b2\u25bc\u25b3\u25bd\u2191\u2193]*")
_NEGATIVE = regex.compile(r"\(\s*((?:[A-Z]{0,3}[$\u20ac\u00a3\u00a5]\s?)?\d[\d,.]*\s?%?)\s*\)")
_YEAR = regex.compile(r"\d{4}")
_BRACKETED = regex.compile(r"\s*\([^()]*\)\s*")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell states: a value and the period in brackets beside it, or only a period."""

    value: Value | None
    period: Period

    @property
    def is_period(self) -> bool:
        return self.value is None


def is_nothing(text: str) -> bool:
    """Whether a cell's text says that there is no value."""
    return not text.strip() or text.strip().casefold() in NOTHING


def is_year(text: str) -> bool:
    """Whether a text is four digits, which may be a year or a number."""
    return _YEAR.fullmatch(text.strip()) is not None


def read_figure(text: str, read_value: ReadValue) -> Figure | None:
    """The figure of a cell's folded text; None when the cell states something else, or more."""
    bare = _NOTE.sub(lambda note: " " * len(note[0]), text)
    if negative := _NEGATIVE.fullmatch(bare.strip()):
        figure = read_figure(negative[1], read_value)
        return replace(figure, value=_minus(figure.value)) if figure and figure.value else figure
    readings = [reading for reading in read_value(bare) if reading.role in ("value", "ordinal", "period")]
    if not readings:
        return None
    first, rest = readings[0], bare[readings[0].end :]
    if not _SIGNS.fullmatch(bare[: first.start]) or not (_SIGNS.fullmatch(rest) or _BRACKETED.fullmatch(rest)):
        return None
    if first.role == "period":
        return Figure(None, first.period)
    beside = next((reading.period for reading in readings[1:] if reading.role == "period"), Period())
    return Figure(first.value, beside)


def plain_number(text: str) -> Value:
    """Four digits as a number."""
    figure = float(text)
    return Value(
        value=figure, value_low=figure, value_high=figure, unit_kind="none", comparator="eq", value_kind="level"
    )


def _minus(value: Value) -> Value:
    """The negative of a figure in brackets, as accounts write it."""
    figure = None if value.value is None else -value.value
    return value._replace(value=figure, value_low=figure, value_high=figure)
