"""The quality gate: no field of the labelled sentences may be read worse than its pinned floor."""

from __future__ import annotations

import pytest

from tests.gold.scoring import digest, floors, score


@pytest.fixture(scope="module")
def rates() -> dict[str, float]:
    return score().rates()


def test_the_floors_hold_for_these_labels() -> None:
    assert floors()["corpus"] == digest(), "the labels have changed: run `python tests/gold/scoring.py --pin`"


def test_every_field_has_a_floor(rates: dict[str, float]) -> None:
    assert floors()["rates"].keys() == rates.keys()


@pytest.mark.parametrize(("field", "floor"), floors()["rates"].items())
def test_no_field_falls_below_its_floor(field: str, floor: float, rates: dict[str, float]) -> None:
    assert rates[field] >= floor, f"see `python tests/gold/scoring.py --errors {field}`"
