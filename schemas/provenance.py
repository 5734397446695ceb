"""What every content table shares: the extraction it belongs to, and the place in the source text it was read from."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.dtypes import BOXES, PIECES
from schemas.rules import rule

DIGEST = r"^[0-9a-f]{16,64}$"
"""Identifiers are hexadecimal digests, whole or cut to their first characters."""


def in_order(pieces: str) -> pl.Expr:
    """Whether a column of pieces holds none that is empty, and none that starts before the one in front of it ends."""
    start, end = pl.element().struct.field("start"), pl.element().struct.field("end")
    ordered = (start >= 0) & (start < end) & (start >= end.shift(1).fill_null(0))
    return pl.col(pieces).list.eval(ordered).list.all()


_FIRST = pl.col("pieces").list.first().struct.field("start")
_LAST = pl.col("pieces").list.last().struct.field("end")


class Keyed(pa.DataFrameModel):
    """A table whose rows belong to one extraction."""

    extraction_id: pl.String = pa.Field(str_matches=DIGEST)

    class Config:
        strict = True
        coerce = False


class Placed(Keyed):
    """The provenance columns: a row without visible text (an empty cell) is placed, and has no pieces."""

    block_no: pl.Int64 = pa.Field(ge=0)
    line_start: pl.Int64 = pa.Field(ge=1)
    line_end: pl.Int64 = pa.Field(ge=1)
    char_start: pl.Int64 = pa.Field(ge=0)
    char_end: pl.Int64 = pa.Field(ge=0)
    pieces: PIECES  # type: ignore[valid-type]
    page: pl.Int64 = pa.Field(ge=1, nullable=True)
    boxes: BOXES = pa.Field(nullable=True)  # type: ignore[valid-type]
    quote: pl.String
    rule_id: pl.String = pa.Field(str_length={"min_value": 1})

    lines_run_forward = rule("lines_reversed", pl.col("line_start") <= pl.col("line_end"))

    span_runs_forward = rule("span_reversed", pl.col("char_start") <= pl.col("char_end"))

    pieces_in_order = rule("pieces_disordered", in_order("pieces"))

    pieces_fill_span = rule("pieces_outside_span", (pl.col("char_start") == _FIRST) & (pl.col("char_end") == _LAST))

    quote_has_pieces = rule("quote_without_pieces", (pl.col("pieces").list.len() > 0) == (pl.col("quote") != ""))


class Grounded(Placed):
    """The provenance columns of a row that was read from text: it has a quote."""

    quote: pl.String = pa.Field(str_length={"min_value": 1})
