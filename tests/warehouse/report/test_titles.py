from __future__ import annotations

from typing import Any

import pytest

from warehouse.report.rows import Claim, Finding, Source
from warehouse.report.titles import amount, claim_title, finding_title, source_title


def claim(**columns: Any) -> Claim:
    stated = dict.fromkeys(Claim._fields) | {"kind": "quantity", "modality": "asserted", "negated": False}
    return Claim(**(stated | columns))


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"value": 42.0, "comparator": "approx"}, "about 42"),
        ({"value": 42.0, "comparator": "eq"}, "42"),
        ({"value_low": 5.0, "value_high": 10.0, "comparator": "between"}, "5–10"),
        ({"value": 30.0, "value_low": 30.0, "comparator": "over"}, "over 30"),
        ({"value": 6.3, "value_kind": "relative_change", "direction": "down"}, "▼ 6.3"),
        ({"value": 5.0, "value_kind": "level", "direction": "down"}, "5"),
        ({"kind": "statement"}, ""),
    ],
)
def test_an_amount_is_the_figure_with_its_comparator_and_its_way(columns: dict[str, Any], said: str) -> None:
    assert amount(claim(**columns)) == said


def test_a_claim_is_told_on_one_line() -> None:
    full = claim(
        value=42.0,
        unit="percent",
        comparator="approx",
        population="local enterprises",
        period="2023",
        modality="planned",
        source="Harbour Board",
        instrument="survey",
        source_year=2023,
    )
    assert claim_title(full) == (
        "42 percent · approx · local enterprises · 2023 · planned · source: Harbour Board (survey, 2023)"
    )
    bare = claim(kind="statement", subject="The pier", negated=True)
    assert claim_title(bare) == "statement · The pier · negated · no source named"


def test_a_source_is_told_with_what_it_used() -> None:
    assert source_title(Source("x", 0, "Harbour Board", None, 2023)) == "source: Harbour Board (2023)"
    assert source_title(Source("x", 0, None, "survey", None)) == "no source named"


def test_a_finding_is_told_with_what_was_expected() -> None:
    found = Finding("x", 0, "truncated_end", "warning", 9, "and the", "a sentence end", None)
    assert finding_title(found) == "The text stops inside a sentence · expected: a sentence end"
