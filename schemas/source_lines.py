"""The contract of `source_lines`: the text that all other rows are evidence from."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.provenance import Keyed
from schemas.rules import rule


class SourceLines(Keyed):
    """A line of the source text, without its newline."""

    line_no: pl.Int64 = pa.Field(ge=1)
    page: pl.Int64 = pa.Field(ge=1, nullable=True)
    page_line: pl.Int64 = pa.Field(ge=1, nullable=True)
    char_start: pl.Int64 = pa.Field(ge=0)
    char_end: pl.Int64 = pa.Field(ge=0)
    text: pl.String

    class Config:
        unique = ["extraction_id", "line_no"]  # noqa: RUF012

    text_fills_line = rule(
        "line_length", pl.col("text").str.len_chars().cast(pl.Int64) == pl.col("char_end") - pl.col("char_start")
    )
