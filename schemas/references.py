"""Which rows hang on which: a row whose parent is not accepted is not accepted either.

A claim hangs on its attribution too: published without it, it would say that nobody vouches for the figure.
A finding hangs on its lines alone: it is about the text, and what it says of a rejected block still holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.dtypes import KEY
from schemas.rows import CONTENT_TABLES, Span


@dataclass(frozen=True, slots=True)
class Reference:
    """Rows of `child` name a row of `parent`: the columns on both sides; a null on the child's side names none."""

    child: str
    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]


def _within_extraction(child: str, columns: str, parent: str, parent_columns: str | None = None) -> Reference:
    return Reference(
        child, (KEY, *columns.split()), parent, (KEY, *(columns if parent_columns is None else parent_columns).split())
    )


_GROUNDED = [table for table, row in CONTENT_TABLES.items() if issubclass(row, Span)]
_CELL = "table_no row_no column_no"

REFERENCES = (
    *(_within_extraction(table, "", "extractions", "") for table in CONTENT_TABLES),
    *(_within_extraction(table, "line_start", "source_lines", "line_no") for table in _GROUNDED),
    *(_within_extraction(table, "line_end", "source_lines", "line_no") for table in _GROUNDED),
    *(_within_extraction(table, "block_no", "blocks") for table in _GROUNDED if table not in {"blocks", "findings"}),
    _within_extraction("blocks", "parent", "blocks", "block_no"),
    _within_extraction("cells", "table_no", "source_tables"),
    _within_extraction("quantities", _CELL, "cells"),
    _within_extraction("claims", _CELL, "cells"),
    _within_extraction("claims", "quantity_no", "quantities"),
    _within_extraction("claims", "attribution_no", "attributions"),
    _within_extraction("claim_parts", "claim_no", "claims"),
)
"""Every reference between rows, parents in load order before their children."""
