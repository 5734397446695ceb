"""Dates as times, and what looks like a year and is a figure."""

from __future__ import annotations

from datetime import date

from flows.claims.dates import Dated, names_paper, read_date, year_at
from flows.claims.nouns import is_plural
from flows.claims.periods.time import Time, time_of
from flows.claims.periods.words import step_of
from flows.claims.tokens import Tokens
from flows.claims.units import unit_after
from flows.claims.vocabulary import words_of

_YEAR_CONTEXT = words_of("periods", "year_context")
_FIGURE_CONTEXT = words_of("periods", "figure_context")
_UNITS_AFTER_YEARS = words_of("periods", "units_after_years")
PRESS_YEARS = range(1500, 2151)
"""Numerals that are years without a word that says so."""


def read_absolute(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """The date at token i, as a time."""
    dated = dated_at(tokens, i)
    if dated is None:
        return None
    if dated.year is None and (found := year_beside(tokens, dated.end)):
        step, end = found
        named = dated if reference is None else dated.in_year(reference.year + step)
        return Time(named.interval, i, end)
    return time_of(dated, reference)


def year_beside(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The "last year" of "May last year" and of "Easter of last year": its distance, and the token after it."""
    j = i + (tokens.low[i] == "of")
    step = step_of(tokens.low[j])
    named = step is not None and tokens.low[j + 1] == "year" and tokens.words[j + 2] != "'"
    return (step, j + 2) if named and step is not None else None


def dated_at(tokens: Tokens, i: int) -> Dated | None:
    """The date at token i, unless it is the count of something."""
    dated = read_date(tokens, i)
    return None if dated is None or _is_count(tokens, dated) else dated


def _is_count(tokens: Tokens, dated: Dated) -> bool:
    """Is what looks like a year the count of what follows it ("2000 pieces"), or the measure ("2000 metres")?"""
    i = dated.start
    if dated.end != i + 1 or year_at(tokens, i) is None or names_paper(tokens, i):
        return False
    before, after = tokens.low[i - 1], tokens.low[i + 1]
    if before in _FIGURE_CONTEXT:
        return True
    if int(tokens.words[i]) not in PRESS_YEARS and before not in ("in", "year", "ad"):
        return True
    if unit_after(tokens, i + 1) is not None and after not in ("in", "a") and tokens.kinds[i + 1] != "sign":
        return after not in _UNITS_AFTER_YEARS
    if after in ("%", "°", "€", "$"):
        return True
    return before not in _YEAR_CONTEXT and is_plural(after) and tokens.words[i + 1].islower()
