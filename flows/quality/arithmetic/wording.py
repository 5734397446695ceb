"""Figures in words, for what a finding expects: "about 450 technology companies", "USD 1.4 billion"."""

from __future__ import annotations

from schemas.rows import Measured

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
DIGITS = 3
"""How many digits of a worked-out figure are told."""


def number(value: float) -> str:
    """A number, behind a scale word where it is large: "1.23 billion", "12.5", "1,234"."""
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{rounded(value / scale)} {word}"
    return rounded(value)


def rounded(value: float) -> str:
    """A whole number from 100 up, else three digits that count: "1,234", "12.5", "0.333"."""
    return f"{value:,.0f}" if abs(value) >= 10 ** (DIGITS - 1) else f"{float(f'{value:.{DIGITS}g}'):g}"


def amount(row: Measured, value: float) -> str:
    """A number in the unit of a row: "USD 1.4 billion", "50%"; of a count or a measure the bare number."""
    match row.unit_kind:
        case "percent":
            return f"{rounded(value)}%"
        case "percentage_point":
            return f"{rounded(value)} {row.unit}s"
        case "currency":
            return f"{row.unit} {number(value)}"
        case _:
            return number(value)


def stated(row: Measured) -> str:
    """A figure as its text states it, on one line."""
    return " ".join(row.quote.split())
