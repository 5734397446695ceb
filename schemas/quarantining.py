"""A rejected row in the form in which the quarantine keeps it: its reason, its place, and the row itself as JSON."""

from __future__ import annotations

import polars as pl

from schemas.digests import digest
from schemas.dtypes import KEY
from schemas.rejection_frames import QUARANTINE
from schemas.versions import PARSER_VERSION, SCHEMA_VERSION

_PLACE = ("block_no", "line_start", "line_end", "char_start", "char_end", "pieces", "quote")
_DOCUMENT = ("document_id", "media_type", "parser_version", "schema_version")


def quarantine_rows(table: str, frame: pl.DataFrame, failed: pl.DataFrame, extractions: pl.DataFrame) -> pl.DataFrame:
    """The failed rows of a table as a quarantine frame, in row order; `failed` has the columns of `FAILURES`."""
    failed = failed.sort("row")
    rows = frame[failed["row"].to_list()]
    made = rows.select(
        pl.lit("validate").alias("stage"),
        pl.lit(table).alias("table_name"),
        _known(rows, KEY),
        *(_known(rows, name) for name in _PLACE),
        pl.struct(pl.all()).struct.json_encode().alias("row_json"),
    )
    made = made.hstack(failed.drop("row")).join(_documents(extractions), on=KEY, how="left", maintain_order="left")
    return (
        _numbered(made)
        .with_columns(
            pl.lit(None, pl.String).alias("path"),
            pl.lit(None, pl.String).alias("message"),
            pl.col("parser_version").fill_null(PARSER_VERSION),
            pl.col("schema_version").fill_null(SCHEMA_VERSION),
        )
        .select(QUARANTINE.names())
    )


def _known(rows: pl.DataFrame, name: str) -> pl.Expr:
    """The column where the row has it in the type it should have: a rejected row may have any shape."""
    known = rows.schema.get(name) == QUARANTINE[name]
    return pl.col(name) if known else pl.lit(None, QUARANTINE[name]).alias(name)


def _documents(extractions: pl.DataFrame) -> pl.DataFrame:
    """What the extractions' own rows say of their documents; a number given twice counts once."""
    return extractions.select(_known(extractions, name) for name in (KEY, *_DOCUMENT)).unique(KEY, keep="first")


def _numbered(made: pl.DataFrame) -> pl.DataFrame:
    """Each row with its identifier; rows that are alike to the letter are told apart by their turn."""
    turn = pl.int_range(pl.len()).over("table_name", KEY, "row_json").cast(pl.String).alias("turn")
    parts = made.select("table_name", KEY, "row_json", turn).iter_rows()
    return made.with_columns(pl.Series("quarantine_id", [digest("validate", *part) for part in parts], dtype=pl.String))
