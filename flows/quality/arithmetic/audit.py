"""The audit of one document: every arithmetic rule, run over its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from flows.quality.arithmetic import changes, derived, shares, wholes
from flows.quality.arithmetic.figures import Paragraph, paragraphs_of
from flows.quality.arithmetic.remarks import Remark
from flows.reading.document import Document
from schemas.rows import Cell, Claim, Quantity

RULES: tuple[Callable[[Paragraph], Iterator[Remark]], ...] = (
    derived.find,
    shares.find,
    wholes.find,
    changes.find,
)
"""The rules that look at the figures of one paragraph."""


def audit(
    document: Document, claims: Sequence[Claim], quantities: Sequence[Quantity], cells: Sequence[Cell]
) -> Iterator[Remark]:
    """What the arithmetic of a document's rows has to say about them."""
    for paragraph in paragraphs_of(document, claims, quantities):
        for rule in RULES:
            yield from rule(paragraph)
    if cells:
        from flows.quality.arithmetic import tables

        yield from tables.find(cells)
