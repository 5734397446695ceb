"""The contract of `source_tables`: the tables of a document."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.dtypes import TEXTS
from schemas.provenance import Grounded


class SourceTables(Grounded):
    """A table; `row_count` and `column_count` are without the header."""

    table_no: pl.Int64 = pa.Field(ge=0)
    caption: pl.String = pa.Field(nullable=True)
    header: TEXTS  # type: ignore[valid-type]
    header_rows: pl.Int64 = pa.Field(ge=0)
    row_count: pl.Int64 = pa.Field(ge=0)
    column_count: pl.Int64 = pa.Field(ge=1)

    class Config:
        unique = ["extraction_id", "table_no"]  # noqa: RUF012
