"""`unsourced_figure` and `unresolved_numeral`: what the rows of claims and of the number ledger leave open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from schemas.rows import Claim, Quantity


def unsourced(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims in prose that state a figure and are tied to no attribution."""
    for claim in claims:
        figures = (claim.value, claim.value_low, claim.value_high)
        if claim.kind == "quantity" and claim.attribution_no is None and any(figure is not None for figure in figures):
            yield claim


def unresolved(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The numerals that no rule could read."""
    return (quantity for quantity in quantities if quantity.role == "unresolved")
