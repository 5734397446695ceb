"""How exactly a figure is stated, seen from its quote and its value."""

from __future__ import annotations

import pytest

from flows.extract import extract
from flows.quality.arithmetic.bounds import Bounds, bounds_of
from flows.quality.arithmetic.precision import alike, precision_of
from flows.reading.media import TEXT
from schemas.rows import Quantity


def figures(source: str) -> list[Quantity]:
    return [row for row in extract(source.encode(), media_type=TEXT).quantities if row.role == "value"]


@pytest.mark.parametrize(
    ("figure", "unit", "decimals", "zeros"),
    [
        ("$7.6bn", 1e8, 1, 0),
        ("$9bn", 1e9, 0, 0),
        ("1,500 tonnes", 1.0, 0, 2),
        ("1.50 metres", 0.01, 2, 0),
        ("0.05 per cent", 0.01, 2, 0),
        ("42%", 1.0, 0, 0),
        ("0%", 1.0, 0, 0),
    ],
)
def test_the_unit_of_the_last_digit(figure: str, unit: float, decimals: int, zeros: int) -> None:
    (row,) = figures(f"It came to {figure}.")
    precision = precision_of(row)
    assert precision is not None
    assert (precision.unit, precision.decimals, precision.zeros) == (pytest.approx(unit), decimals, zeros)


def test_figures_in_words_have_no_last_digit() -> None:
    (row,) = figures("It took a third of the time.")
    assert precision_of(row) is None


def test_a_whole_number_beside_decimals_of_its_scale_is_as_exact() -> None:
    rows = figures("Profit fell by $1.1bn to $7.6bn from $9bn.")
    assert [p.unit for p in alike([precision_of(row) for row in rows]) if p] == pytest.approx([1e8, 1e8, 1e8])


@pytest.mark.parametrize(
    ("figure", "low", "high"),
    [
        ("42%", 41.5, 42.5),
        ("about 30%", 27.0, 33.0),
        ("over 30%", 29.5, float("inf")),
        ("up to 30%", 0.0, 30.5),
        ("12 ships", 12.0, 12.0),
        ("1,500 ships", 1462.5, 1537.5),
    ],
)
def test_what_a_stated_figure_may_be(figure: str, low: float, high: float) -> None:
    (row,) = figures(f"It came to {figure}.")
    bounds = bounds_of(row)
    assert (bounds.low, bounds.high) == (pytest.approx(low), pytest.approx(high))


def test_bounds_that_touch_do_not_contradict() -> None:
    assert not Bounds(0.1 + 0.2, 1.0).contradicts(Bounds(0.0, 0.3))
    assert Bounds(0.4, 1.0).contradicts(Bounds(0.0, 0.3))
