"""The contract of `quarantine`: what was rejected, and why."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.codes import CODES
from schemas.dtypes import PIECES, TABLES
from schemas.rejections import Stage
from schemas.rows import terms
from schemas.rules import rule


class Quarantine(pa.DataFrameModel):
    """A rejected row (stage "validate") or a source that could not be read at all (stage "read").

    What is wrong with a content is filed under its `document_id`, what is wrong with a path under `path`.
    """

    quarantine_id: pl.String = pa.Field(unique=True)
    stage: pl.String = pa.Field(isin=terms(Stage))
    table_name: pl.String = pa.Field(isin=TABLES, nullable=True)
    extraction_id: pl.String = pa.Field(nullable=True)
    document_id: pl.String = pa.Field(nullable=True)
    media_type: pl.String = pa.Field(nullable=True)
    path: pl.String = pa.Field(nullable=True)
    parser_version: pl.String
    schema_version: pl.String
    code: pl.String = pa.Field(isin=[code.code for code in CODES.values() if code.use == "rejection"])
    column_name: pl.String = pa.Field(nullable=True)
    failing_value: pl.String = pa.Field(nullable=True)
    block_no: pl.Int64 = pa.Field(nullable=True)
    line_start: pl.Int64 = pa.Field(nullable=True)
    line_end: pl.Int64 = pa.Field(nullable=True)
    char_start: pl.Int64 = pa.Field(nullable=True)
    char_end: pl.Int64 = pa.Field(nullable=True)
    pieces: PIECES = pa.Field(nullable=True)  # type: ignore[valid-type]
    quote: pl.String = pa.Field(nullable=True)
    row_json: pl.String = pa.Field(nullable=True)
    message: pl.String = pa.Field(nullable=True)

    class Config:
        strict = True

    names_what_it_is_about = rule(
        "quarantine_without_subject", pl.any_horizontal(pl.col("extraction_id", "document_id", "path").is_not_null())
    )
