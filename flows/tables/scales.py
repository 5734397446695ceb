"""Ordinal scales: words that rank, such as Low / Medium-High / High.

A word ranks only among its like: a column is on a scale when all of its cells are words of one family. Ranks count
from 1, the least first; they compare within a family, never between two.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

# Each step holds the words for one rank; the families are those of risk registers, surveys and ratings (Likert items).
FAMILIES: tuple[tuple[tuple[str, ...], ...], ...] = (
    (
        ("negligible", "minimal", "very low"),
        ("low", "limited", "minor"),
        ("low-medium", "medium-low", "low-moderate", "moderate-low"),
        ("medium", "moderate", "mid", "average", "middle"),
        ("medium-high", "high-medium", "moderate-high", "high-moderate"),
        ("high", "major", "significant", "substantial"),
        ("very high", "severe", "critical", "extreme", "extremely high"),
    ),
    (("very poor", "very bad"), ("poor", "bad"), ("fair", "acceptable"), ("good",), ("very good",), ("excellent",)),
    (("strongly disagree",), ("disagree",), ("neutral", "neither", "undecided"), ("agree",), ("strongly agree",)),
    (("never",), ("rarely", "seldom"), ("sometimes", "occasionally"), ("often", "frequently"), ("always",)),
    (("very small", "tiny"), ("small",), ("medium", "mid-sized", "medium-sized"), ("large",), ("very large", "huge")),
    (("very weak",), ("weak",), ("moderate", "medium"), ("strong",), ("very strong",)),
    (("very slow",), ("slow",), ("moderate", "medium", "average"), ("fast", "rapid"), ("very fast", "very rapid")),
    (("basic", "beginner", "novice"), ("intermediate",), ("advanced",), ("expert",)),
    (("nascent", "early", "emerging"), ("developing", "growing"), ("mature", "established"), ("declining",)),
    (("worse", "much worse"), ("same", "unchanged", "stable"), ("better", "much better")),
    (("easy", "very easy"), ("moderate", "medium"), ("hard", "difficult"), ("very hard", "very difficult")),
    (("short", "short-term"), ("medium", "medium-term"), ("long", "long-term")),
)

RANKS = tuple({word: rank for rank, step in enumerate(family, 1) for word in step} for family in FAMILIES)

_JOINT = regex.compile(r"\s*(?:[-/\u2013]|\bto\b)\s*")


def scale_of(texts: Sequence[str]) -> dict[str, int] | None:
    """The family that all the texts of a column are words of, as ranks by word; None if there is none."""
    words = {_word(text) for text in texts}
    return next((ranks for ranks in RANKS if words and words <= ranks.keys()), None)


def rank_of(text: str, scale: dict[str, int]) -> int | None:
    """The rank of a cell's text on a scale."""
    return scale.get(_word(text))


def _word(text: str) -> str:
    """The form that the families use: small letters, "-" between the two ends of a step."""
    return _JOINT.sub("-", " ".join(text.casefold().split()))
