"""The figure that a number belongs to, whatever its form."""

from __future__ import annotations

from flows.claims.counted import counted_after
from flows.claims.numbers import power_of_ten
from flows.claims.quantities.ages import as_age
from flows.claims.quantities.amounts import Amount, read_amount, with_parts
from flows.claims.quantities.articles import read_one_unit
from flows.claims.quantities.bounded import with_comparators
from flows.claims.quantities.figure import Figure
from flows.claims.quantities.multiples import read_multiple
from flows.claims.quantities.ranges import read_range, with_lent_scale
from flows.claims.quantities.ratios import read_ratio
from flows.claims.tokens import Tokens
from flows.claims.units import NO_UNIT, Unit, read_rate, symbol_at, tells_many, unit_after

_TIMES = frozenset("x×*·")
_MINUS = frozenset("-⁻")
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
    figure = _as_ratio(_per_symbol(tokens, _per_many(tokens, _in_brackets(tokens, figure))), amount)
    return as_age(tokens, with_comparators(tokens, figure))


def _per_many(tokens: Tokens, figure: Figure) -> Figure:
    """ "5 deaths per 100,000 people", "12 per thousand": a figure with the round number that it is told for."""
    i = figure.end
    if figure.unit.kind != "none" or "per" not in tokens.low[i : i + _PER_REACH]:
        return figure
    counted = counted_after(tokens, i) if tokens.low[i] != "per" else None
    end = counted.end if counted else i
    rate = read_rate(tokens, end, money=False) if tells_many(tokens, end + 1) else None
    if rate is None:
        return figure
    unit = Unit(f"per {rate[0]}", "ratio", i, rate[1]) if counted is None else Unit(counted.unit, "count", i, rate[1])
    return figure._replace(end=rate[1], unit=unit)


def _per_symbol(tokens: Tokens, figure: Figure) -> Figure:
    """ "5 × 10^4 cells mL-1", "60 beats min-1": a count with the symbols that it is told per."""
    i = figure.end
    if figure.unit.kind != "none" or _MINUS.isdisjoint(tokens.words[i : i + _PER_REACH]):
        return figure
    counted = counted_after(tokens, i)
    unit, end = (counted.unit, counted.end) if counted else ("", i)
    while unit and (symbol := symbol_at(tokens, end)) and symbol[0].startswith("per "):
        unit, end = f"{unit} {symbol[0]}", symbol[1]
    if counted is None or end == counted.end:
        return figure
    return figure._replace(end=end, unit=Unit(unit, "count", i, end))


def _in_brackets(tokens: Tokens, figure: Figure) -> Figure:
    """ "(3.2 ± 0.4) × 10-5 cm2", "(1–5) × 10^4": what stands in brackets, times a power of ten."""
    i = figure.end
    opened = tokens.words[figure.start - 1] == "(" and tokens.words[i] == ")" and tokens.words[i + 1] in _TIMES
    if not opened or figure.unit.kind != "none" or tokens.kinds[i + 2] != "numeral":
        return figure
    parted = tokens.words[i + 2 : i + 4] == ["10", "-"] and tokens.kinds[i + 4] == "numeral" and tokens.glued(i + 4)
    end = i + 5 if parted else i + 3
    power = power_of_ten("×" + "".join(tokens.words[i + 2 : end]))
    if not power:
        return figure
    unit = unit_after(tokens, end) or NO_UNIT
    return figure._replace(
        start=figure.start - 1,
        end=unit.end or end,
        value=figure.value * power[0],
        high=None if figure.high is None else figure.high * power[0],
        tolerance=None if figure.tolerance is None else figure.tolerance * power[0],
        unit=unit,
    )


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
