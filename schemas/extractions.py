"""The contract of `extractions`: one reading of a document."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.provenance import DIGEST, Keyed


class Extractions(Keyed):
    """The header of an extraction; `document_id` is the sha256 of the bytes, `text_sha256` that of the source text."""

    document_id: pl.String = pa.Field(str_matches=DIGEST)
    media_type: pl.String = pa.Field(str_matches=r"^[a-z]+/[a-z0-9.+-]+$")
    encoding: pl.String = pa.Field(str_length={"min_value": 1})
    text_sha256: pl.String = pa.Field(str_matches=DIGEST)
    parser_version: pl.String = pa.Field(str_length={"min_value": 1})
    schema_version: pl.String = pa.Field(str_length={"min_value": 1})
    reference_date: pl.Date = pa.Field(nullable=True)
    title: pl.String = pa.Field(nullable=True)
    author: pl.String = pa.Field(nullable=True)
    published: pl.Date = pa.Field(nullable=True)
    modified: pl.Date = pa.Field(nullable=True)
    language: pl.String = pa.Field(nullable=True)
    url: pl.String = pa.Field(nullable=True)
    characters: pl.Int64 = pa.Field(ge=0)
    replaced_characters: pl.Int64 = pa.Field(ge=0)
    truncated: pl.Boolean
    lines: pl.Int64 = pa.Field(ge=0)

    class Config:
        unique = ["extraction_id"]  # noqa: RUF012
