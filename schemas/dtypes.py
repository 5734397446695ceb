"""The polars type of every column, read off the type hints of the rows: rows are the one place that names columns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import polars as pl

from schemas.columns import HEADER
from schemas.rows import CONTENT_TABLES, Box, Extraction, Piece, columns_of

PIECES = pl.List(pl.Struct({"start": pl.Int64, "end": pl.Int64}))
BOXES = pl.List(
    pl.Struct({"page": pl.Int64, "left": pl.Float64, "top": pl.Float64, "right": pl.Float64, "bottom": pl.Float64})
)
TEXTS = pl.List(pl.String())

_TYPES: Mapping[Any, pl.DataType] = {
    bool: pl.Boolean(),
    int: pl.Int64(),
    float: pl.Float64(),
    str: pl.String(),
    date: pl.Date(),
    tuple[Piece, ...]: PIECES,
    tuple[Box, ...]: BOXES,
    tuple[str, ...]: TEXTS,
}

KEY = "extraction_id"


def _type_of(hint: Any) -> pl.DataType:
    plain = [part for part in get_args(hint) if part is not NoneType] if NoneType in get_args(hint) else [hint]
    return pl.String() if get_origin(plain[0]) is Literal else _TYPES[plain[0]]


@cache
def schema_of(table: str) -> pl.Schema:
    """The columns of `extractions` or of a content table, in order, with their types."""
    if table == "extractions":
        hints = get_type_hints(Extraction)
        return pl.Schema({name: _type_of(hints[name]) for name in HEADER} | {"lines": pl.Int64()})
    row = CONTENT_TABLES[table]
    hints = get_type_hints(row)
    return pl.Schema({KEY: pl.String()} | {name: _type_of(hints[name]) for name in columns_of(row)})


TABLES = ("extractions", *CONTENT_TABLES)
"""The tables that an extraction fills, in the order in which they are validated and loaded."""
