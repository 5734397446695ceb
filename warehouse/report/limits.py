"""How much of a warehouse fits on one page; what is left out is always said there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`listed` articles stand in the table of all, the first `shown` of them with their text.

    Of a text the first `characters` are shown, `claims` of its claims are listed, and a line's note quotes `quotes`
    stretches. A list of findings, rejects, figures or sources gives `examples`.
    """

    listed: int = 1000
    shown: int = 50
    characters: int = 40_000
    claims: int = 300
    quotes: int = 8
    examples: int = 20
