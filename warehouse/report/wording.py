"""Typed figures, claims and sources put back into words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from math import floor, log10
from typing import Any, Protocol

from schemas.codes import CODES
from schemas.rows import Severity

COMPARATORS = {"approx": "about", "over": "over", "at_least": "at least", "under": "under", "up_to": "up to"}
"""What is said before a figure; "eq" and "between" need no word."""

SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))

GRAVEST_FIRST: tuple[Severity, ...] = ("error", "warning", "info")
"""The order in which findings are told."""

ARROWS = {"up": "▲", "down": "▼"}

CLIPPED = 160
"""Characters of a quote that a list shows."""


class Figure(Protocol):
    """Anything with the value columns."""

    @property
    def value(self) -> float | None: ...
    @property
    def value_low(self) -> float | None: ...
    @property
    def value_high(self) -> float | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def comparator(self) -> str | None: ...
    @property
    def value_kind(self) -> str | None: ...
    @property
    def direction(self) -> str | None: ...


class Source(Protocol):
    """Anything that names a source."""

    @property
    def source(self) -> str | None: ...
    @property
    def instrument(self) -> str | None: ...
    @property
    def source_year(self) -> int | None: ...


class Claimed(Figure, Source, Protocol):
    """A claim with its source."""

    @property
    def kind(self) -> str: ...
    @property
    def subject(self) -> str | None: ...
    @property
    def population(self) -> str | None: ...
    @property
    def period(self) -> str | None: ...
    @property
    def modality(self) -> str: ...
    @property
    def negated(self) -> bool: ...


class Fired(Protocol):
    """Anything that says which finding it is."""

    @property
    def code(self) -> str: ...
    @property
    def expected(self) -> str | None: ...
    @property
    def actual(self) -> str | None: ...


def number(value: float) -> str:
    """A number as people write it: 1,500, 0.25, 10 billion; six digits of a fraction at most.

    >>> number(34_600_000.0), number(41300.0), number(-0.5)
    ('34.6 million', '41,300', '-0.5')
    """
    size = abs(value)
    if size and not 1e-4 <= size < 1e15:
        return f"{value:.6g}"
    for scale, word in SCALES:
        scaled = f"{value / scale:.4f}".rstrip("0").rstrip(".")
        if size >= scale and float(scaled) * scale == value:
            return f"{scaled} {word}"
    digits = max(0, 5 - floor(log10(size))) if size else 0
    written = f"{value:,.{digits}f}"
    return written.rstrip("0").rstrip(".") if digits else written


def bounds(figure: Figure) -> str:
    """The figure alone: one number, or two for a range; "" if nothing is stated.

    >>> from types import SimpleNamespace as Row
    >>> bounds(Row(value=None, value_low=5.0, value_high=10.0))
    '5–10'
    """
    if figure.value is not None:
        return number(figure.value)
    ends = [number(end) for end in (figure.value_low, figure.value_high) if end is not None]
    return "–".join(ends)


def amount(figure: Figure) -> str:
    """The figure with its comparator and, for a change, the way it went: "▲ about 6.3"."""
    changed = figure.value_kind in ("change", "relative_change")
    words = (
        ARROWS.get(figure.direction or "", "") if changed else "",
        COMPARATORS.get(figure.comparator or "", ""),
        bounds(figure),
    )
    return " ".join(filter(None, words))


def claim_title(claim: Claimed) -> str:
    """A claim on one line: figure, comparator, who or what it is about, period, modality, source."""
    return " · ".join(filter(None, _claim_words(claim)))


def _claim_words(claim: Claimed) -> Iterator[str | None]:
    figure = bounds(claim)
    yield " ".join(filter(None, (figure, claim.unit))) if figure else claim.kind
    yield claim.comparator if figure and claim.comparator not in ("eq", "between") else None
    yield clip(claim.population or claim.subject or "")
    yield claim.period
    yield "negated" if claim.negated else None
    yield claim.modality if claim.modality != "asserted" else None
    yield source_title(claim)


def source_title(row: Source) -> str:
    """Who says it: "source: Harbour Board (survey, 2023)"."""
    if row.source is None:
        return "no source named"
    means = ", ".join(str(part) for part in (row.instrument, row.source_year) if part is not None)
    return f"source: {row.source} ({means})" if means else f"source: {row.source}"


def finding_title(finding: Fired) -> str:
    """A finding on one line: "A list is announced and missing · expected: a list or a table"."""
    title = CODES[finding.code].title
    expected = f"expected: {clip(finding.expected)}" if finding.expected else ""
    actual = f"found: {clip(finding.actual)}" if finding.actual else ""
    return " · ".join(filter(None, (title, expected, actual)))


def clip(text: str, length: int = CLIPPED) -> str:
    """The text on one line, cut at `length` characters."""
    text = " ".join(text[: 2 * length].split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def grouped(count: int) -> str:
    """A count with its thousands set apart."""
    return f"{count:,}"


def percent(part: int, whole: int) -> str:
    """A share in whole percents, rounded down, so that 100% means all of it."""
    return f"{100 * part // whole}%" if whole else "–"


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun.

    >>> plural(1, "claim"), plural(1200, "claim"), plural(0, "summary", "summaries")
    ('1 claim', '1,200 claims', '0 summaries')
    """
    return f"{grouped(count)} {one if count == 1 else many or one + 's'}"


def day(when: date) -> str:
    """A day as the report writes it: 5 March 2024."""
    return f"{when.day} {when:%B %Y}"


def moment(when: datetime) -> str:
    """A time of the ledger, which is UTC, to the minute."""
    return f"{day(when)}, {when:%H:%M} UTC"


def words(name: str | None) -> str:
    """A term of the data model as words: `dangling_list_intro` is "dangling list intro"."""
    return (name or "").replace("_", " ")


FILTERS: dict[str, Any] = {
    made.__name__: made
    for made in (amount, bounds, claim_title, clip, day, grouped, moment, number, percent, plural, source_title, words)
}
"""What the templates may call."""
