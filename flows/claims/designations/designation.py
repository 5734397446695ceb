"""What a numeral without an amount is, once it is read."""

from __future__ import annotations

from typing import NamedTuple

from schemas.rows import Role, Value

_NO_VALUE = Value()


class Designation(NamedTuple):
    """A numeral at tokens [start, end) that plays a role other than value or period."""

    start: int
    end: int
    role: Role
    rule: str
    value: Value = _NO_VALUE
