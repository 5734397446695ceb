"""The promises of an extraction, held against the source text it was read from."""

from __future__ import annotations

import time
from typing import NamedTuple

from flows.extract import extract
from flows.reading.decoding import Unreadable
from flows.reading.document import Document
from flows.reading.read import read
from schemas.rows import CONTENT_TABLES, Extraction, Span
from warehouse.evidence import lines_that_differ, quotes_that_differ, unledgered_digits, untiled_text


class Trial(NamedTuple):
    """What came of some bytes: the code they were refused with, the promises broken, and the seconds reading took."""

    refused: str
    broken: tuple[str, ...]
    seconds: float


def tried(source: bytes, media_type: str) -> Trial:
    """Read and extract bytes, and hold the rows against the text. Raises what the readers raise, save `Unreadable`."""
    start = time.process_time()
    try:
        document = read(source, media_type=media_type)
    except Unreadable as refused:
        return Trial(refused.code, (), time.process_time() - start)
    seconds = time.process_time() - start
    return Trial("", tuple(map(str, broken_promises(document, extract(source, media_type=media_type)))), seconds)


def broken_promises(document: Document, rows: Extraction) -> list[object]:
    """What does not hold: rows whose quote is not the text of their pieces, text in no block, digits in no ledger."""
    text, media_type = document.text, document.media_type
    spans = [row for table in CONTENT_TABLES for row in getattr(rows, table) if isinstance(row, Span)]
    blocks = [piece for row in rows.blocks for piece in row.pieces]
    ledger = [piece for row in rows.quantities for piece in row.pieces]
    disordered = [row for row in spans if list(row.pieces) != sorted(row.pieces) or any(a >= b for a, b in row.pieces)]
    return [
        *disordered,
        *quotes_that_differ(text, media_type, [(row.pieces, row.quote) for row in spans]),
        *lines_that_differ(text, [(line.char_start, line.char_end, line.text) for line in rows.source_lines]),
        *untiled_text(text, blocks, document.hidden),
        *unledgered_digits(text, media_type, blocks, ledger),
    ]
