"""A rule of a contract: an expression that must hold on every row, named by the code of the rejection."""

from __future__ import annotations

from typing import Any

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData


def rule(code: str, holds: pl.Expr) -> Any:
    """A pandera check over the rows of a frame; where `holds` is null there is nothing to object to.

    The check's description lists the columns that the rule looks at, for the quarantine to show.
    """
    looks_at = ", ".join(dict.fromkeys(name for name in holds.meta.root_names() if name))

    def check(cls: type, data: PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select(holds)

    check.__name__ = code  # pandera forgets a check's given name once a second model inherits it
    return pa.dataframe_check(description=looks_at)(check)
