"""What a unit is, once it is read."""

from __future__ import annotations

from typing import NamedTuple

from schemas.rows import UnitKind


class Unit(NamedTuple):
    """A unit that stands at tokens [start, end); its name is a currency code, a unit's or a singular noun."""

    name: str | None
    kind: UnitKind
    start: int
    end: int


NO_UNIT = Unit(None, "none", 0, 0)
