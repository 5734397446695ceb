"""What a bare number counts."""

from __future__ import annotations

import pytest

from flows.claims.counted import counted_after
from flows.claims.tokens import tokenise

# what follows the number, the counted phrase, the unit
COUNTED = [
    ("firms closed", "firms", "firm"),
    ("technology companies in the city", "technology companies", "technology company"),
    ("people", "people", "person"),
    ("of homes", "homes", "home"),
    ("other small firms", "small firms", "small firm"),
    ("of the county's 92 homes", "homes", "home"),
    ("of the 311 applicants", "applicants", "applicant"),
    ("-bed", "bed", "bed"),
    ("low-cost flats were sold", "low-cost flats", "low-cost flat"),
    ("children under 5", "children", "child"),
]
NOTHING = ["", "in May", "and 6 firms", "points", "times", "the firms", "of it", "more than", ", firms", "is", "a firm"]


@pytest.mark.parametrize(("text", "phrase", "unit"), COUNTED)
def test_reads_what_is_counted(text: str, phrase: str, unit: str) -> None:
    tokens = tokenise(f"5{'' if text.startswith('-') else ' '}{text}")
    counted = counted_after(tokens, 1)
    assert counted is not None
    assert tokens.text[tokens.starts[counted.start] : tokens.ends[counted.end - 1]] == phrase
    assert counted.unit == unit


@pytest.mark.parametrize("text", NOTHING)
def test_leaves_what_is_not_counted(text: str) -> None:
    assert counted_after(tokenise(f"5 {text}"), 1) is None
