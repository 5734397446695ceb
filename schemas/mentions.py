"""The contract of `mentions`: named things."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.provenance import Grounded
from schemas.rows import MentionKind, terms
from schemas.rules import rule


class Mentions(Grounded):
    """A named thing; an acronym's short and long form, a role's person and office."""

    mention_no: pl.Int64 = pa.Field(ge=0)
    kind: pl.String = pa.Field(isin=terms(MentionKind))
    name: pl.String = pa.Field(str_length={"min_value": 1})
    entity_key: pl.String = pa.Field(nullable=True)
    short: pl.String = pa.Field(nullable=True)
    long: pl.String = pa.Field(nullable=True)
    person: pl.String = pa.Field(nullable=True)
    role: pl.String = pa.Field(nullable=True)
    organisation: pl.String = pa.Field(nullable=True)

    class Config:
        unique = ["extraction_id", "mention_no"]  # noqa: RUF012

    acronym_has_short = rule("acronym_without_short", (pl.col("kind") != "acronym") | pl.col("short").is_not_null())
