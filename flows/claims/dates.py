"""Dates that the text itself names: days, months, quarters, halves, years, fiscal years, decades, centuries.

Each reader takes a token index and gives a `Dated` that says where it ends, or None. Parts that the text leaves out
(the year of "3 May") are kept, so that a range can lend them ("May to October 2020") or a reference date can.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from flows.claims import intervals
from flows.claims.intervals import Interval
from flows.claims.numbers import Number, read_number, read_ordinal
from flows.claims.tokens import Tokens
from flows.claims.vocabulary.number_words import CARDINALS

_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: n for n, name in enumerate(_NAMES, 1)} | {name[:3]: n for n, name in enumerate(_NAMES, 1)} | {"sept": 9}
WEEKDAYS = {name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
WEEKDAYS |= {name[:3]: n for name, n in WEEKDAYS.items()} | {"tues": 1, "thur": 3, "thurs": 3}
_ALSO_WORDS = frozenset({"may", "march", "mar", "sun", "sat", "wed", "mon", "dec", "jan", "august"})
_QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
FIRST_YEAR, LAST_YEAR = 1000, 2199


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at tokens [start, end). What it leaves open (its year) is None in the parts."""

    interval: Interval
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None

    def in_year(self, year: int) -> Dated:
        """The same date in a year that comes from elsewhere."""
        return replace(self, year=year, interval=_interval(year, self.month, self.day, self.quarter, self.half))


def _interval(year: int | None, month: int | None, day: int | None, quarter: int | None, half: int | None) -> Interval:
    if year is None:
        if month is None:
            return intervals.UNDATED
        return Interval(f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""))
    if quarter:
        return intervals.quarter(year, quarter)
    if half:
        return intervals.half(year, half)
    if month and day:
        return intervals.day(year, month, day) or Interval(f"{year:04d}-{month:02d}-{day:02d}")
    return intervals.month(year, month) if month else intervals.year(year)


def _dated(start: int, end: int, year: int | None, month: int | None = None, day: int | None = None, quarter: int | None = None, half: int | None = None) -> Dated:  # fmt: skip
    return Dated(_interval(year, month, day, quarter, half), start, end, year, month, day, quarter, half)


def read_date(tokens: Tokens, i: int) -> Dated | None:
    """The longest date that starts at token i."""
    kind = tokens.kinds[i]
    if kind == "date":
        return _written(tokens, i)
    if kind == "numeral":
        return _digits_first(tokens, i)
    if kind == "word":
        return _word_first(tokens, i)
    return _short_decade(tokens, i)


def _digits_first(tokens: Tokens, i: int) -> Dated | None:
    return (
        _decade(tokens, i)
        or _century(tokens, i)
        or _day_first(tokens, i)
        or _year_first(tokens, i)
        or _numbered_quarter(tokens, i)
    )


def _word_first(tokens: Tokens, i: int) -> Dated | None:
    low = tokens.low[i]
    if low in MONTHS:
        return _month_first(tokens, i)
    if low in ("fy", "fiscal", "financial", "cy", "calendar"):
        return _fiscal(tokens, i)
    if low in ("q", "h", "w") or low in _QUARTERS:
        return _period_of_year(tokens, i) or _century(tokens, i) or _day_first(tokens, i)
    if low in intervals.SEASON_CODES:
        return _season(tokens, i)
    if low == "week":
        return _week(tokens, i)
    if low in CARDINALS or read_ordinal(tokens, i):
        return _century(tokens, i) or _day_first(tokens, i) or _spoken_year(tokens, i)
    return None


def _written(tokens: Tokens, i: int) -> Dated | None:
    """A date in digits: 2018-05-01, 5/17/2018 (month first unless it cannot be), 17.05.2018 (day first)."""
    text = tokens.words[i].partition("T")[0]
    mark = next(c for c in text if not c.isdigit())
    parts = [int(part) for part in text.split(mark)]
    if len(text.split(mark)[0]) == 4:
        year, month, day = parts
    else:
        month, day, year = parts
        if month > 12 or (mark == "." and day <= 12):
            month, day = day, month
        year = _century_of(year) if year < 100 else year
    if not (1 <= month <= 12 and 1 <= day <= 31 and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    return _dated(i, i + 1, year, month, day)


def _century_of(two_digits: int) -> int:
    return 2000 + two_digits if two_digits < 50 else 1900 + two_digits


def year_at(tokens: Tokens, i: int) -> int | None:
    """The year that a plain four-digit numeral at token i would be."""
    if tokens.kinds[i] != "numeral":
        return None
    word = tokens.words[i]
    if len(word) != 4 or not word.isdecimal() or not FIRST_YEAR <= int(word) <= LAST_YEAR:
        return None
    return None if tokens.kinds[i + 1] == "word" and tokens.glued(i + 1) else int(word)


def year_after(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A year right after a month or quarter, past "of", "in", a comma, a dash: (year, token after it)."""
    j = i
    if tokens.words[j] == ",":
        j += 1
    elif tokens.low[j] in ("of", "in") or tokens.words[j] in ("-", "/"):
        j += 2 if tokens.low[j + 1] == "the" and tokens.low[j + 2] == "year" else 1
        j += tokens.low[j] == "year"
    if (year := year_at(tokens, j)) is not None:
        return year, j + 1
    if tokens.words[j] == "'" and tokens.kinds[j + 1] == "numeral" and len(tokens.words[j + 1]) == 2:
        return _century_of(int(tokens.words[j + 1])), j + 2
    spoken = _spoken_year(tokens, j) if tokens.kinds[j] == "word" else None
    return (spoken.year, spoken.end) if spoken and spoken.year else None


def day_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month at token i, as "5", "5th", "first", "twenty-sixth": (day, token after it)."""
    j = i + 1 if tokens.low[i] == "the" else i
    ordinal = read_ordinal(tokens, j)
    if ordinal and ordinal.value <= 31:
        return int(ordinal.value), ordinal.end
    if tokens.kinds[j] == "numeral" and len(tokens.words[j]) <= 2 and tokens.words[j].isdecimal():
        return (int(tokens.words[j]), j + 1) if 1 <= int(tokens.words[j]) <= 31 else None
    if tokens.low[j] in CARDINALS and (number := read_number(tokens, j)) and 1 <= number.value <= 31:
        return int(number.value), number.end
    return None


def _month_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    month = MONTHS.get(tokens.low[i])
    if month is None:
        return None
    return month, i + 2 if tokens.words[i + 1] == "." and len(tokens.words[i]) < 5 and tokens.glued(i + 1) else i + 1


def _is_month_name(tokens: Tokens, i: int) -> bool:
    """Is the bare word a month and no modal, verb or name? It must be capitalised, and follow a preposition if it is
    also a word of its own."""
    if tokens.words[i].islower():
        return False
    before = tokens.low[i - 1]
    ranged = tokens.words[i + 1] in ("-", "–", "/") and tokens.low[i + 2] in MONTHS
    return ranged or tokens.low[i] not in _ALSO_WORDS or before in _BEFORE_MONTH


_BEFORE_MONTH = frozenset(
    "in since by until till of during from to this last next early late mid before after through and between for every".split()
)


def _month_first(tokens: Tokens, i: int) -> Dated | None:
    """ "May 5, 2023", "Mar 9 2018", "Oct. 18", "May 2023", "Dec-2018", "in May"."""
    found = _month_at(tokens, i)
    if found is None:
        return None
    month, j = found
    if (year := year_after(tokens, j)) is not None:
        if tokens.words[year[1]] == "-" and (day := day_at(tokens, year[1] + 1)) and tokens.glued(year[1]):
            return _dated(i, day[1], year[0], month, day[0])
        return _dated(i, year[1], year[0], month)
    k = j + 1 if tokens.words[j] in ("-", "/") else j
    if (day := day_at(tokens, k)) is not None and not _counts_something(tokens, day[1]):
        year = year_after(tokens, day[1]) or _short_year(tokens, day[1])
        return _dated(i, year[1] if year else day[1], year[0] if year else None, month, day[0])
    return _dated(i, j, None, month) if _is_month_name(tokens, i) else None


def _short_year(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The two digits of "January first 12"."""
    spelled_day = tokens.kinds[i - 1] == "word"
    if spelled_day and tokens.kinds[i] == "numeral" and len(tokens.words[i]) == 2 and tokens.words[i].isdecimal():
        return _century_of(int(tokens.words[i])), i + 1
    return None


def _counts_something(tokens: Tokens, i: int) -> bool:
    """ "In May 20 people died": what follows the numeral is counted, or its unit."""
    return tokens.words[i] in ("%", "$", "€", "£") or tokens.low[i] in (
        "percent",
        "per",
        "people",
        "million",
        "billion",
        "years",
    )


def _day_first(tokens: Tokens, i: int) -> Dated | None:
    """ "18 February 2010", "26th of June of 2020", "01st Jan 2019", "the fourth of July"; "2018 may 1" is not one."""
    day = day_at(tokens, i)
    if day is None:
        return None
    j = day[1] + 1 if tokens.low[day[1]] == "of" or tokens.words[day[1]] in ("-", "/") else day[1]
    if tokens.low[j : j + 1] == ["the"] or (month := _month_at(tokens, j)) is None:
        return None
    if tokens.words[j].islower() and tokens.low[j] in _ALSO_WORDS and year_after(tokens, month[1]) is None:
        return None
    year = year_after(tokens, month[1])
    return _dated(i, year[1] if year else month[1], year[0] if year else None, month[0], day[0])


def _year_first(tokens: Tokens, i: int) -> Dated | None:
    """ "2017 Q1", "2019-H2", "2019/aug/01", "2023/24", "2013-14", "2020/23/Sep"; a plain year is read last."""
    year = year_at(tokens, i)
    if year is None:
        return _compact(tokens, i)
    mark = tokens.words[i + 1] in ("-", "/", "–") and tokens.glued(i + 1) and tokens.glued(i + 2)
    j = i + 2 if mark else i + 1
    if (part := _quarter_sign(tokens, j)) is not None:
        return _dated(i, part[1], year, **part[0])  # type: ignore[arg-type]
    if mark and (month := _month_at(tokens, j)) and tokens.words[month[1]] == tokens.words[i + 1]:
        day = day_at(tokens, month[1] + 1)
        return _dated(i, day[1], year, month[0], day[0]) if day else None
    if mark and tokens.kinds[j] == "numeral" and len(tokens.words[j]) == 2:
        number = int(tokens.words[j]) if tokens.words[j].isdecimal() else -1
        if number == (year + 1) % 100:
            return Dated(Interval(f"{year:04d}/{year + 1:04d}"), i, j + 1, year)
        if tokens.words[j + 1] == "/" and (month := _month_at(tokens, j + 2)):
            return _dated(i, month[1], year, month[0], number)
    return _dated(i, i + 1, year)


def _compact(tokens: Tokens, i: int) -> Dated | None:
    """ "20161016"."""
    word = tokens.words[i]
    if len(word) != 8 or not word.isdecimal() or not word.startswith(("19", "20")):
        return None
    year, month, day = int(word[:4]), int(word[4:6]), int(word[6:])
    return _dated(i, i + 1, year, month, day) if intervals_day(year, month, day) else None


def intervals_day(year: int, month: int, day: int) -> bool:
    """Does the calendar have this day?"""
    return 1 <= month <= 12 and intervals.day(year, month, day) is not None


def _quarter_sign(tokens: Tokens, i: int) -> tuple[dict[str, int], int] | None:
    """The "Q3" or "H1" at token i."""
    sign, number = tokens.low[i], tokens.words[i + 1]
    if sign == "q" and number in ("1", "2", "3", "4") and tokens.glued(i + 1):
        return {"quarter": int(number)}, i + 2
    if sign == "h" and number in ("1", "2") and tokens.glued(i + 1):
        return {"half": int(number)}, i + 2
    return None


def _period_of_year(tokens: Tokens, i: int) -> Dated | None:
    """ "Q3 2024", "H1", "third quarter of 2024", "the first half", "first week of 2015"."""
    sign = _quarter_sign(tokens, i)
    if sign is None:
        sign = _named_part(tokens, i)
    elif tokens.words[i].islower() and year_after(tokens, sign[1]) is None:
        return None
    if sign is None:
        return _week_of_year(tokens, i)
    parts, j = sign
    year = year_after(tokens, j) or _fiscal_after(tokens, j) or _glued_year(tokens, j)
    return _dated(i, year[1] if year else j, year[0] if year else None, **parts)  # type: ignore[arg-type]


def _glued_year(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The "FY24" of "Q3 FY24"."""
    fiscal = _fiscal(tokens, i) if tokens.low[i] in ("fy", "fiscal") else None
    return (fiscal.year, fiscal.end) if fiscal and fiscal.year else None


def _named_part(tokens: Tokens, i: int) -> tuple[dict[str, int], int] | None:
    number = _QUARTERS.get(tokens.low[i])
    j = i + 1
    if tokens.words[j] == "-":
        j += 1
    if number is None:
        return None
    if tokens.low[j] == "quarter" and tokens.low[i] != "last":
        return {"quarter": number}, j + 1
    if tokens.low[j] == "half" and number <= 2 and _half_of_year(tokens, j + 1):
        return {"half": number}, j + 1
    return None


def _half_of_year(tokens: Tokens, i: int) -> bool:
    """ "the first half of 2024" is a time; the first half of a match or a book is none."""
    return year_after(tokens, i) is not None or (
        tokens.low[i] == "of"
        and tokens.low[i + 1] in ("the", "this", "last", "next", "fiscal")
        and tokens.low[i + 2] in ("year", "fiscal", "financial")
    )


def _fiscal_after(tokens: Tokens, i: int) -> tuple[int, int] | None:
    j = i + 1 if tokens.low[i] == "of" else i
    fiscal = _fiscal(tokens, j) if tokens.low[j] in ("fiscal", "fy", "financial") else None
    return (fiscal.year, fiscal.end) if fiscal and fiscal.year else None


def _numbered_quarter(tokens: Tokens, i: int) -> Dated | None:
    """ "1Q24", "3Q 2023", "1st quarter of 2024"."""
    if tokens.low[i] in ("1", "2", "3", "4") and tokens.glued(i + 1):
        number = int(tokens.low[i])
        if tokens.words[i + 1] == "Q" and tokens.kinds[i + 2] == "numeral":
            year = year_at(tokens, i + 2) or (
                _century_of(int(tokens.words[i + 2]))
                if len(tokens.words[i + 2]) == 2 and tokens.words[i + 2].isdecimal()
                else None
            )
            return _dated(i, i + 3, year, quarter=number) if year else None
        if tokens.low[i + 1] in ("st", "nd", "rd", "th") and tokens.low[i + 2] == "quarter":
            of, end = year_after(tokens, i + 3) or (None, i + 3)
            return _dated(i, end, of, quarter=number)
    return None


def _fiscal(tokens: Tokens, i: int) -> Dated | None:
    """ "FY2023/24", "FY24", "fiscal 2024", "financial year 2023-24", "calendar year 2008", "cy18".

    Where a fiscal year begins is not in the text, so that it has no dates.
    """
    j = i + 1 + (tokens.low[i + 1] == "year")
    if tokens.kinds[j] != "numeral" or not tokens.words[j].isdecimal():
        return None
    plain = tokens.low[i] in ("cy", "calendar")
    if (year := year_at(tokens, j)) is None:
        if tokens.low[i] not in ("fy", "cy") or len(tokens.words[j]) != 2:
            return None
        year = _century_of(int(tokens.words[j]))
    span = _year_first(tokens, j)
    if span is not None and span.end > j + 1:
        return replace(span, start=i)
    return Dated(intervals.year(year) if plain else Interval(f"{year:04d}", None, None, year), i, j + 1, year)


def _decade(tokens: Tokens, i: int) -> Dated | None:
    """ "1990s", "1990's"."""
    word = tokens.words[i]
    if len(word) != 4 or not word.isdecimal() or not word.endswith("0"):
        return None
    j = i + 1 + (tokens.words[i + 1] == "'")
    if tokens.words[j] != "s" or not tokens.glued(i + 1) or not tokens.glued(j):
        return None
    return Dated(intervals.decade(int(word)), i, j + 1)


def _short_decade(tokens: Tokens, i: int) -> Dated | None:
    """ "'90s"."""
    if tokens.words[i] != "'" or tokens.kinds[i + 1] != "numeral" or tokens.words[i + 2] != "s":
        return None
    word = tokens.words[i + 1]
    if len(word) != 2 or not word.isdecimal() or not tokens.glued(i + 2) or not word.endswith("0"):
        return None
    return Dated(intervals.decade(1900 + int(word) if int(word) > 20 else 2000 + int(word)), i, i + 3)


def _century(tokens: Tokens, i: int) -> Dated | None:
    """ "15th century", "twenty-first century", "21st-century"."""
    ordinal = read_ordinal(tokens, i)
    if ordinal is None or not 1 <= ordinal.value <= 30:
        return None
    j = ordinal.end + (tokens.words[ordinal.end] == "-")
    if tokens.low[j] not in ("century", "centuries"):
        return None
    return Dated(intervals.century(int(ordinal.value)), i, j + 1)


def _season(tokens: Tokens, i: int) -> Dated | None:
    year = year_after(tokens, i + 1)
    if year is None or tokens.words[i + 1] == ",":
        return None
    return Dated(intervals.season(year[0], tokens.low[i]), i, year[1], year[0])


def _week(tokens: Tokens, i: int) -> Dated | None:
    """ "week 12 of 2024"."""
    number = tokens.words[i + 1]
    year = year_after(tokens, i + 2) if number.isdecimal() and len(number) <= 2 else None
    found = intervals.iso_week(year[0], int(number)) if year else None
    return Dated(found, i, year[1], year[0]) if found and year else None


def _week_of_year(tokens: Tokens, i: int) -> Dated | None:
    """ "first week of 2015"."""
    number = _QUARTERS.get(tokens.low[i])
    if number is None or tokens.low[i + 1] != "week" or tokens.low[i + 2] != "of":
        return None
    year = year_at(tokens, i + 3)
    found = intervals.iso_week(year, number) if year else None
    return Dated(found, i, i + 4, year) if found else None


def _spoken_year(tokens: Tokens, i: int) -> Dated | None:
    """ "nineteen ninety-six", "two thousand and fifteen"."""
    first = CARDINALS.get(tokens.low[i], 0)
    if 13 <= first <= 20:
        rest = _below_hundred(tokens, i + 1)
        if rest and rest.value >= 10:
            return _dated(i, rest.end, first * 100 + int(rest.value))
    if tokens.low[i] == "two" and tokens.low[i + 1] == "thousand" and tokens.low[i + 2] == "and":
        number = read_number(tokens, i)
        if number and 2000 < number.value < 2100:
            return _dated(i, number.end, int(number.value))
    return None


def _below_hundred(tokens: Tokens, i: int) -> Number | None:
    word = CARDINALS.get(tokens.low[i], 0)
    number = read_number(tokens, i) if 10 <= word <= 90 else None
    return number if number and number.value < 100 and number.form == "words" else None


def nearest_year(dated: Dated, reference: date) -> Dated:
    """A date without a year, in the year that puts it closest to the reference date; a quarter is the last one begun."""
    if dated.year is None and (dated.quarter or dated.half):
        this = dated.in_year(reference.year)
        return this if this.interval.start and this.interval.start <= reference else dated.in_year(reference.year - 1)
    if dated.year is not None or dated.month is None:
        return dated
    year = reference.year
    distance = (dated.month - reference.month) + (0 if dated.day is None else (dated.day - reference.day) / 31)
    return dated.in_year(year - 1 if distance > 6 else year + 1 if distance < -6 else year)
