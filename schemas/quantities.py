"""The contract of `quantities`: the number ledger."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.measures import HAS_FIGURE, HAS_UNIT_KIND, Measured
from schemas.provenance import Grounded
from schemas.rows import Role, terms
from schemas.rules import rule


class Quantities(Measured, Grounded):
    """A numeral and the one role it plays; a value states a figure."""

    quantity_no: pl.Int64 = pa.Field(ge=0)
    role: pl.String = pa.Field(isin=terms(Role))
    counted: pl.String = pa.Field(nullable=True)
    table_no: pl.Int64 = pa.Field(ge=0, nullable=True)
    row_no: pl.Int64 = pa.Field(ge=0, nullable=True)
    column_no: pl.Int64 = pa.Field(ge=0, nullable=True)

    class Config:
        unique = ["extraction_id", "quantity_no"]  # noqa: RUF012

    value_states_figure = rule("value_without_figure", (pl.col("role") != "value") | HAS_FIGURE)
    value_has_unit_kind = rule("unit_kind_missing", (pl.col("role") != "value") | HAS_UNIT_KIND)
