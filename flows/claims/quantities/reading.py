"""The figure that a number belongs to, whatever its form."""

from __future__ import annotations

from flows.claims.quantities.ages import as_age
from flows.claims.quantities.amounts import Amount, read_amount, with_parts
from flows.claims.quantities.articles import read_one_unit
from flows.claims.quantities.bounded import with_comparators
from flows.claims.quantities.figure import Figure
from flows.claims.quantities.multiples import read_multiple
from flows.claims.quantities.ranges import read_range
from flows.claims.tokens import Tokens
from flows.claims.units import NO_UNIT, Unit


def read_figure(tokens: Tokens, i: int) -> Figure | None:
    """The figure whose number starts at token i, with what stands before it."""
    return read_multiple(tokens, i) or _numeric(tokens, i)


def _numeric(tokens: Tokens, i: int) -> Figure | None:
    amount = read_amount(tokens, i)
    if amount is None:
        return read_one_unit(tokens, i)
    amount = with_parts(tokens, amount)
    figure = _as_ratio(read_range(tokens, amount) or _of_amount(amount), amount)
    return as_age(tokens, with_comparators(tokens, figure))


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
