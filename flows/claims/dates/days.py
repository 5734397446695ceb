"""Days and months: "18 February 2010", "May 5, 2023", "Oct. 18", "the fourth of July", "May 2023", "in May"."""

from __future__ import annotations

from flows.claims.dates.dated import Dated, Parts
from flows.claims.dates.names import MONTHS
from flows.claims.dates.years import Part, is_two_digits, year_after, year_of
from flows.claims.numbers import read_number, read_ordinal
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import words_of
from flows.claims.vocabulary.number_words import CARDINALS

LAST_DAY = 31
REACH = 8
"""How many tokens from its first on the month of a day may stand in: "the twenty-sixth of May"."""
_ALSO_WORDS = words_of("dates", "months_as_words")
_BEFORE_MONTH = words_of("dates", "before_month")
_SHORT, _LONGEST_SHORT = 3, 4
"""Letters of short forms ("jan", "sept")."""
_SHORT_NAMES = frozenset({"may", "june", "july"})
_RANGED = frozenset({"-", "–", "/", "to", "through", "until", "till"})
_PARTS = frozenset({"early", "mid", "late"})
_ENDS_PHRASE = frozenset({"", ".", ",", ";", ")", "?", "!"})
_COUNTED = words_of("dates", "counted_after_month")


def day_at(tokens: Tokens, i: int) -> Part | None:
    """A day of the month at token i, as "5", "5th", "first", "twenty-sixth"."""
    j = i + 1 if tokens.low[i] == "the" else i
    ordinal = read_ordinal(tokens, j)
    if ordinal and 1 <= ordinal.value <= LAST_DAY:
        return int(ordinal.value), ordinal.end
    word = tokens.words[j]
    if tokens.kinds[j] == "numeral" and len(word) <= 2 and word.isdecimal():
        return (int(word), j + 1) if 1 <= int(word) <= LAST_DAY else None
    number = read_number(tokens, j) if tokens.low[j] in CARDINALS else None
    return (int(number.value), number.end) if number and 1 <= number.value <= LAST_DAY else None


def month_near(tokens: Tokens, i: int) -> bool:
    """Does the name of a month stand near enough behind token i for a day there to be of it?"""
    return not MONTHS.keys().isdisjoint(tokens.low[i : i + REACH])


def month_at(tokens: Tokens, i: int) -> Part | None:
    """A month's name at token i, with the full stop of a short one."""
    month = MONTHS.get(tokens.low[i])
    if month is None:
        return None
    goes_on = tokens.kinds[i + 2] == "numeral" or tokens.words[i + 2] == ","
    short = len(tokens.words[i]) <= _LONGEST_SHORT and (goes_on or tokens.low[i] not in _SHORT_NAMES)
    stop = short and tokens.words[i + 1] == "." and tokens.glued(i + 1)
    return month, i + 1 + stop


def read_month_first(tokens: Tokens, i: int) -> Dated | None:
    """ "May 5, 2023", "Mar 9 2018", "Oct. 18", "May 2023", "Dec-2018", "in May"."""
    found = month_at(tokens, i)
    if found is None:
        return None
    month, j = found
    if year := year_after(tokens, j):
        return _year_then_day(tokens, i, month, year)
    day = day_at(tokens, j + (tokens.words[j] in ("-", "/")))
    if day and tokens.low[day[1]] not in _COUNTED:
        year = year_after(tokens, day[1]) or _short_year(tokens, day[1])
        return Dated.of(i, (year or day)[1], Parts(year and year[0], month, day[0]))
    return Dated.of(i, j, Parts(month=month)) if _is_month_name(tokens, i) else None


def _year_then_day(tokens: Tokens, start: int, month: int, year: Part) -> Dated:
    """ "May 2023", "May 2023-5"."""
    hyphen = tokens.words[year[1]] == "-" and tokens.glued(year[1])
    if hyphen and (day := day_at(tokens, year[1] + 1)):
        return Dated.of(start, day[1], Parts(year[0], month, day[0]))
    return Dated.of(start, year[1], Parts(year[0], month))


def _short_year(tokens: Tokens, i: int) -> Part | None:
    """The two digits of "January first 12"."""
    spelled_day = tokens.kinds[i - 1] == "word"
    if spelled_day and tokens.kinds[i] == "numeral" and is_two_digits(tokens.words[i]):
        return year_of(int(tokens.words[i])), i + 1
    return None


def _day_beside(tokens: Tokens, i: int, day: Part) -> Dated | None:
    """The first day of "3 and 5 May", "the 3rd or 5th of June"."""
    later = day_at(tokens, day[1] + 1) if tokens.low[day[1]] in ("and", "or") else None
    if later is None or later[0] <= day[0] or month_at(tokens, later[1] + (tokens.low[later[1]] == "of")) is None:
        return None
    dated = read_day_first(tokens, day[1] + 1)
    return Dated.of(i, day[1], dated.parts._replace(day=day[0])) if dated else None


def _year_after_mark(tokens: Tokens, i: int, mark: str) -> Part | None:
    """The two digits of "3-May-21"."""
    marked = mark in ("-", "/") and tokens.words[i] == mark and tokens.glued(i) and tokens.glued(i + 1)
    return (year_of(int(tokens.words[i + 1])), i + 2) if marked and is_two_digits(tokens.words[i + 1]) else None


def _closing_year(tokens: Tokens, i: int) -> Part | None:
    """The two digits of "2 Jan 19", where the phrase ends with them."""
    ends = tokens.words[i + 1] in _ENDS_PHRASE and not tokens.glued(i + 2)
    return (year_of(int(tokens.words[i])), i + 1) if ends and is_two_digits(tokens.words[i]) else None


def _is_month_name(tokens: Tokens, i: int) -> bool:
    """Is the bare word a month and no modal, verb or name?

    It must be capitalised, and follow a preposition if it is also a word of its own; in lower case it must follow one.
    """
    before, word = tokens.low[i - 1], tokens.low[i]
    ranged = tokens.low[i + 1] in _RANGED and tokens.low[i + 2] in MONTHS
    if tokens.words[i].islower():
        full = len(word) > _SHORT or word == "may"
        return full and (before == "of" or ((ranged or before in _BEFORE_MONTH) and word not in _ALSO_WORDS))
    if before == "-" and tokens.low[i - 2] in _PARTS:
        return True
    of_year = tokens.low[i + 1] == "of" and "year" in tokens.low[i + 2 : i + 4]
    return ranged or of_year or word not in _ALSO_WORDS or before in _BEFORE_MONTH


def read_day_first(tokens: Tokens, i: int) -> Dated | None:
    """ "18 February 2010", "26th of June of 2020", "01st Jan 2019", "the fourth of July"; "2018 may 1" is not one."""
    day = day_at(tokens, i) if month_near(tokens, i) else None
    if day is None:
        return None
    j = day[1] + (tokens.low[day[1]] in ("of", "-", "/"))
    month = month_at(tokens, j)
    if month is None:
        return _day_beside(tokens, i, day)
    year = year_after(tokens, month[1]) or _year_after_mark(tokens, month[1], tokens.words[j - 1])
    year = year or _closing_year(tokens, month[1])
    if year is None and tokens.words[j].islower() and tokens.low[j] in _ALSO_WORDS:
        return None
    return Dated.of(i, (year or month)[1], Parts(year and year[0], month[0], day[0]))
