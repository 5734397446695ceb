"""Extractions by column: told to another process in half the time that their rows take (packing included)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, NamedTuple

from schemas.rows import CONTENT_TABLES, Extraction, columns_of

HEADER = tuple(f.name for f in fields(Extraction) if f.name not in {*CONTENT_TABLES, "name"})
"""The header columns of an extraction. Its `name` stays out: one content can lie at several paths (`source_files`)."""


class Columns(NamedTuple):
    """What an extraction holds: the values of `HEADER`, and of each content table its columns in table order."""

    extraction_id: str
    header: tuple[Any, ...]
    tables: dict[str, list[tuple[Any, ...]]]

    @property
    def lines(self) -> int:
        """How many lines the source text has."""
        return self.rows("source_lines")

    def rows(self, table: str) -> int:
        """How many rows a content table has."""
        return len(self.tables[table][0])


_HEADER_OF = attrgetter(*HEADER)
_NAMES = {table: columns_of(row) for table, row in CONTENT_TABLES.items()}
_ROW_OF = {table: attrgetter(*names) for table, names in _NAMES.items()}


def by_column(extraction: Extraction) -> Columns:
    """The extraction, column by column."""
    tables = {table: _transposed(table, getattr(extraction, table)) for table in CONTENT_TABLES}
    return Columns(extraction.extraction_id, _HEADER_OF(extraction), tables)


def _transposed(table: str, rows: Sequence[Any]) -> list[tuple[Any, ...]]:
    return list(zip(*map(_ROW_OF[table], rows), strict=True)) or [()] * len(_NAMES[table])
