"""Tables as Parquet files, every value as it stands in the warehouse."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from warehouse.export.tables import CHUNK, Export


def write_parquet(export: Export, target: Path) -> None:
    """Write a table as one Parquet file of row groups of `CHUNK` rows."""
    with pq.ParquetWriter(target, export.schema, compression="zstd") as writer:
        for chunk in export.chunks:
            writer.write_table(pa.Table.from_batches([chunk], export.schema), row_group_size=CHUNK)
