"""The contract of `findings`: quality rules that fired."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.codes import CODES
from schemas.provenance import Placed
from schemas.rows import Severity, terms


class Findings(Placed):
    """A finding; one about the whole document (it is empty) has no quote."""

    finding_no: pl.Int64 = pa.Field(ge=0)
    code: pl.String = pa.Field(isin=[code.code for code in CODES.values() if code.use == "finding"])
    severity: pl.String = pa.Field(isin=terms(Severity))
    expected: pl.String = pa.Field(nullable=True)
    actual: pl.String = pa.Field(nullable=True)

    class Config:
        unique = ["extraction_id", "finding_no"]  # noqa: RUF012
