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
        ("laps of 20s and 30s", [(20, 20, "second"), (30, 30, "second")]),
        ("people in their 20s and 30s", [(20, 29, "year"), (30, 39, "year")]),
        ("a club for under-5s", [(None, 5, "year")]),
        ("over 50 years of age", [(50, None, "year")]),
    ],
)
def test_reads_an_age(text: str, figures: list[tuple[float | None, float | None, str]]) -> None:
    assert bounded(text) == figures


@pytest.mark.parametrize("text", ["scored in the first half", "a second-half goal", "each half was dull"])
def test_half_of_a_game_is_no_share(text: str) -> None:
    assert bounded(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("two men, aged 19 and 22", [(2, 2, "man"), (19, 19, "year"), (22, 22, "year")]),
        ("she weighs 14st 3lb", [(pytest.approx(14 + 3 / 14), pytest.approx(14 + 3 / 14), "stone")]),
        ("he is 6'2\" tall", [(pytest.approx(6 + 2 / 12), pytest.approx(6 + 2 / 12), "foot")]),
        ("four-and-a-half hours", [(4.5, 4.5, "hour")]),
        ("up 0.3 of a percentage point", [(0.3, 0.3, "percentage point")]),
        ("call 0800 123 456", []),
    ],
)
def test_reads_what_news_tells_of_people(text: str, figures: list[tuple[float, float, str]]) -> None:
    assert bounded(text) == figures
