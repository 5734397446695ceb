"""One time by itself: a date, a part of one ("late 2024", "the end of the year"), a relative time, a holiday."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flows.claims import intervals
from flows.claims.dates import DATE_KINDS, DATE_WORDS, WEEKDAYS, part_of_year, year_after
from flows.claims.holidays import FIRST_WORDS, holiday_at
from flows.claims.intervals import UNDATED, Interval
from flows.claims.periods.absolute import read_absolute, year_beside
from flows.claims.periods.nth import NTH_WORDS, read_nth
from flows.claims.periods.relative import TO_DATE_WORDS, read_relative, read_stretch, read_unit
from flows.claims.periods.time import Time, year_value
from flows.claims.periods.words import DAYS, EDGES, LAST_OR_NEXT, PARTS_OF, THIS, step_of
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import words_of

_ENDED = frozenset({"year", "quarter", "month"})
_BEFORE_YEAR_END = words_of("periods", "before_year_end")


def read_single(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """The time at token i, without what bounds it."""
    for read in _BY_WORD.get(tokens.low[i]) or (_DATED if tokens.kinds[i] in DATE_KINDS else ()):
        if (time := read(tokens, i, reference)) is not None:
            return time
    return None


def _absolute(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    return _with_part(tokens, read_absolute(tokens, i, reference))


def _relative(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    return _with_part(tokens, read_relative(tokens, i, reference))


def _stretch(tokens: Tokens, i: int, _reference: date | None) -> Time | None:
    return read_stretch(tokens, i)


def _with_part(tokens: Tokens, whole: Time | None) -> Time | None:
    """ "next year'S FIRST QUARTER", "2019'S SECOND HALF", "this month'S END": the part that is told after its whole."""
    if whole is None or tokens.words[whole.end] != "'" or tokens.low[whole.end + 1] != "s":
        return whole
    if tokens.low[whole.end + 2] == "end":
        return whole._replace(end=whole.end + 3, rule="period.part")
    named = part_of_year(tokens, whole.end + 2)
    if named is None:
        return whole
    year = whole.interval.year
    interval = named[0]._replace(year=year).interval() if year else UNDATED
    return Time(interval, whole.start, named[1], rule="period.part")


def read_part(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "late 2024", "mid-1990s", "the end of 2008", "end of this month", "early next year"."""
    j = i + 1 if tokens.low[i] == "the" else i
    if tokens.low[j] not in PARTS_OF:
        return _end_of_unit(tokens, i, j, reference) if tokens.low[j] in _ENDED else None
    edge = tokens.low[j] in EDGES
    k = j + 1 + (tokens.words[j + 1] == "-" or tokens.low[j + 1] == ("of" if edge else "in"))
    k += tokens.low[k] == "the" and tokens.kinds[k + 1] == "numeral"
    whole = (
        read_absolute(tokens, k, reference) or read_relative(tokens, k, reference) or read_unit(tokens, k, reference)
    )
    if whole is None or (edge and k == j + 1 and whole.rule != "period.date"):
        return None
    interval = whole.interval if edge else Interval(whole.interval.edtf, year=whole.interval.year)
    return Time(interval, i, whole.end, year_value(interval, "approx"), "period.part")


def _end_of_unit(tokens: Tokens, start: int, i: int, reference: date | None) -> Time | None:
    """ "by YEAR-END", "at YEAR END 2024", "by MONTH'S END"; but "a year-end review"."""
    unit = tokens.low[i]
    end = i + 2 + (tokens.words[i + 1] == "-") + 2 * (tokens.words[i + 1] == "'")
    if tokens.low[end - 1] != "end" or tokens.low[start - 1] not in _BEFORE_YEAR_END:
        return None
    if unit == "year" and (named := year_after(tokens, end)):
        return Time(intervals.year(named[0]), start, named[1], rule="period.part")
    return Time(intervals.holding(unit, reference) if reference else UNDATED, start, end, rule="period.part")


def _holiday(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "Easter 2018", "last Christmas", "Black Friday"."""
    step = step_of(tokens.low[i]) or 0
    found = holiday_at(tokens, i + 1 if step else i)
    if found is None:
        return None
    day_of, end = found
    if (named := year_after(tokens, end)) and tokens.words[end] != ",":
        return Time(intervals.holding("day", day_of(named[0])), i, named[1], rule="period.holiday")
    beside = None if step else year_beside(tokens, end)
    end = beside[1] if beside else end
    if reference is None:
        return Time(UNDATED, i, end, rule="period.holiday")
    if beside:
        return Time(intervals.holding("day", day_of(reference.year + beside[0])), i, end, rule="period.holiday")
    this = day_of(reference.year)
    if step < 0:
        day = this if this < reference else day_of(reference.year - 1)
    else:
        day = this if this >= reference else day_of(reference.year + 1)
    return Time(intervals.holding("day", day), i, end, rule="period.holiday")


_Reader = Callable[[Tokens, int, date | None], Time | None]
_STEPS = LAST_OR_NEXT | THIS
_WORDS: tuple[tuple[_Reader, frozenset[str]], ...] = (
    (read_nth, frozenset(NTH_WORDS | {"the"})),
    (read_part, PARTS_OF | _ENDED | {"the"}),
    (_absolute, frozenset(DATE_WORDS)),
    (_relative, _STEPS | DAYS.keys() | WEEKDAYS.keys() | TO_DATE_WORDS | {"the"}),
    (_holiday, _STEPS | FIRST_WORDS),
    (_stretch, frozenset({"the"})),
)
"""The readers of single times in the order in which they are asked, each with the words that it may start with."""
_BY_WORD = {
    word: tuple(read for read, words in _WORDS if word in words)
    for word in frozenset().union(*(words for _, words in _WORDS))
}
_DATED: tuple[_Reader, ...] = (read_nth, _absolute)
SINGLE_WORDS = _BY_WORD.keys()
