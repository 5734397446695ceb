"""Small articles and their extractions, made by hand, so that frames and warehouse are tested without the readers.

Every line that is not blank is a block. A number followed by `%` is a quantity and a claim about the words before it;
"According to X," in front makes X its source. A line of cells between pipes is a row of the document's one table.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from hashlib import sha256

from schemas.rows import (
    Attribution,
    BlockRow,
    Cell,
    Claim,
    ClaimPart,
    Extraction,
    Finding,
    Line,
    Piece,
    Quantity,
    SourceTable,
)
from schemas.versions import PARSER_VERSION, SCHEMA_VERSION

FERRIES = """Ferries carry more people again

According to the Harbour Board, ridership grew by 42% last year.
Night services lost 7% of their passengers.

| Line | Share |
| East | 30% |
| West | |
"""

BUSES = """Buses

According to Transit Watch, delays fell by 12% in the city.
Fares rose by 3%.
"""

PERCENT = re.compile(r"(?P<value>\d+(\.\d+)?)%")
SOURCE = re.compile(r"(?P<cue>According to) (?P<source>[^,]+),")


def made_by_hand(text: str, *, parser_version: str = PARSER_VERSION, published: date | None = None) -> Extraction:
    """The extraction of a text in the manner that this module describes."""
    document_id = sha256(text.encode()).hexdigest()
    rows = _Rows(text, document_id)
    return Extraction(
        extraction_id=sha256(f"{document_id} {parser_version}".encode()).hexdigest()[:32],
        document_id=document_id,
        name="-",
        media_type="text/plain",
        encoding="utf-8",
        text_sha256=document_id,
        parser_version=parser_version,
        schema_version=SCHEMA_VERSION,
        reference_date=None,
        title=rows.lines[0].text or None,
        author=None,
        published=published,
        modified=None,
        language="en",
        url=None,
        characters=len(text),
        replaced_characters=0,
        truncated=False,
        source_lines=tuple(rows.lines),
        blocks=tuple(rows.blocks),
        source_tables=tuple(rows.tables),
        cells=tuple(rows.cells),
        quantities=tuple(rows.quantities),
        attributions=tuple(rows.attributions),
        mentions=(),
        claims=tuple(rows.claims),
        claim_parts=tuple(rows.parts),
        findings=tuple(rows.findings),
    )


class _Rows:
    """The rows of one text, collected line by line."""

    def __init__(self, text: str, document_id: str) -> None:
        self.text, self.document_id = text, document_id
        self.lines: list[Line] = []
        self.blocks: list[BlockRow] = []
        self.tables: list[SourceTable] = []
        self.cells: list[Cell] = []
        self.quantities: list[Quantity] = []
        self.attributions: list[Attribution] = []
        self.claims: list[Claim] = []
        self.parts: list[ClaimPart] = []
        self.findings: list[Finding] = []
        at = 0
        for number, line in enumerate(text.split("\n"), start=1):
            end = at + len(line)
            self.lines.append(Line(line_no=number, page=None, page_line=None, char_start=at, char_end=end, text=line))
            if line.startswith("|"):
                self._table_row(at, end)
            elif line.strip():
                self._prose(at, end)
            at = end + 1

    def span(self, start: int, end: int, block_no: int | None = None) -> dict[str, object]:
        """The provenance columns of text[start:end], in the last block unless told otherwise."""
        first = self.text.count("\n", 0, start) + 1
        return {
            "block_no": len(self.blocks) - 1 if block_no is None else block_no,
            "line_start": first,
            "line_end": first + self.text.count("\n", start, end),
            "char_start": start,
            "char_end": end,
            "pieces": (Piece(start, end),) if end > start else (),
            "page": None,
            "boxes": None,
            "quote": self.text[start:end],
            "rule_id": "hand",
        }

    def _block(self, start: int, end: int, kind: str) -> None:
        heading = self.blocks[0].quote if self.blocks else None
        self.blocks.append(
            BlockRow(
                **self.span(start, end, len(self.blocks)),
                kind=kind if heading else "heading",
                level=None if heading else 1,
                section_path=(heading,) if heading else (),
                parent=None,
            )
        )

    def _prose(self, start: int, end: int) -> None:
        self._block(start, end, "paragraph")
        source = SOURCE.search(self.text, start, end)
        if source:
            self._attribution(source, end)
        for figure in PERCENT.finditer(self.text, start, end):
            self._claim(figure, start, end, attributed=source is not None)

    def _attribution(self, found: re.Match[str], end: int) -> None:
        content = found.end() + 1
        self.attributions.append(
            Attribution(
                **self.span(found.start(), end),
                attribution_no=len(self.attributions),
                source_pieces=(Piece(*found.span("source")),),
                cue_pieces=(Piece(*found.span("cue")),),
                content_pieces=(Piece(content, end),),
                source_text=found["source"],
                cue_text=found["cue"],
                content_text=self.text[content:end],
                cue_class="according_to",
                source_kind="organisation",
                source_entity=found["source"],
                instrument=None,
                year=None,
            )
        )

    def _claim(self, figure: re.Match[str], start: int, end: int, *, attributed: bool) -> None:
        value = _percent(figure)
        number = len(self.claims)
        claim_id = sha256(f"{self.document_id} {figure.start()}".encode()).hexdigest()[:32]
        self._quantity(figure, None)
        self.claims.append(
            Claim(
                **self.span(start, end),
                **value,
                claim_id=claim_id,
                claim_no=number,
                kind="quantity",
                subject=self.text[start : figure.start()].strip() or None,
                predicate=None,
                population=None,
                measure="share",
                subject_key=None,
                comparable_key=None,
                place=None,
                modality="asserted",
                negated=False,
                quantity_no=len(self.quantities) - 1,
                attribution_no=len(self.attributions) - 1 if attributed else None,
                table_no=None,
                row_no=None,
                column_no=None,
            )
        )
        self.parts.append(
            ClaimPart(**self.span(*figure.span()), claim_no=number, claim_id=claim_id, part="value", origin="stated")
        )
        if not attributed:
            self._finding("unsourced_figure", *figure.span())

    def _quantity(self, figure: re.Match[str], cell: tuple[int, int, int] | None) -> None:
        table_no, row_no, column_no = cell or (None, None, None)
        self.quantities.append(
            Quantity(
                **self.span(*figure.span()),
                **_percent(figure),
                quantity_no=len(self.quantities),
                role="value",
                counted=None,
                table_no=table_no,
                row_no=row_no,
                column_no=column_no,
            )
        )

    def _finding(self, code: str, start: int, end: int) -> None:
        self.findings.append(
            Finding(
                **self.span(start, end),
                finding_no=len(self.findings),
                code=code,
                severity="info",
                expected=None,
                actual=None,
            )
        )

    def _table_row(self, start: int, end: int) -> None:
        if not self.tables:
            self._table(start)
        row_no = self.text.count("\n", self.tables[0].char_start, start)
        cells = list(re.finditer(r"\| ?([^|]*?) ?(?=\|)", self.text[start:end]))
        for column_no, cell in enumerate(cells):
            self._cell(start + cell.start(1), start + cell.end(1), row_no, column_no)

    def _table(self, start: int) -> None:
        end = self.text.rindex("|") + 1
        self._block(start, end, "table")
        rows = self.text[start:end].split("\n")
        header = tuple(part.strip() for part in rows[0].strip("|").split("|"))
        self.tables.append(
            SourceTable(
                **self.span(start, end),
                table_no=0,
                caption=None,
                header=header,
                header_rows=1,
                row_count=len(rows) - 1,
                column_count=len(header),
            )
        )

    def _cell(self, start: int, end: int, row_no: int, column_no: int) -> None:
        figure = PERCENT.fullmatch(self.text, start, end)
        row_header = self.cells[-column_no].quote if column_no and row_no else None
        self.cells.append(
            Cell(
                **self.span(start, end),
                **(_percent(figure) if figure else {}),
                table_no=0,
                row_no=row_no,
                column_no=column_no,
                row_span=1,
                column_span=1,
                is_header=row_no == 0,
                row_path=(row_header,) if row_header else (),
                column_path=(self.tables[0].header[column_no],),
                cell_type="percent" if figure else "text" if end > start else "empty",
                items=None,
                scale_rank=None,
            )
        )
        if figure:
            self._quantity(figure, (0, row_no, column_no))


def _percent(figure: re.Match[str]) -> dict[str, object]:
    value = float(figure["value"])
    return {
        "value": value,
        "value_low": value,
        "value_high": value,
        "unit_kind": "percent",
        "unit": "percent",
        "comparator": "eq",
        "value_kind": "level",
    }


def with_row(extraction: Extraction, table: str, number: int, **changes: object) -> Extraction:
    """The extraction with some columns of one row changed."""
    rows = list(getattr(extraction, table))
    rows[number] = replace(rows[number], **changes)
    return replace(extraction, **{table: tuple(rows)})
