"""Characters to words, as they are drawn."""

from __future__ import annotations

import pytest

from flows.reading.read import read
from tests.support.pdf import BOLD, width
from tests.support.printing import Mark, Text, lines, printed


def after(text: str, x: float = 60, size: float = 10) -> float:
    """Where a text that starts at x ends."""
    return x + width(text, size)


CASES: dict[str, tuple[list[Mark], str]] = {
    "a word in two fonts": ([Text(60, 100, "har"), Text(after("har"), 100, "bour", font=BOLD)], "harbour"),
    "words in two places": ([Text(60, 100, "harbour"), Text(100, 100, "fees")], "harbour fees"),
    "content out of order": ([Text(100, 100, "fees"), Text(60, 100, "harbour")], "harbour fees"),
    "a footnote mark": (
        [Text(60, 100, "by 42%"), Text(after("by 42%"), 96, "3", 6), Text(after("by 42%") + 4, 100, " of boats")],
        "by 42%\u00b3 of boats",
    ),
    "an exponent": ([Text(60, 100, "10"), Text(after("10"), 95, "6", 6)], "10\u2076"),
    "an index": ([Text(60, 100, "CO"), Text(after("CO"), 102, "2", 7)], "CO2"),
    "spaced letters": ([Text(60, 100, "ANNUAL REPORT", 14, spacing=4)], "ANNUAL REPORT"),
    "letters set one by one": ([Text(60, 100, "A N N U A L  R E P O R T", 14)], "ANNUAL REPORT"),
    "print over print": ([Text(60, 100, "fees of 42"), Text(60.2, 100, "fees of 42")], "fees of 42"),
    "a tall first letter": (
        [Text(60, 112, "T", 24), *lines(["he harbour board", "has raised its fees."], 77)],
        "The harbour board has raised its fees.",
    ),
    "accents and signs": ([Text(60, 100, "Café — €5, “fees”")], "Café — €5, “fees”"),
}


@pytest.mark.parametrize(("marks", "expected"), CASES.values(), ids=CASES.keys())
def test_words_are_read_as_they_look(marks: list[Mark], expected: str) -> None:
    assert read(printed(marks)).text.split() == expected.split()
