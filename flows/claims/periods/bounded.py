"""Times with a word that bounds them: "since 2020", "by end of this month", "before the year 2019", "2020 or later"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flows.claims.intervals import UNDATED, Interval
from flows.claims.periods import relative
from flows.claims.periods.absolute import read_absolute
from flows.claims.periods.counted import goes_on
from flows.claims.periods.single import read_single
from flows.claims.periods.time import Time
from flows.claims.periods.words import PARTS_OF
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import phrases_of

Bound = Callable[[Interval], Interval]

_BOUNDS: dict[tuple[str, ...], Bound] = {
    phrase: bound
    for name, bound in (
        ("onwards", Interval.onwards),
        ("after", Interval.after),
        ("before", Interval.before),
        ("until", Interval.until),
    )
    for phrase in phrases_of("periods", "bounds", name)
}
BOUND_WORDS = frozenset(phrase[0] for phrase in _BOUNDS)
_LATE_BOUNDS: dict[tuple[str, ...], Bound] = {
    phrase: bound
    for name, bound in (("onwards", Interval.onwards), ("until", Interval.until))
    for phrase in phrases_of("periods", "late_bounds", name)
}
LATE_WORDS = frozenset(phrase[-1] for phrase in _LATE_BOUNDS)


def read_bounded(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """The time that the word at token i bounds."""
    for n in (3, 2, 1) if tokens.low[i] in BOUND_WORDS else ():
        bound = _BOUNDS.get(tuple(tokens.low[i : i + n]))
        if bound:
            return _bounded(tokens, i, i + n, bound, reference)
    return None


def _bounded(tokens: Tokens, i: int, j: int, bound: Bound, reference: date | None) -> Time | None:
    inner = read_single(tokens, _past_article(tokens, j), reference)
    lead = tokens.low[i]
    if inner is None or (lead in ("by", "through") and inner.interval is UNDATED):
        return None
    if lead == "from" and inner.rule == relative.RULE and inner.interval.year is None:
        return inner
    return Time(bound(inner.interval), i, inner.end, inner.value, "period.bounded")


def _past_article(tokens: Tokens, i: int) -> int:
    """The token after "the" or "the year" before a numeral or a part of a time."""
    if tokens.low[i] != "the":
        return i
    if tokens.low[i + 1] == "year":
        return i + 2
    return i + (tokens.kinds[i + 1] == "numeral" or tokens.low[i + 1] in PARTS_OF)


def read_late_bound(tokens: Tokens, i: int, reference: date | None) -> Time | None:
    """A date that what follows it bounds: "2020 or later", "3 May onwards"."""
    inner = read_absolute(tokens, i + (tokens.low[i] == "year"), reference)
    if inner is None:
        return None
    for n in (2, 1):
        bound = _LATE_BOUNDS.get(tuple(tokens.low[inner.end : inner.end + n]))
        preposition = tokens.low[inner.end + 1] in ("after", "before") and goes_on(tokens, inner.end + 2)
        if bound and not preposition:
            interval = bound(inner.interval)
            return inner._replace(interval=interval, start=i, end=inner.end + n, rule="period.bounded")
    return None
