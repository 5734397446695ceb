"""Numbers, times and terms as a reader expects to see them."""

from __future__ import annotations

from datetime import date, datetime

SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))

CLIPPED = 160
"""Characters of a text that a list shows, unless told otherwise."""


def number(value: float) -> str:
    """A number in words where it is large and round, else with its thousands set apart; four decimals at most."""
    size = abs(value)
    if size and not 1e-3 <= size < 1e15:
        return f"{value:.4g}"
    for scale, word in SCALES:
        scaled = _decimals(value / scale)
        if size >= scale and float(scaled.replace(",", "")) * scale == value:
            return f"{scaled} {word}"
    return _decimals(value)


def _decimals(value: float) -> str:
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def clip(text: str, length: int = CLIPPED) -> str:
    """The text on one line, cut at `length` characters; of a long one no more than its beginning is looked at."""
    line = " ".join(text[: 2 * length].split())
    if len(text) <= 2 * length and len(line) <= length:
        return line
    return line[: length - 1].rstrip() + "…"


def grouped(count: int) -> str:
    """A count with its thousands set apart."""
    return f"{count:,}"


def percent(part: int, whole: int) -> str:
    """A share in whole percents, rounded down, so that 100% means all of it."""
    return f"{100 * part // whole}%" if whole else "–"


def plural(count: int, noun: str) -> str:
    """A count with its noun, which takes an s."""
    return f"{grouped(count)} {noun}{'' if count == 1 else 's'}"


def day(when: date) -> str:
    """A day: 5 March 2024."""
    return f"{when.day} {when:%B %Y}"


def moment(when: datetime) -> str:
    """A time of the ledger, which is UTC, to the minute."""
    return f"{day(when)}, {when:%H:%M} UTC"


def words(term: str | None) -> str:
    """A term of the data model as words: `list_marker` is "list marker"."""
    return (term or "").replace("_", " ")
