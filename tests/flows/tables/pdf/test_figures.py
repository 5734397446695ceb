"""What counts as a figure in a table's cell, and as a year at the head of a column."""

from __future__ import annotations

import pytest

from flows.tables.pdf.figures import is_figure, is_year


@pytest.mark.parametrize(
    "text",
    ["12", "1,310.5", "15 455", "$ 1,204", "($8,750)", "(9,100)", "-0.01", "+8.2 (a)", "7%", "100 million", "3.4*"],
)
def test_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["-", "–", "..", "n/a", "N.A.", "(D)", ":"])
def test_signs_for_a_missing_figure(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["", "May 2004", "Room 12", "12 Main Street", "16 to 19", "Total", "p < 0.05 v"])
def test_words(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2009", True), ("1995/96", True), ("2005-06", True), ("FY2011", True), ("1997/98 1/", True), ("2,009", False)],
)
def test_years(text: str, expected: bool) -> None:
    assert is_year(text) is expected
