"""The names of months and weekdays, and which they are."""

from __future__ import annotations

from flows import vocabularies
from flows.claims.vocabulary import entry_of


def _numbered(names: str, others: str, first: int) -> dict[str, int]:
    """Names and their first three letters, counted from `first`, with other short forms."""
    numbers = {name: n for n, name in enumerate(vocabularies.words(entry_of("dates", names)), first)}
    short: dict[str, int] = entry_of("dates", others)
    return numbers | {name[:3]: n for name, n in numbers.items()} | short


MONTHS = _numbered("months", "other_months", 1)
WEEKDAYS = _numbered("weekdays", "other_weekdays", 0)
"""Monday is 0, as in `datetime`."""

MONTHS_AND_WEEKDAYS = MONTHS.keys() | WEEKDAYS.keys()
