"""The rows that a document gives by itself: its lines and its blocks."""

from __future__ import annotations

from flows.reading.document import Document
from schemas.rows import BlockRow, Line


def line_rows(document: Document) -> tuple[Line, ...]:
    """The lines of the source text, blank ones included, without their newlines."""
    pages, lines = document.pages, document.lines
    return tuple(
        Line(
            line_no=number,
            page=pages.page(start) if pages else None,
            page_line=pages.page_line(number, lines) if pages else None,
            char_start=start,
            char_end=end,
            text=document.text[start:end],
        )
        for number, (start, end) in enumerate(lines.spans(), 1)
    )


def block_rows(document: Document) -> tuple[BlockRow, ...]:
    """The blocks of a document in reading order."""
    return tuple(
        BlockRow(
            kind=block.kind,
            level=block.level,
            section_path=block.section_path,
            parent=block.parent,
            **document.provenance(block, [(0, len(block.passage.text))], block.rule_id),
        )
        for block in document.blocks
    )
