"""The longest date that starts at a token, whatever its form."""

from __future__ import annotations

from flows.claims import intervals
from flows.claims.dates.dated import Dated, Parts
from flows.claims.dates.days import read_day_first, read_month_first
from flows.claims.dates.decades import (
    read_century,
    read_decade,
    read_plain_decade,
    read_short_decade,
    read_short_year,
    read_spoken_decade,
)
from flows.claims.dates.fiscal import CALENDAR, FISCAL, read_fiscal
from flows.claims.dates.names import MONTHS
from flows.claims.dates.quarters import NTH, read_numbered_quarter, read_part_of_year, read_week
from flows.claims.dates.written import read_month_and_year, read_written, read_year_first
from flows.claims.dates.years import spoken_year, year_after
from flows.claims.numbers import read_ordinal
from flows.claims.tokens import Tokens
from flows.claims.vocabulary.number_words import CARDINALS

_YEAR_KINDS = FISCAL | CALENDAR
_PARTS_OF_YEAR = NTH.keys() | {"q", "h"}


def read_date(tokens: Tokens, i: int) -> Dated | None:
    """The longest date that starts at token i."""
    kind = tokens.kinds[i]
    if kind == "word":
        return _word_first(tokens, i)
    if kind == "numeral":
        return _digits_first(tokens, i)
    return read_written(tokens, i) if kind == "date" else read_short_decade(tokens, i) or read_short_year(tokens, i)


def _digits_first(tokens: Tokens, i: int) -> Dated | None:
    return (
        read_decade(tokens, i)
        or read_plain_decade(tokens, i)
        or read_century(tokens, i)
        or read_day_first(tokens, i)
        or read_year_first(tokens, i)
        or read_numbered_quarter(tokens, i)
        or read_month_and_year(tokens, i)
    )


def _word_first(tokens: Tokens, i: int) -> Dated | None:
    low = tokens.low[i]
    if low in MONTHS:
        return read_month_first(tokens, i)
    if low in _PARTS_OF_YEAR:
        return read_part_of_year(tokens, i) or read_century(tokens, i) or read_day_first(tokens, i)
    if low in CARDINALS or read_ordinal(tokens, i):
        return read_century(tokens, i) or read_day_first(tokens, i) or _spoken_year(tokens, i)
    if low in _YEAR_KINDS:
        return read_fiscal(tokens, i)
    if low in intervals.SEASON_CODES:
        return _season(tokens, i)
    return read_week(tokens, i) if low == "week" else read_spoken_decade(tokens, i)


def _spoken_year(tokens: Tokens, i: int) -> Dated | None:
    year = spoken_year(tokens, i)
    return Dated.of(i, year[1], Parts(year[0])) if year else None


def _season(tokens: Tokens, i: int) -> Dated | None:
    """ "summer 2024", "the winter of 2024", "winter 2020-21"."""
    year = year_after(tokens, i + 1)
    if year is None or tokens.words[i + 1] == ",":
        return None
    span = read_year_first(tokens, year[1] - 1)
    end = span.end if span and tokens.low[i] == "winter" else year[1]
    return Dated(intervals.season(year[0], tokens.low[i]), i, end, Parts(year[0]))
