"""The tables of an export: what is current, in an order that depends on content alone, so that files compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]

from schemas.dtypes import TABLES, schema_of

CHUNK = 100_000
"""Rows in memory at a time, and in a row group of a Parquet file."""

EXPORTED = ("facts", *TABLES)
"""`facts` and every content table; of these the current rows, without the load that brought them."""


@dataclass(frozen=True, slots=True)
class Export:
    """An exported table: its Arrow schema, and its rows in chunks of `CHUNK`."""

    name: str
    schema: pa.Schema
    chunks: Iterator[pa.RecordBatch]


def read_table(connection: duckdb.DuckDBPyConnection, name: str) -> Export:
    """One of `EXPORTED`, sorted by all of its columns from the first on. Its chunks are read as they are asked for."""
    reader: pa.RecordBatchReader = connection.sql(_select(name)).to_arrow_reader(CHUNK)
    return Export(name, reader.schema, iter(reader))


def _select(name: str) -> str:
    if name == "facts":
        return "FROM facts ORDER BY extraction_id, claim_no"
    columns = ", ".join(f'"{column}"' for column in schema_of(name))
    return f"SELECT {columns} FROM current_{name} ORDER BY ALL"
