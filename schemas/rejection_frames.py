"""The form of a quarantine frame, and sources that could not be read at all in that form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import polars as pl

from schemas.dtypes import PIECES
from schemas.rejections import Rejection
from schemas.versions import PARSER_VERSION, SCHEMA_VERSION

QUARANTINE = pl.Schema(
    {
        "quarantine_id": pl.String(),
        "stage": pl.String(),
        "table_name": pl.String(),
        "extraction_id": pl.String(),
        "document_id": pl.String(),
        "media_type": pl.String(),
        "path": pl.String(),
        "parser_version": pl.String(),
        "schema_version": pl.String(),
        "code": pl.String(),
        "column_name": pl.String(),
        "failing_value": pl.String(),
        "block_no": pl.Int64(),
        "line_start": pl.Int64(),
        "line_end": pl.Int64(),
        "char_start": pl.Int64(),
        "char_end": pl.Int64(),
        "pieces": PIECES,
        "quote": pl.String(),
        "row_json": pl.String(),
        "message": pl.String(),
    }
)
"""The columns of a quarantine frame, in order. The warehouse adds `load_id` and `status`."""


def rejection_frame(rejections: Sequence[Rejection]) -> pl.DataFrame:
    """A quarantine frame of sources that could not be read, one row for each content or path at fault.

    Where the content is at fault the path is left out: the same bytes may lie at several (see `source_files`).
    """
    rows = {
        rejection.quarantine_id: asdict(rejection)
        | {
            "quarantine_id": rejection.quarantine_id,
            "stage": "read",
            "path": None if rejection.document_id else rejection.path,
            "parser_version": PARSER_VERSION,
            "schema_version": SCHEMA_VERSION,
        }
        for rejection in rejections
    }
    return pl.DataFrame(list(rows.values()), schema=QUARANTINE)
