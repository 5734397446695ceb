"""The contract of `blocks`: what the visible text of a document is cut into."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.dtypes import TEXTS
from schemas.provenance import Grounded
from schemas.rows import BlockKind, terms


class Blocks(Grounded):
    """A block, the headings above it, and the block it belongs to."""

    kind: pl.String = pa.Field(isin=terms(BlockKind))
    level: pl.Int64 = pa.Field(ge=0, nullable=True)
    section_path: TEXTS  # type: ignore[valid-type]
    parent: pl.Int64 = pa.Field(ge=0, nullable=True)

    class Config:
        unique = ["extraction_id", "block_no"]  # noqa: RUF012
