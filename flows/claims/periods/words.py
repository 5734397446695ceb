"""The words that several readers of times go by."""

from __future__ import annotations

from flows.claims.vocabulary import entry_of, words_of

UNITS = words_of("periods", "units")
UNIT_FORMS = {form: unit for unit in UNITS for form in (unit, f"{unit}s")} | {"centuries": "century"}
CALENDAR_UNITS = frozenset({"quarter", "decade", "century"})
"""Units that are counted from calendar edges; of the others, so many days, months or years."""

LAST, NEXT, THIS = (words_of("periods", which) for which in ("last", "next", "this"))
LAST_OR_NEXT = LAST | NEXT


def step_of(word: str) -> int | None:
    """-1 for "last", 0 for "this", 1 for "next", and for their like; None for other words."""
    return -1 if word in LAST else 1 if word in NEXT else 0 if word in THIS else None


EDGES = words_of("periods", "edges")
PARTS_OF = EDGES | words_of("periods", "stretches")
DAYS: dict[str, int] = entry_of("periods", "days")
