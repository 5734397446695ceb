"""Levels and changes: "fell to 5 %", "fell by 5 %", "5 % higher"."""

from __future__ import annotations

import pytest

from schemas.rows import Direction, ValueKind
from tests.support.sentences import claim_of

# text, its figure, what the figure states, which way
FIGURES: list[tuple[str, str, ValueKind, Direction | None]] = [
    ("Sales rose by 5%.", "5%", "relative_change", "up"),
    ("Sales rose 5%.", "5%", "relative_change", "up"),
    ("Sales rose to 5%.", "5%", "level", None),
    ("Sales fell 3 percent to 900 units.", "3 percent", "relative_change", "down"),
    ("Sales fell 3 percent to 900 units.", "900", "level", None),
    ("The index was down 12 at 900.", "12", "change", "down"),
    ("The index was down 12 at 900.", "900", "level", None),
    ("Vacancies fell below 2%.", "below 2%", "level", None),
    ("Sales rose above 900 units.", "above 900", "level", None),
    ("Sales rose 4%, up from 3% a year earlier.", "3%", "level", None),
    ("Output fell from 9 to 8 tonnes.", "9", "level", None),
    ("Output fell from 9 to 8 tonnes.", "8 tonnes", "level", None),
    ("Output fell by 40,000 tonnes.", "40,000 tonnes", "change", "down"),
    ("It announced a cut of 300 jobs.", "300", "change", "down"),
    ("It announced a cut to 300 jobs.", "300", "level", None),
    ("The firm cut 300 jobs.", "300", "change", "down"),
    ("The bank raised its rate by 25 basis points.", "25 basis points", "change", "up"),
    ("Prices more than doubled.", "doubled", "relative_change", "up"),
    ("Debt halved.", "halved", "relative_change", "down"),
    ("Costs were 5% higher than planned.", "5%", "relative_change", "up"),
    ("It was 3 points lower in May.", "3", "level", None),
    ("The town saw a 12% increase in rents.", "12%", "relative_change", "up"),
    ("A drop of 12% was seen.", "12%", "relative_change", "down"),
    ("About 42% of firms use it.", "42%", "level", None),
    ("It has more than 300 members.", "300", "level", None),
    ("The pier is 300 metres long.", "300 metres", "level", None),
    ("Fares could double to 8 pounds.", "8", "level", None),
]


@pytest.mark.parametrize(("text", "surface", "kind", "direction"), FIGURES)
def test_tells_a_level_from_a_change(text: str, surface: str, kind: ValueKind, direction: Direction | None) -> None:
    claim = claim_of(text, surface)
    assert (claim.value_kind, claim.direction) == (kind, direction)
