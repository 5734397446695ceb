"""Figures with the comparators around them: "over 5 %", "about 20 or more", "at least 3"."""

from __future__ import annotations

from flows.claims.comparators import comparator_after, comparator_before, or_equal
from flows.claims.quantities.figure import Figure
from flows.claims.tokens import Tokens
from flows.claims.units import unit_after
from flows.claims.vocabulary import phrases_of, words_of

_BEFORE_OVER = words_of("comparators", "words", "before_over")
_SPANNING = phrases_of("comparators", "words", "spanning")


def with_comparators(tokens: Tokens, figure: Figure) -> Figure:
    """The figure with what bounds it before and after."""
    return _bounded_after(tokens, _bounded_before(tokens, figure))


def _bounded_before(tokens: Tokens, figure: Figure) -> Figure:
    before = comparator_before(tokens, figure.start)
    if before is None or _spans_time(tokens, figure, before[1]):
        return figure
    name, start = before
    outer = comparator_before(tokens, start) if name in ("eq", "approx") else None
    comparator = figure.comparator if figure.high is not None else name
    if outer is not None:
        start, comparator = outer[1], outer[0] if outer[0] != "eq" else name
    return figure._replace(start=start, comparator=comparator, end=or_equal(tokens, figure.end))


def _bounded_after(tokens: Tokens, figure: Figure) -> Figure:
    after = comparator_after(tokens, figure.end)
    if after is None or figure.high is not None or figure.comparator not in ("eq", "approx", "over"):
        return figure
    name, end = after
    figure = figure._replace(end=end, comparator="over" if figure.comparator == "over" else name)
    unit = unit_after(tokens, end) if figure.unit.kind == "none" else None
    return figure._replace(end=unit.end, unit=unit) if unit else figure


def _spans_time(tokens: Tokens, figure: Figure, start: int) -> bool:
    """ "over five years" tells how long, "for over five years" more than five."""
    if figure.unit.kind != "duration" or tokens.low[start - 1] in _BEFORE_OVER:
        return False
    if tokens.low[figure.end : figure.end + 2] == ["of", "age"] or "old" in tokens.low[figure.end : figure.end + 2]:
        return False
    return tuple(tokens.low[start : figure.start]) in _SPANNING
