"""Ruling lines of a page."""

from __future__ import annotations

from flows.reading.pdf.opening import open_pdf, pages_of
from flows.reading.pdf.page import Rule
from flows.reading.pdf.sheets import read_sheet
from tests.support.printing import Box, Mark, Stroke, Text, printed


def rules(*marks: Mark, turned: int = 0) -> list[tuple[str, list[int]]]:
    """The rules of a page: horizontal or vertical, and rounded places."""
    document = open_pdf(printed(marks, turned=turned))
    found: list[Rule] = [rule for page in pages_of(document) if page for rule in read_sheet(page, 1).page.rules]
    return [("h" if rule.horizontal else "v", [round(side) for side in rule.edges]) for rule in found]


def test_strokes_are_rules_and_slanting_ones_are_none() -> None:
    assert rules(Stroke(60, 100, 300, 100), Stroke(60, 100, 60, 200), Stroke(60, 100, 300, 200)) == [
        ("h", [60, 100, 300, 100]),
        ("v", [60, 100, 60, 200]),
    ]


def test_a_frame_has_four_sides() -> None:
    assert sorted(rules(Box(60, 100, 200, 50))) == [
        ("h", [60, 100, 260, 100]),
        ("h", [60, 150, 260, 150]),
        ("v", [60, 100, 60, 150]),
        ("v", [260, 100, 260, 150]),
    ]


def test_a_thin_filled_box_is_one_rule() -> None:
    assert rules(Box(60, 100, 200, 1, filled=True)) == [("h", [60, 100, 260, 100])]


def test_rules_turn_with_the_page() -> None:
    assert rules(Stroke(60, 100, 300, 100), Text(60, 200, "Fees", angle=90), turned=90) == [("v", [742, 60, 742, 300])]


def test_the_same_line_drawn_twice_is_one_rule() -> None:
    assert len(rules(Stroke(60, 100, 300, 100), Stroke(60, 100, 300, 100))) == 1
