"""How sure a number is: "±0.01", "+/- 1e-5", "plus or minus 3", and the last digits of "5.43(2) Å"."""

from __future__ import annotations

from decimal import Decimal

from flows.claims.numbers import read_number
from flows.claims.tokens import Tokens
from flows.claims.units import unit_after

MOST_DIGITS = 2
"""So many digits may stand in brackets behind a number: more are no tolerance."""


def read_tolerance(tokens: Tokens, i: int) -> tuple[int, Decimal | None]:
    """The tolerance after a number, and the token after it: "±0.01", "+/- 1e-5", "plus or minus 3", "5.43(2)"."""
    if tokens.words[i] == "±":
        number = read_number(tokens, i + 1)
    elif _is_last_digits(tokens, i):
        return i + 3, Decimal(int(tokens.words[i + 1])).scaleb(-len(tokens.words[i - 1].partition(".")[2]))
    elif tokens.low[i : i + 3] in (["+", "/", "-"], ["plus", "or", "minus"]):
        number = read_number(tokens, i + 3)
    else:
        return i, None
    return (number.end, number.value) if number else (i, None)


def _is_last_digits(tokens: Tokens, i: int) -> bool:
    """The "(2)" of "5.43(2) Å": how sure its last digits are."""
    glued = tokens.words[i] == "(" and tokens.glued(i) and "." in tokens.words[i - 1] and tokens.words[i + 2] == ")"
    digits = tokens.words[i + 1]
    return glued and digits.isdecimal() and len(digits) <= MOST_DIGITS and unit_after(tokens, i + 3) is not None
