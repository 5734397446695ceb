"""Times told by a length of time: "over the past five years", "two months ago", "2 weeks before Christmas"."""

from __future__ import annotations

from datetime import date, timedelta

from flows.claims import intervals
from flows.claims.dates import WEEKDAYS
from flows.claims.intervals import UNDATED, Interval
from flows.claims.numbers import read_number
from flows.claims.periods.absolute import read_absolute
from flows.claims.periods.lengths import Length, length_of, read_length
from flows.claims.periods.relative import read_unit
from flows.claims.periods.single import read_part, read_single
from flows.claims.periods.time import Time
from flows.claims.periods.vague import read_vague_distance, read_vague_edge
from flows.claims.periods.words import CALENDAR_UNITS, LAST, LAST_OR_NEXT
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import entry_of, words_of
from flows.claims.vocabulary.number_words import ORDINALS

ROLLING_LEADS = words_of("periods", "rolling_leads")
_QUALIFIERS = words_of("periods", "unit_qualifiers")
_ENDING = words_of("periods", "ending")
_FIRST_OF = words_of("periods", "first_of")
EDGE_OF = _FIRST_OF | words_of("periods", "last_of")
_DIRECTIONS: dict[str, int] = entry_of("periods", "directions")
_FUTURE = words_of("periods", "future")
_NO_FUTURE = words_of("periods", "no_future") | ORDINALS.keys()
_FUTURE_REACH = 10
_ARTICLES = frozenset({"a", "an", "one"})
_SHORT = 4
"""Short forms of weekdays are words in lower case ("sun", "sat")."""


def read_counted(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """A time told by a length and what it is counted from."""
    return (
        _weekday_at_distance(tokens, i, reference)
        or _distance(tokens, i, reference)
        or _first_of(tokens, i, reference)
        or read_vague_edge(tokens, i, reference)
        or _ago_or_ahead(tokens, i, reference)
        or read_vague_distance(tokens, i)
    )


def read_rolling(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "over the past five years", "within the next two years", "in the last 3 months", "5 past years"."""
    lead = tokens.low[i]
    j = i + (lead in ROLLING_LEADS)
    j += tokens.low[j] == "the"
    leads = tokens.low[j] in LAST_OR_NEXT
    number = read_number(tokens, j + leads)
    if number is None:
        return None
    which, k = (tokens.low[j], number.end) if leads else (tokens.low[number.end], number.end + 1)
    if which not in LAST_OR_NEXT:
        return None
    k += tokens.low[k] in _QUALIFIERS
    length = length_of(tokens, number, k)
    if length and tokens.low[length.end] == "of" and _whole(tokens, length.end + 1, reference):
        return None
    if length is None or (tokens.low[k] == length.unit and length.count > 1 and number.end < k):
        return None
    interval = _rolled(int(length.count), length.unit, which in LAST, reference)
    return Time(interval, i, length.end, length.value(at_most=lead == "within"), "period.rolling")


def _rolled(count: int, unit: str, back: bool, reference: date | None) -> Interval:
    """The `count` units before or after the reference date; quarters and decades are calendar ones."""
    if reference is None or count <= 0:
        return UNDATED
    edge: date | None = reference if back else reference + timedelta(days=1)
    if unit in CALENDAR_UNITS:
        start = intervals.holding(unit, reference)
        edge = start.start if back else start.end
    other = intervals.shift(edge, -count if back else count, unit) if edge else None
    return intervals.between(min(edge, other), max(edge, other)) if edge and other else UNDATED


def _ago_or_ahead(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "two months ago", "in three weeks' time", "within 9 months", "a year earlier", "three weeks from now"."""
    lead = tokens.low[i]
    length = read_length(tokens, i + (lead in ("in", "within")), _ARTICLES)
    if length is None:
        return None
    direction, end = _direction(tokens, lead, length)
    if not direction and lead == "in" and _tells_future(tokens, i):
        direction, end = 1, length.end
    if not direction:
        return None
    within = lead == "within"
    interval = _shifted(length, direction, within, reference)
    return Time(interval, i, end, length.value(at_most=within), "period.distance")


def _direction(tokens: Tokens, lead: str, length: Length) -> tuple[int, int]:
    """Which way a length after `lead` points, 0 if no way, and the token after what says so."""
    k = length.end
    after = tokens.low[k]
    if after == "ago":
        return -1, k + 1
    if after in ("earlier", "before", "previously") and lead not in ("in", "within") and not goes_on(tokens, k + 1):
        return -1, k + 1
    if after == "from" and tokens.low[k + 1] in ("now", "today"):
        return 1, k + 2
    if lead == "in" and after == "on" and tokens.low[k + 1] in WEEKDAYS:
        return 1, k + 2
    if after == "'" and "time" in tokens.low[k + 1 : k + 3]:
        return 1, tokens.low.index("time", k) + 1
    return (1, k) if lead == "within" and (length.counted or after != "of") else (0, k)


def _tells_future(tokens: Tokens, i: int) -> bool:
    """Is "in two years" before what is yet to come ("will open in"), and no rank or count of times ("the first in")?"""
    before = tokens.low[max(0, i - _FUTURE_REACH) : i]
    clause = before[len(before) - before[::-1].index(".") :] if "." in before else before
    return not _FUTURE.isdisjoint(clause) and not any(word in _NO_FUTURE or word.endswith("est") for word in clause)


def goes_on(tokens: Tokens, i: int) -> bool:
    """Does a word go on at token i, so that "before" is a preposition there?"""
    return tokens.kinds[i] in ("word", "numeral", "date")


def _shifted(length: Length, direction: int, within: bool, reference: date | None) -> Interval:
    """The time that lies a length away from the reference date, as sharp as its unit; or all up to there."""
    count, unit = length.whole, length.unit
    if reference is None or count is None:
        return UNDATED
    if within:
        return _rolled(count, unit, False, reference)
    day = intervals.shift(reference, direction * count, unit)
    if day is None:
        return UNDATED
    return intervals.holding("day" if unit in ("week", "fortnight") else unit, day)


def _weekday_at_distance(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "Monday two weeks from now", "Saturday 3 days from now": the weekday in the week that the distance leads to."""
    if tokens.low[i] not in WEEKDAYS or (len(tokens.words[i]) <= _SHORT and tokens.words[i].islower()):
        return None
    time = _distance(tokens, i + 1, reference) or _ago_or_ahead(tokens, i + 1, reference)
    if time is None or tokens.low[i + 1] in ("in", "within"):
        return None
    start = time.interval.start
    day = start + timedelta(days=WEEKDAYS[tokens.low[i]] - start.weekday()) if start else None
    return time._replace(interval=intervals.holding("day", day) if day else UNDATED, start=i)


def _distance(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "two days after today", "2 weeks before Christmas", "two years since 2011", "2 weeks starting May 20th"."""
    length = read_length(tokens, i, _ARTICLES | {"the"})
    if length is None:
        return None
    j = length.end
    if tokens.low[j] in _ENDING:
        return _ending(tokens, i, length, reference)
    if tokens.low[i] == "the":
        return _the_one_beside(tokens, i, length, reference)
    direction = _DIRECTIONS.get(tokens.low[j])
    if direction is None or length.unit in ("century", "quarter"):
        return None
    anchor = read_single(tokens, j + 1 + (tokens.low[j + 1] == "to"), reference)
    if anchor is None:
        return None
    interval = _counted_from(anchor.interval, length, direction)
    return Time(interval, i, anchor.end, length.value(), "period.distance")


def _the_one_beside(tokens: Tokens, i: int, length: Length, reference: date | None) -> Time | None:
    """ "the year BEFORE LAST", "the day AFTER Christmas", "the day BEFORE yesterday", "the week OF 3 May"."""
    j, unit = length.end, length.unit
    step = {"before": -1, "after": 1}.get(tokens.low[j], 0)
    if step and tokens.low[j + 1] == ("last" if step < 0 else "next") and tokens.kinds[j + 2] != "word":
        day = intervals.shift(reference, 2 * step, unit) if reference else None
        return Time(intervals.holding(unit, day) if day else UNDATED, i, j + 2, rule="period.distance")
    if step and not goes_on(tokens, j + 1):
        return Time(UNDATED, i, j + 1, rule="period.distance")
    week = unit == "week" and tokens.low[j] == "of"
    anchor = read_single(tokens, j + 1, reference) if week or (step and unit == "day") else None
    if anchor is None or not (anchor.interval is UNDATED or anchor.interval.is_day):
        return None
    day = intervals.shift(anchor.interval.start, step, "day") if anchor.interval.start else None
    return Time(intervals.holding(unit, day) if day else UNDATED, i, anchor.end, rule="period.distance")


def _counted_from(anchor: Interval, length: Length, direction: int) -> Interval:
    """A length before or after another time, or from its start on; years from a plain year lead to a plain year."""
    start, count = anchor.start, length.whole
    other = intervals.shift(start, (direction or 1) * count, length.unit) if start and count is not None else None
    if start is None or other is None:
        return UNDATED
    if direction == 0:
        return intervals.between(start, other)
    return intervals.holding("year" if anchor.year and length.unit in ("year", "decade") else "day", other)


def _ending(tokens: Tokens, i: int, length: Length, reference: date | None) -> Time | None:
    """ "the three months to June", "the year ended 31 March 2024": so long, up to the end of a date."""
    k = length.end + 1
    k += tokens.low[k] == "on" or tokens.low[k : k + 2] == ["the", "end"]
    last = read_absolute(tokens, k, reference) or read_part(tokens, k, reference)
    if last is None:
        return None
    end, count = last.interval.end, length.whole
    start = intervals.shift(end, -count, length.unit) if end and count is not None else None
    interval = intervals.between(start, end) if start and end else UNDATED
    return Time(interval, i, last.end, length.value(), "period.ending")


def _first_of(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "the first three months of 2024", "last 3 weeks of this year"."""
    j = i + (tokens.low[i] == "the")
    length = read_length(tokens, j + 1) if tokens.low[j] in EDGE_OF else None
    if length is None or tokens.low[length.end] not in ("of", "in"):
        return None
    whole = _whole(tokens, length.end + 1, reference)
    if whole is None:
        return None
    interval = _edge_of(whole.interval, tokens.low[j] in _FIRST_OF, length)
    return Time(interval, i, whole.end, length.value(), "period.first_of")


def _whole(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    return read_single(tokens, i, reference) or read_unit(tokens, i, reference)


def _edge_of(whole: Interval, first: bool, length: Length) -> Interval:
    """The first or last so many units of a whole."""
    count, edge = int(length.count), whole.start if first else whole.end
    if whole.start is None or whole.end is None or edge is None or count < 1:
        return UNDATED
    other = intervals.shift(edge, count if first else -count, length.unit)
    return intervals.between(min(edge, other), max(edge, other)) if other else UNDATED
