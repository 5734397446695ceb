"""All that one document shows by itself to be damaged or open: every quality rule, run over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from flows.quality import (
    dangling_list_intro,
    injected_token,
    lost_apostrophe,
    missing_words,
    mixed_encodings,
    overlong_paragraph,
    prose_in_table,
    repeated_paragraph,
    replaced_characters,
    scanned_page,
    teaser,
    truncated_end,
)
from flows.quality.arithmetic.audit import audit
from flows.quality.figures import unresolved, unsourced
from flows.quality.firing import Firing
from flows.reading.document import Document
from schemas.codes import CODES
from schemas.rows import Cell, Claim, Finding, Quantity, Span, columns

RULES: tuple[Callable[[Document], Iterator[Firing]], ...] = (
    truncated_end.find,
    dangling_list_intro.find,
    teaser.find,
    missing_words.find,
    injected_token.find,
    lost_apostrophe.find,
    replaced_characters.find,
    mixed_encodings.find,
    repeated_paragraph.find,
    overlong_paragraph.find,
    prose_in_table.find,
)
"""The rules that look at the text alone."""


def find(
    document: Document,
    claims: Sequence[Claim] = (),
    quantities: Sequence[Quantity] = (),
    cells: Sequence[Cell] = (),
) -> tuple[Finding, ...]:
    """The findings of a document and its rows in the order of their places, numbered."""
    found = (*_findings(document, claims, quantities), *audit(document, claims, quantities, cells))
    findings = sorted(found, key=lambda found: (found[1].char_start, found[0]))
    return tuple(_row(number, *found) for number, found in enumerate(findings))


_Found = tuple[str, Span, str | None, str | None]


def _findings(document: Document, claims: Sequence[Claim], quantities: Sequence[Quantity]) -> Iterator[_Found]:
    if not document.blocks:
        yield "empty_document", document.place(0, 0, "quality.empty_document"), "text", "white space"
    for offset, pages in scanned_page.pages_without_text(document):
        yield "scanned_page", document.place(0, offset, scanned_page.RULE), scanned_page.EXPECTED, f"none on {pages}"
    for rule in RULES:
        for fired in rule(document):
            span = document.span(fired.block, fired.start, fired.end, f"quality.{fired.code}")
            yield fired.code, span, fired.expected, fired.actual
    for claim in unsourced(claims):
        yield "unsourced_figure", claim, None, None
    for quantity in unresolved(quantities):
        yield "unresolved_numeral", quantity, None, None


def _row(number: int, code: str, span: Span, expected: str | None, actual: str | None) -> Finding:
    """A finding at the place of another row, or at a place of its own."""
    provenance = columns(span) | {"rule_id": f"quality.{code}"}
    return Finding(
        finding_no=number, code=code, severity=CODES[code].severity, expected=expected, actual=actual, **provenance
    )
