"""Tables as CSV files that a spreadsheet can open without running anything.

Text that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets hide; nothing else is
changed. Lists are JSON, null is empty. The Parquet form has every text as it stands.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from warehouse.export.tables import Export

FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What a cell starts with that some spreadsheet runs (OWASP, CSV Injection)."""


def write_csv(export: Export, target: Path) -> None:
    """Write a table as UTF-8 CSV with a header line and lines that end in CRLF (RFC 4180)."""
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(export.schema.names)
        for chunk in export.chunks:
            columns = [[_cell(value) for value in column.to_pylist()] for column in chunk.columns]
            writer.writerows(zip(*columns, strict=True))


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value).lower() if isinstance(value, bool) else value


def harmless(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would run it; white space in front does not hide it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS) else text
