"""When: dates with what bounds them, ranges, and times told from a reference date.

"since 2020", "by the end of 2030", "from May to Oct 2020", "over the past five years", "within the next two years",
"three months after Easter" is left alone. Relative times resolve against the reference date and stay open without one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from flows.claims import intervals
from flows.claims.dates import WEEKDAYS, Dated, nearest_year, read_date, year_after, year_at
from flows.claims.holidays import holiday_at
from flows.claims.intervals import UNDATED, Interval
from flows.claims.numbers import Number, is_plural, read_number
from flows.claims.tokens import Tokens
from flows.claims.units import unit_after
from schemas.rows import Comparator, Period, Value

_SINCE = {
    ("since",),
    ("from",),
    ("starting",),
    ("beginning",),
    ("as", "early", "as"),
    ("ever", "since"),
    ("no", "earlier", "than"),
}
_AFTER = {("after",), ("following",), ("later", "than")}
_BEFORE = {("before",), ("prior", "to"), ("earlier", "than"), ("ahead", "of")}
_UNTIL = {
    ("by",),
    ("until",),
    ("till",),
    ("up", "to"),
    ("through",),
    ("no", "later", "than"),
    ("as", "late", "as"),
    ("not", "later", "than"),
}
_BOUNDS = {
    **dict.fromkeys(_SINCE, "onwards"), **dict.fromkeys(_AFTER, "after"),
    **dict.fromkeys(_BEFORE, "before"), **dict.fromkeys(_UNTIL, "until"),
}  # fmt: skip
_BOUND_WORDS = frozenset(words[0] for words in _BOUNDS)
_EDGES = frozenset({"beginning", "start", "end", "middle", "turn"})
_PART_OF = _EDGES | {"early", "mid", "late", "later", "earlier"}
_UNITS = frozenset("day week fortnight month quarter year decade century".split())
_UNIT_FORMS = {form: unit for unit in _UNITS for form in (unit, unit + "s")} | {"centuries": "century"}
_LAST = frozenset({"last", "past", "previous", "prior", "preceding"})
_NEXT = frozenset({"next", "coming", "following", "upcoming", "subsequent"})
_THIS = frozenset({"this", "current"})
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "tmrw": 1}
_YEAR_CONTEXT = frozenset(
    "in since by until till of during from to for early late mid before after through and between around circa "
    "the a this that last next its their his her our year fiscal or than s".split()
)
_FIGURE_CONTEXT = frozenset("about approximately some nearly almost roughly exactly least most only".split())


@dataclass(frozen=True, slots=True)
class Time:
    """A time at tokens [start, end); `value` is set for a plain year (2024) or a length ("the next two years": 2)."""

    interval: Interval
    start: int
    end: int
    value: Value = Value()
    rule: str = "period.date"

    def period(self, tokens: Tokens) -> Period:
        text = tokens.text[tokens.starts[self.start] : tokens.ends[self.end - 1]]
        return Period(
            period_text=" ".join(text.split()),
            period_edtf=self.interval.edtf,
            period_start=self.interval.start,
            period_end=self.interval.end,
            period_basis="stated",
        )


def read_time(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """The longest time expression that starts at token i."""
    near = tokens.low[i : i + REACH]
    ranged = not _TO.isdisjoint(near)
    counted = not _UNIT_FORMS.keys().isdisjoint(near)
    return (
        (_ranged(tokens, i, reference) if ranged else None)
        or (_counted_time(tokens, i, reference) if counted else None)
        or _bounded(tokens, i, reference)
        or (_rolling(tokens, i, reference) if counted else None)
        or _single(tokens, i, reference)
    )


REACH = 9
"""How many tokens a reader of times looks ahead for what it needs: the joint of a range, a unit of time."""


def _counted_time(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """A time told by a number of units and what they are counted from."""
    return _distance(tokens, i, reference) or _first_of(tokens, i, reference) or _ago_or_ahead(tokens, i, reference)


def _time(dated: Dated, reference: date | None) -> Time:
    if dated.year is None and reference is not None:
        dated = nearest_year(dated, reference)
    return Time(dated.interval, dated.start, dated.end, _year_value(dated.interval))


def _year_value(interval: Interval, comparator: Comparator = "eq") -> Value:
    if interval.year is None:
        return Value()
    year = float(interval.year)
    return Value(value=year, value_low=year, value_high=year, unit="year", comparator=comparator)


def _single(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """One date, one part of a date ("late 2024"), or one relative time ("last year", "next Friday", "today")."""
    return (
        _part_of(tokens, i, reference)
        or _absolute(tokens, i, reference)
        or _relative(tokens, i, reference)
        or _holiday(tokens, i, reference)
    )


def _absolute(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    dated = read_date(tokens, i)
    if dated is None or _is_count(tokens, dated):
        return None
    return _time(dated, reference)


def _holiday(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "Easter 2018", "last Christmas", "Black Friday"."""
    step = -1 if tokens.low[i] in _LAST else 1 if tokens.low[i] in _NEXT else 0
    found = holiday_at(tokens, i + 1 if step else i)
    if found is None:
        return None
    day_of, end = found
    if (named := year_after(tokens, end)) is not None and tokens.words[end] != ",":
        return Time(intervals.holding("day", day_of(named[0])), i, named[1], rule="period.holiday")
    if reference is None:
        return Time(UNDATED, i, end, rule="period.holiday")
    years = (day_of(reference.year + k) for k in ((0, -1) if step < 0 else (0, 1)))
    day = next(day for day in years if (day < reference if step < 0 else day >= reference))
    return Time(intervals.holding("day", day), i, end, rule="period.holiday")


def _is_count(tokens: Tokens, dated: Dated) -> bool:
    """Is what looks like a year the count of what follows it ("2000 pieces"), or the measure ("2000 metres")?"""
    if dated.end != dated.start + 1 or tokens.kinds[dated.start] != "numeral" or year_at(tokens, dated.start) is None:
        return False
    i = dated.start
    if tokens.words[i - 1] in ("$", "€", "£", "¥", "#", "+", "~", ">", "<") or tokens.low[i - 1] in _FIGURE_CONTEXT:
        return True
    if not 1500 <= int(tokens.words[i]) <= 2150 and tokens.low[i - 1] not in ("in", "year", "ad"):
        return True
    if unit_after(tokens, i + 1) is not None and not (
        tokens.low[i + 1] in ("in", "a") or tokens.kinds[i + 1] == "sign"
    ):
        return tokens.low[i + 1] not in ("quarter", "year", "turn", "second", "s")
    if tokens.words[i + 1] in ("%", "°", "€", "$"):
        return True
    counted = tokens.kinds[i + 1] == "word" and is_plural(tokens.low[i + 1]) and tokens.words[i + 1].islower()
    return counted and tokens.low[i - 1] not in _YEAR_CONTEXT


def _part_of(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "late 2024", "mid-1990s", "the end of 2008", "end of this month", "early next year"."""
    j = i + 1 if tokens.low[i] == "the" else i
    if tokens.low[j] not in _PART_OF:
        return None
    k = j + 1
    if tokens.words[k] == "-" or tokens.low[k] == ("of" if tokens.low[j] in _EDGES else "in"):
        k += 1
    if tokens.low[k] == "the" and tokens.kinds[k + 1] == "numeral":
        k += 1
    whole = _absolute(tokens, k, reference) or _relative(tokens, k, reference) or _the_unit(tokens, k, reference)
    if whole is None or (tokens.low[j] in _EDGES and k == j + 1 and whole.rule != "period.date"):
        return None
    interval = whole.interval
    if tokens.low[j] not in _EDGES:
        interval = Interval(interval.edtf, year=interval.year)
    return Time(interval, i, whole.end, _year_value(interval, "approx"), "period.part")


def _the_unit(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """The "the year" of "the end of the year"."""
    j = i + 1 if tokens.low[i] == "the" else i
    unit = tokens.low[j]
    if unit not in _UNITS or tokens.low[j + 1] in ("to", "of"):
        return None
    return Time(intervals.holding(unit, reference) if reference else UNDATED, i, j + 1, rule="period.relative")


def _relative(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    low = tokens.low[i]
    if low in _DAYS:
        day = reference and intervals.shift(reference, _DAYS[low], "day")
        return Time(intervals.holding("day", day) if day else UNDATED, i, i + 1, rule="period.relative")
    j = i + 1 if low in ("the", "this") and tokens.low[i + 1] in _LAST | _NEXT else i
    which = tokens.low[j]
    if which not in _LAST | _NEXT | _THIS:
        return _weekday(tokens, i, reference)
    unit = tokens.low[j + 1]
    step = -1 if which in _LAST else 1 if which in _NEXT else 0
    if unit in _UNITS:
        return Time(_stepped(unit, step, reference), i, j + 2, rule="period.relative")
    if unit in WEEKDAYS and not tokens.words[j + 1].islower():
        return Time(_weekday_of(unit, step, reference), i, j + 2, rule="period.relative")
    if which in ("this", "last", "next") and (dated := read_date(tokens, j + 1)) and dated.year is None and dated.month:
        interval = _month_of(dated, step, reference) if reference else dated.interval
        return Time(interval, i, dated.end, rule="period.relative")
    if unit in intervals.SEASON_CODES and which != "past":
        season = intervals.season(reference.year + step, unit) if reference else UNDATED
        return Time(season, i, j + 2, rule="period.relative")
    return None


def _stepped(unit: str, step: int, reference: date | None) -> Interval:
    """The calendar unit that lies `step` units from the one with the reference date."""
    day = intervals.shift(reference, step, unit) if reference else None
    return intervals.holding(unit, day) if day else UNDATED


def _month_of(dated: Dated, step: int, reference: date) -> Interval:
    """ "this May", "last May", "next May": the one of this year, the one before, the one to come."""
    month = dated.month or 1
    year = reference.year
    if step < 0 and month >= reference.month:
        year -= 1
    if step > 0 and month <= reference.month:
        year += 1
    return dated.in_year(year).interval


def _weekday(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """A bare "Monday": the nearest one before the reference date, as in a report."""
    low = tokens.low[i]
    if low not in WEEKDAYS or len(low) < 5:
        return None
    j = i + 2 if tokens.words[i + 1] == "," else i + 1
    if (dated := read_date(tokens, j)) is not None and dated.day is not None:
        return replace(_time(dated, reference), start=i)
    if tokens.low[i + 1] == "of" and (week := _relative(tokens, i + 2 + (tokens.low[i + 2] == "the"), reference)):
        start = week.interval.start
        day = intervals.holding("day", start + timedelta(days=WEEKDAYS[low])) if start else UNDATED
        return Time(day, i, week.end, rule="period.relative")
    if tokens.words[i].islower():
        return None
    if reference is None:
        return Time(UNDATED, i, i + 1, rule="period.relative")
    back = (reference.weekday() - WEEKDAYS[low]) % 7
    return Time(intervals.holding("day", reference - timedelta(days=back)), i, i + 1, rule="period.relative")


def _weekday_of(name: str, step: int, reference: date | None) -> Interval:
    week = reference and intervals.shift(reference, step, "week")
    if not week:
        return UNDATED
    return intervals.holding("day", week + timedelta(days=WEEKDAYS[name] - week.weekday()))


def _rolling(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "over the past five years", "within the next two years", "in the last 3 months", "the next decade"."""
    j = i
    lead = tokens.low[j]
    if lead in ("over", "in", "within", "during", "for", "throughout", "across"):
        j += 1
    j += tokens.low[j] == "the"
    which = tokens.low[j]
    if which in _LAST | _NEXT:
        number = read_number(tokens, j + 1)
        k = number.end if number else j + 1
    else:
        number = read_number(tokens, j)
        which = tokens.low[number.end] if number else ""
        k = number.end + 1 if number else j
    if number is None or which not in _LAST | _NEXT:
        return None
    k += tokens.low[k] in ("calendar", "consecutive", "full", "fiscal", "financial", "business", "working", "trading")
    unit = _UNIT_FORMS.get(tokens.low[k])
    if unit is None or (tokens.low[k] == unit and number.value > 1 and number.end < k):
        return None
    count = float(number.value)
    comparator: Comparator = "up_to" if lead == "within" else "eq"
    value = Value(
        value=count,
        value_low=None if comparator == "up_to" else count,
        value_high=count,
        unit_kind="duration",
        unit=unit,
        comparator=comparator,
    )
    return Time(_rolled(int(count), unit, which in _LAST, reference), i, k + 1, value, "period.rolling")


def _rolled(count: int, unit: str, back: bool, reference: date | None) -> Interval:
    """The `count` units before or after the reference date; quarters and decades are calendar ones."""
    if reference is None or count <= 0:
        return UNDATED
    if unit in ("quarter", "decade", "century"):
        start = intervals.holding(unit, reference)
        edge = start.start if back else start.end
    else:
        edge = reference if back else reference + timedelta(days=1)
    other = intervals.shift(edge, -count if back else count, unit) if edge else None
    if other is None or edge is None:
        return UNDATED
    return intervals.between(min(edge, other), max(edge, other))


def _ago_or_ahead(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "two months ago", "in three weeks' time", "within 9 months", "a year earlier", "three weeks from now"."""
    lead = tokens.low[i]
    j = i + 1 if lead in ("in", "within") else i
    number = read_number(tokens, j)
    article = tokens.low[j] in ("a", "an", "one")
    k = number.end if number else j + 1
    unit = _UNIT_FORMS.get(tokens.low[k]) if number or article else None
    if unit is None:
        return None
    count = float(number.value) if number else 1.0
    after, end = tokens.low[k + 1], k + 2
    if after in ("ago",):
        direction = -1
    elif after in ("earlier", "before", "previously") and lead not in ("in", "within") and not is_word(tokens, k + 2):
        direction = -1
    elif (after, tokens.low[k + 2]) in (("from", "now"), ("from", "today")):
        direction, end = 1, k + 3
    elif after == "'" and tokens.low[k + 2] == "time":
        direction, end = 1, k + 3
    elif after == "'" and tokens.low[k + 3] == "time":
        direction, end = 1, k + 4
    elif lead == "within" and number is not None:
        direction, end = 1, k + 1
    else:
        return None
    comparator: Comparator = "up_to" if lead == "within" else "eq"
    value = Value(
        value=count,
        value_low=None if comparator == "up_to" else count,
        value_high=count,
        unit_kind="duration",
        unit=unit,
        comparator=comparator,
    )
    return Time(_shifted(count, unit, direction, lead == "within", reference), i, end, value, "period.distance")


_FROM = {"after": 1, "from": 1, "since": 1, "following": 1, "starting": 0, "before": -1, "prior": -1}


def _distance(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "two days after today", "2 weeks before Christmas", "two years since 2011", "2 weeks starting May 20th"."""
    number = read_number(tokens, i)
    article = tokens.low[i] in ("a", "an", "one", "the")
    j = number.end if number else i + 1
    unit = _UNIT_FORMS.get(tokens.low[j]) if number or article else None
    if unit is not None and tokens.low[j + 1] in _ENDING:
        return _ending(tokens, i, j, number, unit, reference)
    direction = _FROM.get(tokens.low[j + 1])
    if unit is None or direction is None or unit in ("century", "quarter"):
        return None
    anchor = _single(tokens, j + 2 + (tokens.low[j + 2] == "to"), reference)
    if anchor is None or (tokens.low[i] == "the" and number is None):
        return None
    count = float(number.value) if number else 1.0
    value = Value(value=count, value_low=count, value_high=count, unit_kind="duration", unit=unit, comparator="eq")
    interval = _counted_from(anchor.interval, int(count), unit, direction) if count == int(count) else UNDATED
    return Time(interval, i, anchor.end, value, "period.distance")


_ENDING = frozenset({"to", "ended", "ending", "through"})


def _ending(tokens: Tokens, i: int, j: int, number: Number | None, unit: str, reference: date | None) -> Time | None:
    """ "the three months to June", "the year ended 31 March 2024": so long, up to the end of a date."""
    k = j + 2 + (tokens.low[j + 2] == "on") + (tokens.low[j + 2] == "the" and tokens.low[j + 3] == "end")
    last = _absolute(tokens, k, reference) or _part_of(tokens, k, reference)
    if last is None:
        return None
    count = float(number.value) if number else 1.0
    end = last.interval.end
    start = intervals.shift(end, -int(count), unit) if end and count == int(count) else None
    value = Value(value=count, value_low=count, value_high=count, unit_kind="duration", unit=unit, comparator="eq")
    return Time(intervals.between(start, end) if start and end else UNDATED, i, last.end, value, "period.ending")


_WHOLE_YEARS = frozenset({"year", "decade"})


def _counted_from(anchor: Interval, count: int, unit: str, direction: int) -> Interval:
    """So long before or after another time; years from a plain year lead to a plain year."""
    start = anchor.start
    other = intervals.shift(start, (direction or 1) * count, unit) if start else None
    if start is None or other is None:
        return UNDATED
    if direction == 0:
        return intervals.between(start, other)
    return intervals.holding("year" if anchor.year and unit in _WHOLE_YEARS else "day", other)


def _first_of(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "the first three months of 2024", "last 3 weeks of this year"."""
    j = i + (tokens.low[i] == "the")
    edge = tokens.low[j]
    if edge not in ("first", "last", "final", "opening"):
        return None
    number = read_number(tokens, j + 1)
    unit = _UNIT_FORMS.get(tokens.low[number.end]) if number else None
    if number is None or unit is None or tokens.low[number.end + 1] not in ("of", "in"):
        return None
    k = number.end + 2
    whole = _single(tokens, k, reference) or _the_unit(tokens, k, reference)
    if whole is None:
        return None
    count = float(number.value)
    value = Value(value=count, value_low=count, value_high=count, unit_kind="duration", unit=unit, comparator="eq")
    return Time(
        _edge_of(whole.interval, edge in ("first", "opening"), int(count), unit), i, whole.end, value, "period.first_of"
    )


def _edge_of(whole: Interval, first: bool, count: int, unit: str) -> Interval:
    if whole.start is None or whole.end is None or count < 1:
        return UNDATED
    edge = whole.start if first else whole.end
    other = intervals.shift(edge, count if first else -count, unit)
    return intervals.between(min(edge, other), max(edge, other)) if other else UNDATED


def is_word(tokens: Tokens, i: int) -> bool:
    """Does a word go on at token i, so that "before" is a preposition there?"""
    return tokens.kinds[i] in ("word", "numeral", "date")


def _shifted(count: float, unit: str, direction: int, within: bool, reference: date | None) -> Interval:
    if reference is None or count != int(count):
        return UNDATED
    if within:
        return _rolled(int(count), unit, False, reference)
    day = intervals.shift(reference, direction * int(count), unit)
    if day is None:
        return UNDATED
    return intervals.holding(
        "day" if unit in ("day", "week", "fortnight") else "month" if unit == "month" else unit, day
    )


def _bounded(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """A time with the word that bounds it: "since 2020", "by end of this month", "before the year 2019"."""
    for n in (3, 2, 1) if tokens.low[i] in _BOUND_WORDS else ():
        bound = _BOUNDS.get(tuple(tokens.low[i : i + n]))
        if bound is None:
            continue
        j = i + n
        if tokens.low[j] == "the" and tokens.low[j + 1] == "year":
            j += 2
        elif tokens.low[j] == "the" and (tokens.kinds[j + 1] == "numeral" or tokens.low[j + 1] in _PART_OF):
            j += 1
        inner = _single(tokens, j, reference)
        if inner is None or (bound == "until" and tokens.low[i] in ("by", "through") and inner.interval is UNDATED):
            return None
        if tokens.low[i] == "from" and inner.rule == "period.relative" and not _year_value(inner.interval).value:
            return Time(inner.interval, j, inner.end, inner.value, inner.rule)
        bounded: Interval = getattr(inner.interval, bound)()
        return Time(bounded, i, inner.end, inner.value, "period.bounded")
    return _or_later(tokens, i, reference)


_LATER = {("or", "later"): "onwards", ("and", "later"): "onwards", ("and", "after"): "onwards", ("or", "after"): "onwards",
          ("and", "greater"): "onwards", ("onwards",): "onwards", ("onward",): "onwards", ("or", "earlier"): "until",
          ("and", "before"): "until"}  # fmt: skip


def _or_later(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    inner = _absolute(tokens, i + (tokens.low[i] == "year"), reference)
    if inner is None:
        return None
    for n in (2, 1):
        bound = _LATER.get(tuple(tokens.low[inner.end : inner.end + n]))
        if bound and not (tokens.low[inner.end + 1] in ("after", "before") and is_word(tokens, inner.end + 2)):
            return Time(getattr(inner.interval, bound)(), i, inner.end + n, inner.value, "period.bounded")
    return None


_TO = frozenset({"-", "–", "—", "to", "until", "till", "through", "and", "~"})


def _ranged(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """ "2014-2018", "from 2014 to 2018", "between Jan 2019 and now", "Jan-Feb 2017", "Oct. 18-22", "5/1-5/7, 2020"."""
    lead = tokens.low[i]
    j = i + 1 if lead in ("from", "between") or (lead == "in" and _is_dash_range(tokens, i + 1)) else i
    j += tokens.low[j] == "the" and tokens.low[j + 1] in _PART_OF
    first = _part_of(tokens, j, reference) or _dated_or_year(tokens, j)
    if first is None:
        return None
    first_date = first if isinstance(first, Dated) else None
    k = first.end
    joiner = tokens.low[k]
    if (
        joiner not in _TO
        or (joiner == "and" and lead != "between")
        or (joiner in ("-", "~") and lead == "between" and False)
    ):
        return None
    if joiner in ("to", "through", "until", "till") and lead not in ("from", "between", "in") and first_date is None:
        return None
    second = _second(tokens, k + 1, first_date, reference)
    if second is None:
        return None
    if isinstance(second, Dated) and first_date is not None:
        if first_date.year is None and second.year is not None and first_date.interval is not second.interval:
            first_date = first_date.in_year(second.year)
        elif second.year is None and first_date.year is not None:
            second = second.in_year(first_date.year)
    start = _time(first_date, reference).interval if first_date is not None else first.interval
    end = _time(second, reference).interval if isinstance(second, Dated) else second.interval
    if start.start and end.start and start.start > end.start:
        return None
    return Time(start.through(end), i, second.end, rule="period.range")


def _is_dash_range(tokens: Tokens, i: int) -> bool:
    return year_at(tokens, i) is not None and (tokens.words[i + 1] in ("-", "–") or tokens.low[i + 1] == "through")


def _dated_or_year(tokens: Tokens, i: int) -> Dated | None:
    dated = read_date(tokens, i)
    return None if dated is None or _is_count(tokens, dated) else dated


def _second(tokens: Tokens, i: int, first: Dated | None, reference: date | None) -> Dated | Time | None:
    """The far end of a range: a date, a bare day of the same month, the end of a year, or now."""
    j = i + (tokens.low[i] == "the")
    if tokens.low[j] in ("now", "today", "present", "date", "yesterday", "tomorrow"):
        day = reference and intervals.shift(reference, _DAYS.get(tokens.low[j], 0), "day")
        return Time(intervals.holding("day", day) if day else Interval(".."), i, j + 1)
    if first is not None and first.day and first.month and tokens.kinds[j] == "numeral" and tokens.words[j].isdecimal():
        if (inner := read_date(tokens, j)) and inner.month:
            return inner
        if len(tokens.words[j]) <= 2 and int(tokens.words[j]) > first.day:
            tail = read_date(tokens, j + 2) if tokens.words[j + 1] == "," else read_date(tokens, j + 1)
            year = tail.year if tail and tail.month is None and tail.year else first.year
            end = tail.end if tail and tail.month is None and tail.year else j + 1
            last = Dated(UNDATED, i, end, year, first.month, int(tokens.words[j]))
            return (
                last.in_year(year)
                if year
                else replace(last, interval=Interval(f"XXXX-{first.month:02d}-{last.day:02d}"))
            )
        return None
    found = _part_of(tokens, i, reference) or _dated_or_year(tokens, j)
    if found is None or (isinstance(found, Dated) and first is not None and not _alike(first, found)):
        return None
    return found


def _alike(first: Dated, second: Dated) -> bool:
    """Two plain years, or two dates of which neither is a lone year after a day ("5 May - 2018")."""
    return (first.month is None) == (second.month is None) or first.quarter is not None
