"""The rows that an extraction is made of: one dataclass per content table, its fields the table's columns.

Every row is a `Span`: it knows which characters of the source text it was read from. The pure path (`flows.extract`)
makes these rows, `schemas` validates them as frames and `warehouse` stores them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar, dataclass_transform, get_args

BlockKind = Literal["heading", "paragraph", "list_item", "table", "quote", "caption", "code", "boilerplate"]
Role = Literal[
    "value", "period", "ordinal", "name_part", "idiom", "list_marker", "reference", "boilerplate", "code", "unresolved"
]
UnitKind = Literal["percent", "percentage_point", "currency", "count", "duration", "physical", "ratio", "rank", "none"]
Comparator = Literal["eq", "approx", "over", "at_least", "under", "up_to", "between"]
ValueKind = Literal["level", "change", "relative_change"]
Direction = Literal["up", "down"]
PeriodBasis = Literal["stated", "header", "source", "published"]
Modality = Literal["asserted", "estimated", "planned", "forecast", "hedged"]
CellType = Literal[
    "empty", "text", "percent", "currency", "number", "quantity", "range", "ordinal_scale", "list", "period"
]
ClaimKind = Literal["quantity", "statement", "cell"]
Part = Literal["subject", "predicate", "population", "value", "unit", "period", "place", "attribution", "modality"]
Origin = Literal["stated", "carried_over", "header"]
MentionKind = Literal["person", "organisation", "place", "product", "acronym", "role"]
SourceKind = Literal["person", "organisation", "government", "group", "document", "pronoun", "unnamed"]
Severity = Literal["info", "warning", "error"]

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def row(kind: type[T]) -> type[T]:
    """A class of rows, or of a part of them: a slotted dataclass that is frozen to the type checker.

    It is not frozen when it runs: setting a field past the lock takes four times as long, and rows of up to 40 fields
    are made for every sentence.
    """
    return dataclass(slots=True, kw_only=True, unsafe_hash=True)(kind)


class Piece(NamedTuple):
    """Half-open code-point offsets into the source text."""

    start: int
    end: int


class Box(NamedTuple):
    """A rectangle on a PDF page, in points from the top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@row
class Span:
    """Where a row was read: the provenance columns that end every content table.

    `quote` is the plain text of `pieces`; `char_start` and `char_end` are their envelope; lines count from 1.
    `page` and `boxes` are set for PDFs alone. `rule_id` names the rule that made the row.
    """

    block_no: int
    line_start: int
    line_end: int
    char_start: int
    char_end: int
    pieces: tuple[Piece, ...]
    page: int | None
    boxes: tuple[Box, ...] | None
    quote: str
    rule_id: str


class Value(NamedTuple):
    """A figure as stated. `value` is NULL for a range and for a row that states none; a NULL bound is open."""

    value: float | None = None
    value_low: float | None = None
    value_high: float | None = None
    unit_kind: UnitKind | None = None
    unit: str | None = None
    comparator: Comparator | None = None
    value_kind: ValueKind | None = None
    direction: Direction | None = None


class Period(NamedTuple):
    """When. `period_end` is exclusive; start and end are NULL where text and reference date do not fix them."""

    period_text: str | None = None
    period_edtf: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    period_basis: PeriodBasis | None = None


NO_VALUE, NO_PERIOD = Value(), Period()


@row
class Measured(Span):
    """A row with the value and period columns: the fields of `Value` and `Period`, flat."""

    value: float | None = None
    value_low: float | None = None
    value_high: float | None = None
    unit_kind: UnitKind | None = None
    unit: str | None = None
    comparator: Comparator | None = None
    value_kind: ValueKind | None = None
    direction: Direction | None = None
    period_text: str | None = None
    period_edtf: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    period_basis: PeriodBasis | None = None


@row
class Line:
    """A line of the source text (without its newline), so that SQL alone can show the evidence."""

    line_no: int
    page: int | None
    page_line: int | None
    char_start: int
    char_end: int
    text: str


@row
class BlockRow(Span):
    """A block: `section_path` holds the headings above it, `parent` the block it belongs to (a list item's intro)."""

    kind: BlockKind
    level: int | None
    section_path: tuple[str, ...]
    parent: int | None


@row
class SourceTable(Span):
    """A table: `header` holds the column paths joined by " / "; row and column counts are without the header."""

    table_no: int
    caption: str | None
    header: tuple[str, ...]
    header_rows: int
    row_count: int
    column_count: int


@row
class Cell(Measured):
    """A cell: `row_no` and `column_no` count from 0 in the grid, header included; `items` are the parts of a list."""

    table_no: int
    row_no: int
    column_no: int
    row_span: int
    column_span: int
    is_header: bool
    row_path: tuple[str, ...]
    column_path: tuple[str, ...]
    cell_type: CellType
    items: tuple[str, ...] | None
    scale_rank: int | None


@row
class Quantity(Measured):
    """A row of the number ledger: a numeral and the one role it plays. `counted` is what a value counts."""

    quantity_no: int
    role: Role
    counted: str | None
    table_no: int | None
    row_no: int | None
    column_no: int | None


@row
class Attribution(Span):
    """Who says it: the spans and texts of source, cue and content. `source_pieces` is empty for an agentless cue."""

    attribution_no: int
    source_pieces: tuple[Piece, ...]
    cue_pieces: tuple[Piece, ...]
    content_pieces: tuple[Piece, ...]
    source_text: str | None
    cue_text: str
    content_text: str
    cue_class: str
    source_kind: SourceKind | None
    source_entity: str | None
    instrument: str | None
    year: int | None


@row
class Mention(Span):
    """A named thing. `short` and `long` are set for acronyms; `person`, `role`, `organisation` for roles."""

    mention_no: int
    kind: MentionKind
    name: str
    entity_key: str | None
    short: str | None
    long: str | None
    person: str | None
    role: str | None
    organisation: str | None


@row
class Claim(Measured):
    """A statement with its parts. `claim_id` hashes document, kind, pieces and ordinal, so a better rule keeps it.

    `measure`, `subject_key` and `comparable_key` are normal forms made by rule, NULL when unsure.
    """

    claim_id: str
    claim_no: int
    kind: ClaimKind
    subject: str | None
    predicate: str | None
    population: str | None
    measure: str | None
    subject_key: str | None
    comparable_key: str | None
    place: str | None
    modality: Modality
    negated: bool
    quantity_no: int | None
    attribution_no: int | None
    table_no: int | None
    row_no: int | None
    column_no: int | None


@row
class ClaimPart(Span):
    """The evidence of one part of a claim; `origin` tells a stated part from one carried over or read off a header."""

    claim_no: int
    claim_id: str
    part: Part
    origin: Origin


@row
class Finding(Span):
    """A quality rule that fired; `code` is explained in `schemas.codes`."""

    finding_no: int
    code: str
    severity: Severity
    expected: str | None
    actual: str | None


@row
class Extraction:
    """One reading of a document: its header columns and its content rows, each table in reading order.

    `extraction_id` hashes document, media type, reference date and the parser and schema versions.
    """

    extraction_id: str
    document_id: str
    name: str
    media_type: str
    encoding: str
    text_sha256: str
    parser_version: str
    schema_version: str
    reference_date: date | None
    title: str | None
    author: str | None
    published: date | None
    modified: date | None
    language: str | None
    url: str | None
    characters: int
    replaced_characters: int
    truncated: bool
    source_lines: tuple[Line, ...]
    blocks: tuple[BlockRow, ...]
    source_tables: tuple[SourceTable, ...]
    cells: tuple[Cell, ...]
    quantities: tuple[Quantity, ...]
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    claim_parts: tuple[ClaimPart, ...]
    findings: tuple[Finding, ...]


CONTENT_TABLES: dict[str, type] = {
    "source_lines": Line,
    "blocks": BlockRow,
    "source_tables": SourceTable,
    "cells": Cell,
    "quantities": Quantity,
    "attributions": Attribution,
    "mentions": Mention,
    "claims": Claim,
    "claim_parts": ClaimPart,
    "findings": Finding,
}
"""Content tables in the order they are loaded, with the row each holds; each is a field of `Extraction`."""


@cache
def columns_of(row: type) -> tuple[str, ...]:
    """The columns of a row type in table order: its own first, then value and period, provenance last."""
    provenance = [f.name for f in fields(Span)] if issubclass(row, Span) else []
    measured = [f.name for f in fields(Measured) if f.name not in provenance] if issubclass(row, Measured) else []
    shared = {*provenance, *measured}
    return (*(f.name for f in fields(row) if f.name not in shared), *measured, *provenance)


PROVENANCE = columns_of(Span)


def columns(row: Span, names: Iterable[str] = PROVENANCE) -> dict[str, Any]:
    """Some columns of a row, its provenance by default, as keyword arguments for another row that has them, too."""
    return {name: getattr(row, name) for name in names}


def measured(value: Value, period: Period) -> dict[str, Any]:
    """The columns of a value and a period by name, for a `Measured` row; those of an empty one are NULL by default."""
    told = {} if value is NO_VALUE else value._asdict()
    return told if period is NO_PERIOD else told | period._asdict()


def terms(vocabulary: Any) -> tuple[str, ...]:
    """The words of one of the `Literal` vocabularies above."""
    return get_args(vocabulary)
