"""Ages told by their tens, and groups of people by their age."""

from __future__ import annotations

import pytest

from tests.support.figures import bounded


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("a man in his 30s", [(30, 39, "year")]),
        ("she is in her early 40s", [(40, 44, "year")]),
        ("people in their mid-50s", [(54, 56, "year")]),
        ("the over-65s", [(65, None, "year")]),
        ("for under-18s", [(None, 18, "year")]),
        ("free for under 16s", [(None, 16, "year")]),
        ("an 18 y/o student", [(18, 18, "year")]),
        ("a lap of 30s", [(30, 30, "second")]),
    ],
)
def test_reads_an_age(text: str, figures: list[tuple[float | None, float | None, str]]) -> None:
    assert bounded(text) == figures


@pytest.mark.parametrize("text", ["scored in the first half", "a second-half goal", "each half was dull"])
def test_half_of_a_game_is_no_share(text: str) -> None:
    assert bounded(text) == []
