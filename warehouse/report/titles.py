"""Claims, sources and findings on one line each."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.codes import CODES
from warehouse.report.rows import Claim, Finding, Source
from warehouse.report.wording import clip, number

COMPARATORS = {"approx": "about", "over": "over", "at_least": "at least", "under": "under", "up_to": "up to"}
"""What is said before a figure; "eq" and "between" need no word."""

ARROWS = {"up": "▲", "down": "▼"}
"""Which way a change went."""


def amount(claim: Claim) -> str:
    """The figure of a claim with its comparator and, for a change, the way it went; "" if it states none."""
    changed = claim.value_kind in ("change", "relative_change")
    arrow = ARROWS.get(claim.direction or "", "") if changed else ""
    return " ".join(filter(None, (arrow, COMPARATORS.get(claim.comparator or "", ""), _figure(claim))))


def claim_title(claim: Claim) -> str:
    """Figure, comparator, who or what it is about, period, modality, source."""
    return " · ".join(filter(None, _claim_words(claim)))


def source_title(said: Claim | Source) -> str:
    """Who says it, and by what: "source: Harbour Board (survey, 2023)"."""
    if said.source is None:
        return "no source named"
    means = ", ".join(str(part) for part in (said.instrument, said.source_year) if part is not None)
    return f"source: {clip(said.source)}" + (f" ({means})" if means else "")


def finding_title(finding: Finding) -> str:
    """What is wrong, what was expected, what was found."""
    expected = f"expected: {clip(finding.expected)}" if finding.expected else ""
    actual = f"found: {clip(finding.actual)}" if finding.actual else ""
    return " · ".join(filter(None, (CODES[finding.code].title, expected, actual)))


def _claim_words(claim: Claim) -> Iterator[str | None]:
    figure = _figure(claim)
    yield " ".join(filter(None, (figure, claim.unit))) if figure else claim.kind
    yield claim.comparator if figure and claim.comparator not in ("eq", "between") else None
    yield clip(claim.population or claim.subject or "")
    yield claim.period
    yield "negated" if claim.negated else None
    yield claim.modality if claim.modality != "asserted" else None
    yield source_title(claim)


def _figure(claim: Claim) -> str:
    """The figure alone: one number, or two for a range."""
    if claim.value is not None:
        return number(claim.value)
    return "–".join(number(end) for end in (claim.value_low, claim.value_high) if end is not None)
