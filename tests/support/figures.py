"""What the ledger reads in a phrase, short enough to stand in a table of a test."""

from __future__ import annotations

from flows.claims.ledger import read_ledger
from flows.reading.folding import fold

Told = tuple[float | None, str | None]
Bounded = tuple[float | None, float | None, str | None]


def told(text: str) -> list[Told]:
    """(value or lower bound, unit) of each figure."""
    values = [reading.value for reading in read_ledger(fold(text)) if reading.role == "value"]
    return [(value.value if value.value is not None else value.value_low, value.unit) for value in values]


def bounded(text: str) -> list[Bounded]:
    """(lower bound, upper bound, unit) of each figure."""
    values = [reading.value for reading in read_ledger(fold(text)) if reading.role == "value"]
    return [(value.value_low, value.value_high, value.unit) for value in values]
