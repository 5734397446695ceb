"""The contract of `claim_parts`: the evidence of each part of a claim."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.provenance import DIGEST, Grounded
from schemas.rows import Origin, Part, terms


class ClaimParts(Grounded):
    """Where one part of a claim stands, and whether it is stated there or carried over."""

    claim_no: pl.Int64 = pa.Field(ge=0)
    claim_id: pl.String = pa.Field(str_matches=DIGEST)
    part: pl.String = pa.Field(isin=terms(Part))
    origin: pl.String = pa.Field(isin=terms(Origin))
