"""Extractions as typed polars frames, one per table: the form in which they are validated, staged and loaded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain
from operator import itemgetter
from typing import Any

import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]

from schemas.columns import Columns, by_column
from schemas.dtypes import BOXES, KEY, PIECES, schema_of
from schemas.rows import CONTENT_TABLES, Extraction, columns_of

_ARROW_TYPES = {pl.Int64(): pa.int64(), pl.Float64(): pa.float64()}


def frames(extractions: Sequence[Extraction]) -> dict[str, pl.DataFrame]:
    """As `frames_of`, of extractions as they are made."""
    return frames_of([by_column(extraction) for extraction in extractions])


def frames_of(extractions: Sequence[Columns]) -> dict[str, pl.DataFrame]:
    """One eager frame per table (`schemas.dtypes.TABLES`), rows in reading order, `extraction_id` first.

    Extractions of the same content under two names are one extraction: the first stands for all.
    """
    distinct = list({extraction.extraction_id: extraction for extraction in reversed(extractions)}.values())[::-1]
    made = {"extractions": _header_frame(distinct)}
    for table in CONTENT_TABLES:
        made[table] = _content_frame(table, distinct)
    return made


def _header_frame(extractions: Sequence[Columns]) -> pl.DataFrame:
    rows = [(*extraction.header, extraction.lines) for extraction in extractions]
    return pl.DataFrame(rows, schema=schema_of("extractions"), orient="row")


def _content_frame(table: str, extractions: Sequence[Columns]) -> pl.DataFrame:
    keys = [extraction.extraction_id for extraction in extractions for _ in range(extraction.rows(table))]
    schema, names = schema_of(table), columns_of(CONTENT_TABLES[table])
    columns = [
        _series(name, list(chain.from_iterable(parts)), schema[name])
        for name, *parts in zip(names, *(extraction.tables[table] for extraction in extractions), strict=True)
    ]
    return pl.DataFrame([pl.Series(KEY, keys, dtype=schema[KEY]), *columns])


def _series(name: str, values: list[Any], dtype: pl.DataType) -> pl.Series:
    if dtype in {PIECES, BOXES} and any(values):
        return _structs(name, values, dtype)
    return pl.Series(name, values, dtype=dtype)


def _structs(name: str, values: list[Any], dtype: pl.DataType) -> pl.Series:
    """Lists of named tuples, built field by field: polars itself takes ten times as long for them."""
    flat = list(chain.from_iterable(value for value in values if value))
    fields = dtype.inner.fields  # type: ignore[attr-defined]
    arrays = [
        pa.array(map(itemgetter(number), flat), type=_ARROW_TYPES[field.dtype], size=len(flat))
        for number, field in enumerate(fields)
    ]
    items = pa.StructArray.from_arrays(arrays, names=[field.name for field in fields])
    ends = list(accumulate((len(value) if value else 0 for value in values), initial=0))
    offsets = [None if value is None else end for value, end in zip(values, ends, strict=False)] + ends[-1:]
    return pl.Series(name, pa.ListArray.from_arrays(pa.array(offsets, type=pa.int32()), items), dtype=dtype)
