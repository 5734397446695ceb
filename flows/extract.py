"""The whole pure path: the bytes of an article to the rows of an extraction."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from flows.claims.attributions.reading import read_attributions
from flows.claims.ledger import Reading, read_ledger
from flows.claims.local_money import Money, in_money, money_of
from flows.claims.mentions.reading import Acronyms, read_mentions
from flows.claims.raised import with_raised
from flows.claims.rows import Numbers, attribution_rows, claim_rows, mention_rows, quantity_rows
from flows.claims.sentences import split, split_label
from flows.claims.statements.reading import read_statements
from flows.quality.findings import find
from flows.reading.document import Block, Document
from flows.reading.read import read
from flows.reading.rows import block_rows, line_rows
from schemas.rows import (
    NO_PERIOD,
    NO_VALUE,
    Attribution,
    Cell,
    Claim,
    ClaimPart,
    Extraction,
    Finding,
    Mention,
    Quantity,
    Role,
    SourceTable,
)
from schemas.versions import PARSER_VERSION, SCHEMA_VERSION

if TYPE_CHECKING:
    from flows.tables.grid import Table

_UNREAD: dict[str, Role] = {"boilerplate": "boilerplate", "code": "code"}
_MARKER = regex.compile(r"\d(?:[\d.]*\d)?")
_HEADING_NUMBER = regex.compile(r" *(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?:[.)](?= )| (?<=\.\d+ )(?=[\p{Lu}\p{Lo}]))")


class _Known(NamedTuple):
    """What an article tells as a whole: the day it counts from, its acronyms, and what money it means."""

    reference: date | None
    acronyms: Acronyms
    money: Money

    def read(self, text: str) -> list[Reading]:
        """The ledger of a text of the article."""
        return in_money(text, read_ledger(text, self.reference), self.money)


@dataclass
class _Rows:
    """The rows made so far, block by block."""

    tables: list[SourceTable] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    parts: list[ClaimPart] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def extract(
    source: bytes, *, media_type: str | None = None, name: str = "-", reference_date: date | None = None
) -> Extraction:
    """Reads an article.

    `source` are its bytes as they came; `media_type` is told from `name` and the text where it is not given;
    `reference_date` is what "last year" counts from: by default the date that the article says it was published.
    Raises `flows.reading.decoding.Unreadable` where the bytes are no text. The same arguments always give the same
    rows.
    """
    document = read(source, media_type=media_type, name=name)
    reference = reference_date or document.metadata.published
    tables = _tables(document)
    told = [block.passage.folded for block in document.blocks if block.kind not in _UNREAD]
    known = _Known(reference, Acronyms.of(told), money_of("\n".join(told)))
    rows = _Rows()
    for block in document.blocks:
        if block.block_no in tables:
            _read_table(document, tables[block.block_no], known, rows)
        elif block.kind in _UNREAD:
            numerals = with_raised(block.passage, read_ledger(block.passage.folded))
            readings = _set_aside(numerals, _UNREAD[block.kind])
            rows.quantities += quantity_rows(document, block, readings, len(rows.quantities))
        else:
            _read_prose(document, block, known, rows)
    rows.findings += find(document, rows.claims, rows.quantities, rows.cells)
    return _extraction(document, reference_date, rows)


def _tables(document: Document) -> dict[int, Table]:
    """The tables of a document by their blocks; most articles have none, and load nothing of what reads them."""
    if not any(block.kind == "table" for block in document.blocks):
        return {}
    from flows.tables.read import tables_of

    return {table.block.block_no: table for table in tables_of(document)}


def _read_table(document: Document, table: Table, known: _Known, rows: _Rows) -> None:
    from flows.claims.cells import CellReading, cell_claims, cell_quantities
    from flows.tables.cells import read_cells
    from flows.tables.read import table_row

    read_value = cache(known.read)
    cells = read_cells(document, table, read_value)
    readings = [
        CellReading(reading, document.span(table.block_of(place), reading.start, reading.end, reading.rule), cell)
        for place, cell in zip(table.grid.cells, cells, strict=True)
        for reading in with_raised(place.passage, read_value(place.passage.folded))
    ]
    quantities = cell_quantities(readings, len(rows.quantities))
    claims, parts = cell_claims(document.document_id, cells, quantities, len(rows.claims))
    rows.tables.append(table_row(document, table))
    rows.cells += cells
    rows.quantities += quantities
    rows.claims += claims
    rows.parts += parts


def _read_prose(document: Document, block: Block, known: _Known, rows: _Rows) -> None:
    text = block.passage.folded
    sentences = split_label(text, split(text))
    readings = with_raised(block.passage, _read_numerals(block, known))
    reported = read_attributions(text, sentences)
    statements = read_statements(text, sentences, readings, reported)
    numbers = Numbers(len(rows.quantities), len(rows.attributions), len(rows.claims))
    claims, parts = claim_rows(document, block, statements, numbers, known.acronyms.long_forms)
    rows.quantities += quantity_rows(document, block, readings, numbers.quantities)
    rows.attributions += attribution_rows(document, block, reported, numbers.attributions)
    rows.mentions += mention_rows(document, block, read_mentions(text, known.acronyms), len(rows.mentions))
    rows.claims += claims
    rows.parts += parts


def _set_aside(readings: Sequence[Reading], role: Role) -> list[Reading]:
    """The numerals of text that makes no claims, all in one role."""
    return [
        reading._replace(role=role, rule=f"ledger.{role}", value=NO_VALUE, period=NO_PERIOD, counted=None)
        for reading in readings
    ]


def _read_numerals(block: Block, known: _Known) -> list[Reading]:
    """The ledger of a block; the number in front of its content is a list marker ("1. Government Initiatives")."""
    text, marker = block.passage.folded, _marker_of(block)
    if marker is None:
        return known.read(text)
    start, end, content = marker
    rest = [reading.moved(content) for reading in known.read(text[content:])]
    return [Reading(start, end, "list_marker", "list_marker.leading"), *rest]


def _marker_of(block: Block) -> tuple[int, int, int] | None:
    """Where the number in front of a heading or list item starts and ends, and where the content behind it starts."""
    text = block.passage.folded
    if block.kind == "heading" and (number := _HEADING_NUMBER.match(text)):
        figure = next(iter(read_ledger(text)), None)
        if figure is None or figure.end <= number.end("number"):  # else a headline: "1.5 Million People Vote"
            return *number.span("number"), number.end()
    elif block.content_start and (marker := _MARKER.search(text, 0, block.content_start)):
        return *marker.span(), block.content_start
    return None


def _extraction(document: Document, reference_date: date | None, rows: _Rows) -> Extraction:
    metadata = document.metadata
    return Extraction(
        extraction_id=extraction_id(document.document_id, document.media_type, reference_date),
        document_id=document.document_id,
        name=document.name,
        media_type=document.media_type,
        encoding=document.encoding,
        text_sha256=hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        parser_version=PARSER_VERSION,
        schema_version=SCHEMA_VERSION,
        reference_date=reference_date,
        title=metadata.title,
        author=metadata.author,
        published=metadata.published,
        modified=metadata.modified,
        language=metadata.language,
        url=metadata.url,
        characters=len(document.text),
        replaced_characters=document.replaced_characters,
        truncated=any(finding.code == "truncated_end" for finding in rows.findings),
        source_lines=line_rows(document),
        blocks=block_rows(document),
        source_tables=tuple(rows.tables),
        cells=tuple(rows.cells),
        quantities=tuple(rows.quantities),
        attributions=tuple(rows.attributions),
        mentions=tuple(rows.mentions),
        claims=tuple(rows.claims),
        claim_parts=tuple(rows.parts),
        findings=tuple(rows.findings),
    )


def extraction_id(document_id: str, media_type: str, reference_date: date | None) -> str:
    """The name of a reading: of which document, as what, seen from when, by which versions."""
    told = "|".join((document_id, media_type, str(reference_date or ""), PARSER_VERSION, SCHEMA_VERSION))
    return hashlib.sha256(told.encode()).hexdigest()[:32]
