"""The claims of a sentence or two, for tests that look at one figure."""

from __future__ import annotations

from datetime import date

from flows.extract import extract
from schemas.rows import Claim, Extraction


def read_text(text: str, reference: date | None = None) -> Extraction:
    return extract(text.encode(), media_type="text/plain", reference_date=reference)


def claim_of(text: str, surface: str, reference: date | None = None) -> Claim:
    """The claim whose figure, or date, holds the surface."""
    rows = read_text(text, reference)
    (figure,) = [row for row in rows.quantities if surface in row.quote]
    (claim,) = [claim for claim in rows.claims if claim.quantity_no == figure.quantity_no]
    return claim
