"""The forms in which a command prints rows."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.table import Table

    from warehouse.reader import Answer

_GAP = 3
"""Columns of the terminal between two columns of a table."""

_KEPT = 28
"""Columns of the terminal that every column of a table gets if it needs them: names and figures are not broken."""


def write(answer: Answer, form: str | None = None) -> None:
    """Print an answer to standard output in one of `FORMATS`: by default a table on a terminal, else CSV."""
    FORMATS[form or ("table" if sys.stdout.isatty() else "csv")](answer)


def _write_table(answer: Answer) -> None:
    from rich.cells import cell_len
    from rich.console import Console

    console = Console()
    rows = [["" if value is None else _plain(value) for value in row] for row in answer.rows]
    widest = [max(map(cell_len, column)) for column in zip(answer.columns, *rows, strict=True)]
    if not rows:
        console.print("No rows.")
    elif sum(min(width, _KEPT) + _GAP for width in widest) > console.width:
        console.print(_down(answer.columns, rows))
    else:
        console.print(_across(answer.columns, rows, widest))


def _across(names: Sequence[str], rows: Iterable[Sequence[str]], widest: Sequence[int]) -> Table:
    """A line or more for each row; `widest` are the columns of the terminal that each would fill."""
    from rich.table import Table
    from rich.text import Text

    table = Table(show_edge=False, header_style="bold")
    for name, width in zip(names, widest, strict=True):
        table.add_column(Text(name), overflow="fold", no_wrap=width <= _KEPT)
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _down(names: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A line or more for each value that there is, where they have no room beside each other."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, _GAP))
    for row in rows:
        for name, value in zip(names, row, strict=True):
            if value:
                table.add_row(Text(name, style="bold"), Text(value, overflow="fold"))
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
