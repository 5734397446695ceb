"""An extraction as JSON Lines: one object per row, `"record"` naming its table, the columns those of the warehouse."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any

from schemas.rows import CONTENT_TABLES, Box, Extraction, Piece, columns_of

_HEADER = tuple(field.name for field in fields(Extraction) if field.name not in CONTENT_TABLES)


def records(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """The extraction's header as record `extractions`, then its rows, table by table in reading order."""
    yield {"record": "extractions"} | {name: getattr(extraction, name) for name in _HEADER}
    for table, row_type in CONTENT_TABLES.items():
        names = columns_of(row_type)
        values = attrgetter(*names)
        key = {"record": table, "extraction_id": extraction.extraction_id}
        for row in getattr(extraction, table):
            yield key | dict(zip(names, values(row), strict=True))


def line(record: Mapping[str, Any]) -> str:
    """One line of JSON, its newline included. Dates are ISO 8601, pieces and boxes objects, NULL is null."""
    shown = {name: _shown(value) for name, value in record.items()}
    return json.dumps(shown, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"


def _shown(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple) and value and isinstance(value[0], Piece | Box):
        return [part._asdict() for part in value]
    return value
