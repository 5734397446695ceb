"""The forms in which a command prints rows."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.table import Table

    from warehouse.reader import Answer

_GAP = 3
"""Columns of the terminal between two columns of a table."""


def write(answer: Answer, form: str | None = None) -> None:
    """Print an answer to standard output in one of `FORMATS`: by default a table on a terminal, else CSV."""
    FORMATS[form or ("table" if sys.stdout.isatty() else "csv")](answer)


def _write_table(answer: Answer) -> None:
    from rich.console import Console

    console = Console()
    if not answer.rows:
        console.print("No rows.")
    elif sum(len(name) + _GAP for name in answer.columns) > console.width:
        console.print(_down(answer))
    else:
        console.print(_across(answer))


def _across(answer: Answer) -> Table:
    """A line or more for each row."""
    from rich.table import Table
    from rich.text import Text

    table = Table(show_edge=False, header_style="bold")
    for column in answer.columns:
        table.add_column(Text(column), overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text("" if value is None else _plain(value)) for value in row))
    return table


def _down(answer: Answer) -> Table:
    """A line for each value that there is, where even the names of the columns have no room beside each other."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, _GAP))
    for row in answer.rows:
        for name, value in zip(answer.columns, row, strict=True):
            if value is not None:
                table.add_row(Text(name, style="bold"), Text(_plain(value), overflow="fold"))
        table.add_row()
    return table


def _write_csv(answer: Answer) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([None if value is None else _plain(value) for value in row] for row in answer.rows)


def _write_json(answer: Answer) -> None:
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    sys.stdout.write(json.dumps(rows, ensure_ascii=False, default=str, indent=2) + "\n")


def _write_jsonl(answer: Answer) -> None:
    for row in answer.rows:
        record = dict(zip(answer.columns, row, strict=True))
        sys.stdout.write(json.dumps(record, ensure_ascii=False, default=str) + "\n")


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else str(value)


FORMATS: dict[str, Callable[[Answer], None]] = {
    "table": _write_table,
    "csv": _write_csv,
    "json": _write_json,
    "jsonl": _write_jsonl,
}
