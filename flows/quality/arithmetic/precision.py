"""How exactly a figure is stated: the unit of the last digit that its quote shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import isclose

from schemas.rows import Measured

_NUMERAL = re.compile(r"\d[\d.,\s\u2019']*\d|\d")
_ROUND = 2
"""From so many noughts on, a whole number may be a rounded one."""
_ROUNDED_AWAY = 0.025
"""At most this part of a round number is taken to be rounded away: 1,500 may stand for 1,462 to 1,538."""


@dataclass(frozen=True, slots=True)
class Precision:
    """The last digit of a figure counts `unit`s, `decimals` places behind the point of its numeral.

    `zeros` of the digits are noughts at the end of a whole numeral, which may come from rounding.
    """

    unit: float
    decimals: int
    zeros: int

    @property
    def scale(self) -> float:
        """What a one before the point stands for: 1e9 in "$7.6bn"."""
        return float(self.unit * 10.0**self.decimals)

    def slack(self, value: float) -> float:
        """By how much the exact value may differ from the stated one: half a unit of the last digit that counts."""
        is_round = self.zeros >= _ROUND
        rounded = min(self.unit * 10.0**self.zeros / 2, _ROUNDED_AWAY * abs(value)) if is_round else 0.0
        return max(self.unit / 2, rounded)


def precision_of(row: Measured) -> Precision | None:
    """The precision of a row's value; None where the quote writes it in words or states no single value."""
    numeral = _NUMERAL.search(row.quote)
    if numeral is None or row.value is None:
        return None
    whole, point, decimals = numeral[0].partition(".")
    if decimals.count(".") or not decimals.isdecimal():
        whole, point, decimals = numeral[0], "", ""
    digits = "".join(filter(str.isdecimal, whole + decimals)).lstrip("0")
    if not digits or not row.value:
        return Precision(10.0 ** -len(decimals), len(decimals), 0)
    unit = 10.0 ** (Decimal(row.value).adjusted() - len(digits) + 1)
    zeros = 0 if point else len(digits) - len(digits.rstrip("0"))
    return Precision(unit, len(decimals), zeros)


def alike(precisions: Sequence[Precision | None]) -> list[Precision | None]:
    """The precisions of figures told in one breath: "$9bn" beside "$7.6bn" stands for 9.0."""
    finer = [p for p in precisions if p is not None and p.decimals]
    return [p if p is None or p.decimals else _as_fine(p, finer) for p in precisions]


def _as_fine(whole: Precision, finer: Sequence[Precision]) -> Precision:
    units = [p.unit for p in finer if isclose(p.scale, whole.scale)]
    return replace(whole, unit=max(units), zeros=0) if units else whole
