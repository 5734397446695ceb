"""Powers that are said or set without a sign: "10 to the 8th", "two to the power of ten", "10-6 mbar"."""

from __future__ import annotations

from decimal import Decimal

from flows.claims.numbers.cardinals import read_cardinal
from flows.claims.numbers.digits import digits_value, read_digits
from flows.claims.numbers.number import LARGEST, Number
from flows.claims.numbers.ordinals import read_ordinal
from flows.claims.tokens import Tokens
from flows.claims.units import unit_after

LARGEST_EXPONENT = 300
_TEN = Decimal(10)


def read_power(tokens: Tokens, base: Number) -> Number | None:
    """The power with that base; None where no exponent follows it."""
    if tokens.low[base.end] == "to" and tokens.low[base.end + 1] == "the":
        return _said(tokens, base)
    return _without_sign(tokens, base) if tokens.words[base.end] == "-" and base.value == _TEN else None


def _said(tokens: Tokens, base: Number) -> Number | None:
    """ "to the power of 6", "to the sixth power"; after ten "to the 8th" alone, where no noun follows."""
    i = base.end + 2
    named = tokens.low[i] == "power"
    i += named + (named and tokens.low[i + 1] == "of")
    minus = tokens.low[i] in ("minus", "negative", "-")
    i += minus
    exponent = (read_cardinal(tokens, i) or read_digits(tokens, i)) if named or minus else None
    exponent = exponent or read_ordinal(tokens, i)
    if exponent is None or not exponent.whole or exponent.value > LARGEST_EXPONENT:
        return None
    power = tokens.low[exponent.end] == "power"
    if not (named or power) and (base.value != _TEN or tokens.kinds[exponent.end] == "word"):
        return None
    end = exponent.end + (power and not named)
    return _raised(base, -exponent.value if minus else exponent.value, end)


def _without_sign(tokens: Tokens, base: Number) -> Number | None:
    """ "10-6 mbar": a unit stands behind, and as a range it would fall."""
    i = base.end + 1
    if base.form != "digits" or not (tokens.glued(i - 1) and tokens.glued(i)) or len(tokens.words[i]) != 1:
        return None
    exponent = digits_value(tokens.words[i]) if tokens.kinds[i] == "numeral" else None
    unit = unit_after(tokens, i + 1) if exponent else None
    return _raised(base, -exponent, i + 1) if exponent and unit and unit.kind == "physical" else None


def _raised(base: Number, exponent: Decimal, end: int) -> Number | None:
    try:
        value = base.value**exponent
    except ArithmeticError:
        return None
    return Number(value, base.start, end, base.form) if value <= LARGEST else None
