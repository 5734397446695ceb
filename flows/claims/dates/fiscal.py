"""Years that are named by their kind: "FY2023/24", "FY24", "financial year 2023-24", "calendar year 2008"."""

from __future__ import annotations

from flows.claims import intervals
from flows.claims.dates.dated import Dated, Parts
from flows.claims.dates.written import read_year_first
from flows.claims.dates.years import is_two_digits, year_at, year_of
from flows.claims.intervals import Interval
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import words_of

FISCAL = words_of("dates", "fiscal")
CALENDAR = words_of("dates", "calendar")


def read_fiscal(tokens: Tokens, i: int) -> Dated | None:
    """A year after a word for its kind. Where a fiscal year begins is not in the text, so that it has no dates."""
    j = i + 1 + (tokens.low[i + 1] == "year")
    if tokens.kinds[j] != "numeral":
        return None
    year = year_at(tokens, j)
    if year is None:
        short = tokens.low[i] in ("fy", "cy") and is_two_digits(tokens.words[j])
        return _named(tokens, i, j, year_of(int(tokens.words[j]))) if short else None
    span = read_year_first(tokens, j)
    return span._replace(start=i) if span and span.end > j + 1 else _named(tokens, i, j, year)


def _named(tokens: Tokens, i: int, j: int, year: int) -> Dated:
    calendar = tokens.low[i] in CALENDAR
    interval = intervals.year(year) if calendar else Interval(f"{year:04d}", None, None, year)
    return Dated(interval, i, j + 1, Parts(year))
