"""Comparisons: the time and the figure that something is only compared with."""

from __future__ import annotations

import pytest

from flows.claims.comparisons import compared_times, comparison_before
from flows.claims.ledger import read_ledger
from flows.extract import extract


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("Exports were up 6% on 2023.", ["2023"]),
        ("Exports fell 5% from March.", ["from March"]),
        ("Emissions will be cut by 45% from 1990 levels by 2030.", ["from 1990"]),
        ("Fares are 20% higher than in 2019.", ["2019"]),
        ("Sales were weak compared with the same month of 2020.", ["2020"]),
        ("It sold 14 boats, 3 more than a year earlier.", ["a year earlier"]),
        ("Exports were up 6% on Tuesday.", []),
        ("The fund lost 8% from January to June in all.", []),
        ("It sold 300 boats in 2023, against 450 in 2022.", []),
        ("Rents rose from $900 in 2020 to $1,200 in 2024.", []),
    ],
)
def test_a_time_that_another_is_compared_with(text: str, compared: list[str]) -> None:
    readings = read_ledger(text)
    starts = compared_times(text, readings)
    assert [text[one.start : one.end] for one in readings if one.start in starts] == compared


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("It has 900 staff, up from 700.", "up from "),
        ("It sold 85 boats, compared with 12.", "compared with "),
        ("It sold 85 boats, not 90.", ", not "),
        ("Rents rose from $900.", None),
    ],
)
def test_a_figure_that_another_is_compared_with(text: str, led: str | None) -> None:
    figure = read_ledger(text)[-1]
    start = comparison_before(text, figure)
    assert (None if start is None else text[start : figure.start]) == led


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Losses will reach $9 billion in 2027, up from $4 billion now.", [("2027", "forecast"), (None, "asserted")]),
        ("Fares will be 20% higher than in 2019.", [(None, "forecast")]),
        ("Sales rose 6% on 2023 to 4 million boats in 2024.", [("2024", "asserted"), ("2024", "asserted")]),
        ("It has 900 staff in 2024, against 700 in 2020.", [("2024", "asserted"), ("2020", "asserted")]),
    ],
)
def test_what_is_compared_holds_at_its_own_time(text: str, expected: list[tuple[str | None, str]]) -> None:
    claims = extract(text.encode(), media_type="text/plain").claims
    assert [(claim.period_text, claim.modality) for claim in claims if claim.kind == "quantity"] == expected
