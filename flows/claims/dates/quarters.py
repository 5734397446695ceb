"""Quarters, halves and weeks of a year: "Q3 2024", "1Q24", "third quarter of 2024", "H1", "week 12 of 2024"."""

from __future__ import annotations

from flows.claims import intervals
from flows.claims.dates.dated import Dated, Parts
from flows.claims.dates.fiscal import FISCAL, read_fiscal
from flows.claims.dates.written import quarter_sign
from flows.claims.dates.years import Part, is_two_digits, year_after, year_at, year_of
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import entry_of
from flows.claims.vocabulary.number_words import ORDINAL_ENDINGS

NTH: dict[str, int] = entry_of("dates", "nth")


def read_part_of_year(tokens: Tokens, i: int) -> Dated | None:
    """ "Q3 2024", "H1", "third quarter of 2024", "the first half of 2024", "first week of 2015"."""
    sign = quarter_sign(tokens, i)
    if sign and tokens.words[i].islower() and year_after(tokens, sign[1]) is None:
        return None
    part = sign or _named_part(tokens, i)
    if part is None:
        return _week_of_year(tokens, i)
    parts, j = part
    year = year_after(tokens, j) or _fiscal_after(tokens, j)
    return Dated.of(i, year[1] if year else j, parts._replace(year=year and year[0]))


def _named_part(tokens: Tokens, i: int) -> tuple[Parts, int] | None:
    """ "third quarter", "first half"."""
    named = part_of_year(tokens, i)
    if named is None or (named[0].half and not _is_half_of_year(tokens, named[1])):
        return None
    return named


def part_of_year(tokens: Tokens, i: int) -> tuple[Parts, int] | None:
    """The "third quarter", "first half" at token i, and the token after it."""
    number = NTH.get(tokens.low[i])
    if number is None:
        return None
    j = i + 1 + (tokens.words[i + 1] == "-")
    if tokens.low[j] == "quarter" and tokens.low[i] != "last":
        return Parts(quarter=number), j + 1
    return (Parts(half=number), j + 1) if tokens.low[j] == "half" and number <= 2 else None


def _is_half_of_year(tokens: Tokens, i: int) -> bool:
    """ "the first half of 2024" is a time; the first half of a match or a book is none."""
    return year_after(tokens, i) is not None or (
        tokens.low[i] == "of"
        and tokens.low[i + 1] in ("the", "this", "last", "next", "fiscal")
        and tokens.low[i + 2] in ("year", "fiscal", "financial")
    )


def _fiscal_after(tokens: Tokens, i: int) -> Part | None:
    """The "of fiscal 2024" or "FY24" after a quarter."""
    j = i + (tokens.low[i] == "of")
    fiscal = read_fiscal(tokens, j) if tokens.low[j] in FISCAL else None
    return (fiscal.year, fiscal.end) if fiscal and fiscal.year else None


def read_numbered_quarter(tokens: Tokens, i: int) -> Dated | None:
    """ "1Q24", "3Q 2023", "1H24", "1st quarter of 2024"."""
    if tokens.words[i] not in ("1", "2", "3", "4") or not tokens.glued(i + 1):
        return None
    number = int(tokens.words[i])
    if tokens.words[i + 1] in ("Q", "H") and tokens.kinds[i + 2] == "numeral":
        year = year_at(tokens, i + 2) or _short_year(tokens.words[i + 2])
        parts = Parts(year, quarter=number) if tokens.words[i + 1] == "Q" else Parts(year, half=number)
        return Dated.of(i, i + 3, parts) if year and (parts.quarter or number <= 2) else None
    if tokens.low[i + 1] in ORDINAL_ENDINGS and tokens.low[i + 2] == "quarter":
        of, end = year_after(tokens, i + 3) or (None, i + 3)
        return Dated.of(i, end, Parts(of, quarter=number))
    return None


def _short_year(word: str) -> int | None:
    return year_of(int(word)) if is_two_digits(word) else None


def read_week(tokens: Tokens, i: int) -> Dated | None:
    """ "week 12 of 2024"."""
    number = tokens.words[i + 1]
    year = year_after(tokens, i + 2) if number.isdecimal() and len(number) <= 2 else None
    found = intervals.iso_week(year[0], int(number)) if year else None
    return Dated(found, i, year[1], Parts(year[0])) if found and year else None


def _week_of_year(tokens: Tokens, i: int) -> Dated | None:
    """ "first week of 2015", "last week of 2015"."""
    number = NTH.get(tokens.low[i])
    year = year_at(tokens, i + 3) if tokens.low[i + 1 : i + 3] == ["week", "of"] else None
    if number is None or year is None:
        return None
    found = intervals.iso_week(year, intervals.weeks_of(year) if tokens.low[i] in ("last", "final") else number)
    return Dated(found, i, i + 4, Parts(year)) if found else None
