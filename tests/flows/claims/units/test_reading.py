"""How far a unit goes on."""

from __future__ import annotations

import pytest

from flows.claims.tokens import tokenise
from flows.claims.units import unit_after


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5 mg per kg per day", "milligram per kilogram per day"),
        ("5 W m-2 K-1", "watt per square metre per kelvin"),
        ("5 " + "a day " * 2000, None),
        ("5 day " + "a day " * 2000, "day per day per day per day"),
        ("5 m" + " s-1" * 2000, "metre per second per second per second per second"),
    ],
)
def test_a_unit_goes_on_for_a_few_parts(text: str, name: str | None) -> None:
    unit = unit_after(tokenise(text), 1)
    assert (unit and unit.name) == name
