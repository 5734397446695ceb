"""The contract of `attributions`: who says it."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.dtypes import PIECES
from schemas.provenance import Grounded, in_order
from schemas.rows import SourceKind, terms
from schemas.rules import rule


class Attributions(Grounded):
    """A source, the cue that hands the word to it, and what it says; an agentless cue has no source."""

    attribution_no: pl.Int64 = pa.Field(ge=0)
    source_pieces: PIECES  # type: ignore[valid-type]
    cue_pieces: PIECES  # type: ignore[valid-type]
    content_pieces: PIECES  # type: ignore[valid-type]
    source_text: pl.String = pa.Field(nullable=True)
    cue_text: pl.String
    content_text: pl.String
    cue_class: pl.String = pa.Field(str_length={"min_value": 1})
    source_kind: pl.String = pa.Field(isin=terms(SourceKind), nullable=True)
    source_entity: pl.String = pa.Field(nullable=True)
    instrument: pl.String = pa.Field(nullable=True)
    year: pl.Int64 = pa.Field(in_range={"min_value": 1000, "max_value": 2999}, nullable=True)

    class Config:
        unique = ["extraction_id", "attribution_no"]  # noqa: RUF012

    sources_in_order = rule("pieces_disordered", in_order("source_pieces"))
    cues_in_order = rule("pieces_disordered", in_order("cue_pieces"))
    contents_in_order = rule("pieces_disordered", in_order("content_pieces"))
    source_has_pieces = rule(
        "source_without_pieces", (pl.col("source_pieces").list.len() > 0) == pl.col("source_text").is_not_null()
    )
