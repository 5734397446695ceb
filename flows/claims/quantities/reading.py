"""The figure that a number belongs to, whatever its form."""

from __future__ import annotations

from flows.claims.counted import counted_after
from flows.claims.quantities.ages import as_age
from flows.claims.quantities.amounts import Amount, read_amount, with_parts
from flows.claims.quantities.articles import read_one_unit
from flows.claims.quantities.bounded import with_comparators
from flows.claims.quantities.figure import Figure
from flows.claims.quantities.multiples import read_multiple
from flows.claims.quantities.ranges import read_range, with_lent_scale
from flows.claims.quantities.ratios import read_ratio
from flows.claims.tokens import Tokens
from flows.claims.units import NO_UNIT, Unit, read_rate

_PER_REACH = 8
"""How many tokens after a figure a "per" may stand."""


def read_figure(tokens: Tokens, i: int) -> Figure | None:
    """The figure whose number starts at token i, with what stands before it."""
    return read_multiple(tokens, i) or _ratio(tokens, i) or _numeric(tokens, i)


def _ratio(tokens: Tokens, i: int) -> Figure | None:
    ratio = read_ratio(tokens, i)
    return with_comparators(tokens, ratio) if ratio else None


def _numeric(tokens: Tokens, i: int) -> Figure | None:
    amount = read_amount(tokens, i)
    if amount is None:
        return read_one_unit(tokens, i)
    amount = with_parts(tokens, amount)
    figure = read_range(tokens, amount) or _of_amount(with_lent_scale(tokens, amount))
    figure = _as_ratio(_per_many(tokens, figure), amount)
    return as_age(tokens, with_comparators(tokens, figure))


def _per_many(tokens: Tokens, figure: Figure) -> Figure:
    """ "5 deaths per 100,000 people", "12 per 1,000": a figure with the round number that it is told for."""
    i = figure.end
    if figure.unit.kind != "none" or "per" not in tokens.low[i : i + _PER_REACH]:
        return figure
    counted = counted_after(tokens, i) if tokens.low[i] != "per" else None
    end = counted.end if counted else i
    rate = read_rate(tokens, end, money=False) if tokens.kinds[end + 1] == "numeral" else None
    if rate is None:
        return figure
    unit = Unit(f"per {rate[0]}", "ratio", i, rate[1]) if counted is None else Unit(counted.unit, "count", i, rate[1])
    return figure._replace(end=rate[1], unit=unit)


def _of_amount(amount: Amount) -> Figure:
    return Figure(
        start=amount.start,
        end=amount.end,
        value=amount.value,
        unit=amount.unit or NO_UNIT,
        rule="quantity.number",
        vague=amount.number.form == "vague",
        tolerance=amount.tolerance,
    )


def _as_ratio(figure: Figure, amount: Amount) -> Figure:
    """A fraction without a unit is a ratio: "a third of", "one in five"."""
    if amount.number.form == "fraction" and figure.unit.kind == "none" and 0 < figure.value < 1:
        return figure._replace(unit=Unit(None, "ratio", figure.end, figure.end), rule="quantity.fraction")
    return figure
