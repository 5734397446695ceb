"""The damage that the sample articles were written with (see docs/articles.md) is found, all of it, and no more."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from flows.quality.findings import find
from flows.reading.read import read

RAW = Path(__file__).parents[3] / "raw"
DAMAGE = {
    "city-budget.txt": {"missing_words": 1, "lost_apostrophe": 4, "teaser": 3},
    "ferry-audit.txt": {"truncated_end": 1},
    "ferry-ridership.txt": {"dangling_list_intro": 1},
    "football-club-accounts.txt": {},
    "hong-kong-ai-guide.txt": {"injected_token": 2, "truncated_end": 1},
    "hong-kong-generative-ai.txt": {"dangling_list_intro": 3, "missing_words": 2, "lost_apostrophe": 4, "teaser": 4},
    "hospital-year-in-figures.md": {"dangling_list_intro": 1},
    "housing-bulletin.pdf": {},
    "rail-punctuality.html": {},
    "school-meals.htm": {"dangling_list_intro": 1, "truncated_end": 1},
    "water-board-report.pdf": {"dangling_list_intro": 1, "truncated_end": 1},
    "wind-auction.md": {"dangling_list_intro": 1, "truncated_end": 1},
}


@pytest.mark.parametrize(("name", "damage"), DAMAGE.items(), ids=DAMAGE.keys())
def test_damage_of_a_sample(name: str, damage: dict[str, int]) -> None:
    found = Counter(finding.code for finding in find(read((RAW / name).read_bytes(), name=name)))
    assert found == damage
