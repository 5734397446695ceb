"""The longest date that starts at a token, whatever its form."""

from __future__ import annotations

from collections.abc import Callable

from flows.claims import intervals
from flows.claims.dates.dated import Dated, Parts
from flows.claims.dates.days import month_near, read_day_first, read_month_first
from flows.claims.dates.decades import (
    SPOKEN_DECADES,
    read_century,
    read_decade,
    read_plain_decade,
    read_short_decade,
    read_short_year,
    read_spoken_decade,
)
from flows.claims.dates.eras import ERAS_IN_FRONT, read_era_first, read_year_of_era
from flows.claims.dates.fiscal import CALENDAR, FISCAL, read_fiscal
from flows.claims.dates.names import MONTHS
from flows.claims.dates.quarters import NTH, read_numbered_quarter, read_part_of_year, read_week
from flows.claims.dates.written import read_month_and_day, read_month_and_year, read_written, read_year_first
from flows.claims.dates.years import spoken_year, year_after
from flows.claims.tokens import Tokens
from flows.claims.vocabulary.number_words import CARDINALS, ORDINAL_ENDINGS, ORDINALS, SCALE_ORDINALS

_Readers = tuple[Callable[[Tokens, int], Dated | None], ...]


def read_date(tokens: Tokens, i: int) -> Dated | None:
    """The longest date that starts at token i."""
    for read in _BY_WORD.get(tokens.low[i]) or _BY_KIND.get(tokens.kinds[i], ()):
        if (dated := read(tokens, i)) is not None:
            return dated
    return None


def _in_digits(tokens: Tokens, i: int) -> Dated | None:
    """A numeral is part of a date by its own length, what stands right behind it, or a month near it."""
    if len(tokens.words[i]) not in _LENGTHS and tokens.low[i + 1] not in _BEHIND_DIGITS and not month_near(tokens, i):
        return None
    for read in _DIGIT_READERS:
        if (dated := read(tokens, i)) is not None:
            return dated
    return None


def _spoken_year(tokens: Tokens, i: int) -> Dated | None:
    year = spoken_year(tokens, i)
    return Dated.of(i, year[1], Parts(year[0])) if year else None


def _spoken_decade(tokens: Tokens, i: int) -> Dated | None:
    """ "the nineteen twenties", "the eighteen-nineties"."""
    century = CARDINALS.get(tokens.low[i], 0)
    j = i + 1 + (tokens.words[i + 1] == "-")
    tens = SPOKEN_DECADES.get(tokens.low[j]) if 13 <= century <= 20 else None
    return Dated(intervals.decade(100 * century + tens % 100), i, j + 1) if tens else None


def _season(tokens: Tokens, i: int) -> Dated | None:
    """ "summer 2024", "the winter of 2024", "winter 2020-21"."""
    year = year_after(tokens, i + 1)
    if year is None or tokens.words[i + 1] == ",":
        return None
    span = read_year_first(tokens, year[1] - 1)
    end = span.end if span and tokens.low[i] == "winter" else year[1]
    return Dated(intervals.season(year[0], tokens.low[i]), i, end, Parts(year[0]))


_BY_WORD: dict[str, _Readers] = {
    **dict.fromkeys(SPOKEN_DECADES, (read_spoken_decade,)),
    "'": (read_short_decade, read_short_year),
    "week": (read_week,),
    **dict.fromkeys(ERAS_IN_FRONT, (read_era_first,)),
    **dict.fromkeys(intervals.SEASON_CODES, (_season,)),
    **dict.fromkeys(FISCAL | CALENDAR, (read_fiscal,)),
    **dict.fromkeys(
        CARDINALS | ORDINALS | SCALE_ORDINALS, (read_century, read_day_first, _spoken_year, _spoken_decade)
    ),
    **dict.fromkeys(NTH.keys() | {"q", "h"}, (read_part_of_year, read_century, read_day_first)),
    **dict.fromkeys(MONTHS, (read_month_first,)),
}
"""What a date may be by its first word, in lower case; of a word that is in several lists, the last one counts."""

_DIGIT_READERS: _Readers = (
    read_decade,
    read_plain_decade,
    read_century,
    read_day_first,
    read_year_first,
    read_numbered_quarter,
    read_month_and_year,
    read_month_and_day,
)
_LENGTHS = (4, 8)
"""How many digits a year has, and a day as "20161016"."""
_BEHIND_DIGITS = ORDINAL_ENDINGS | {"'", "s", "q", "h", "/", "-"}

_BY_KIND: dict[str, _Readers] = {"numeral": (read_year_of_era, _in_digits), "date": (read_written,)}
DATE_WORDS, DATE_KINDS = _BY_WORD.keys(), _BY_KIND.keys()
"""The words and the kinds of tokens that a date may start with."""
