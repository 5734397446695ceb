"""The contract of `claims`: statements with their parts."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.measures import HAS_FIGURE, HAS_UNIT_KIND, Measured
from schemas.provenance import DIGEST, Grounded
from schemas.rows import ClaimKind, Modality, terms
from schemas.rules import rule


class Claims(Measured, Grounded):
    """A claim; one with a figure names the quantity or the cell that it stands in."""

    claim_id: pl.String = pa.Field(str_matches=DIGEST)
    claim_no: pl.Int64 = pa.Field(ge=0)
    kind: pl.String = pa.Field(isin=terms(ClaimKind))
    subject: pl.String = pa.Field(nullable=True)
    predicate: pl.String = pa.Field(nullable=True)
    population: pl.String = pa.Field(nullable=True)
    measure: pl.String = pa.Field(nullable=True)
    subject_key: pl.String = pa.Field(nullable=True)
    comparable_key: pl.String = pa.Field(nullable=True)
    place: pl.String = pa.Field(nullable=True)
    modality: pl.String = pa.Field(isin=terms(Modality))
    negated: pl.Boolean
    quantity_no: pl.Int64 = pa.Field(ge=0, nullable=True)
    attribution_no: pl.Int64 = pa.Field(ge=0, nullable=True)
    table_no: pl.Int64 = pa.Field(ge=0, nullable=True)
    row_no: pl.Int64 = pa.Field(ge=0, nullable=True)
    column_no: pl.Int64 = pa.Field(ge=0, nullable=True)

    class Config:
        unique = ["extraction_id", "claim_no"]  # noqa: RUF012

    figure_has_unit_kind = rule("unit_kind_missing", HAS_UNIT_KIND | ~HAS_FIGURE)
    claim_id_is_unique = rule("not_unique", pl.struct("extraction_id", "claim_id").is_duplicated().not_())

    quantity_claim_names_quantity = rule(
        "claim_without_origin", (pl.col("kind") != "quantity") | pl.col("quantity_no").is_not_null()
    )
    cell_claim_names_cell = rule("claim_without_origin", (pl.col("kind") != "cell") | pl.col("table_no").is_not_null())
