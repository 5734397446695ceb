"""The contract of `cells`: the cells of a document's tables, typed."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.dtypes import TEXTS
from schemas.measures import Measured
from schemas.rows import CellType, terms
from schemas.rules import rule


class Cells(Measured):
    """A cell of the grid; only an empty one may lack a quote."""

    table_no: pl.Int64 = pa.Field(ge=0)
    row_no: pl.Int64 = pa.Field(ge=0)
    column_no: pl.Int64 = pa.Field(ge=0)
    row_span: pl.Int64 = pa.Field(ge=1)
    column_span: pl.Int64 = pa.Field(ge=1)
    is_header: pl.Boolean
    row_path: TEXTS  # type: ignore[valid-type]
    column_path: TEXTS  # type: ignore[valid-type]
    cell_type: pl.String = pa.Field(isin=terms(CellType))
    items: TEXTS = pa.Field(nullable=True)  # type: ignore[valid-type]
    scale_rank: pl.Int64 = pa.Field(ge=0, nullable=True)

    class Config:
        unique = ["extraction_id", "table_no", "row_no", "column_no"]  # noqa: RUF012

    filled_cell_has_quote = rule("cell_without_quote", (pl.col("quote") != "") | (pl.col("cell_type") == "empty"))
