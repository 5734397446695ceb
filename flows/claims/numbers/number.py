"""What a number is, once it is read."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

Form = Literal["digits", "words", "fraction", "vague", "ordinal"]

LARGEST = Decimal("1e300")
"""No figure is larger: what is said or written beyond it is not read on."""


class Number(NamedTuple):
    """A number at tokens [start, end). A vague one ("dozens") has only a lower bound, in `value`.

    `scaled` means that a scale word or sign ("million", "bn") has the last word. `lends` holds what the number may lend
    a bare one before it ("two to three HUNDRED THOUSAND"), the largest first: all its last scales, or only the later.
    """

    value: Decimal
    start: int
    end: int
    form: Form
    scaled: bool = False
    lends: tuple[Decimal, ...] = ()

    @property
    def whole(self) -> bool:
        return self.value == self.value.to_integral_value()


def lent(lends: tuple[Decimal, ...], scale: Decimal) -> tuple[Decimal, ...]:
    """What a number lends with one more scale at its end."""
    return (*(before * scale for before in lends), scale)
