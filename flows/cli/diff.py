"""`sourceline diff`: what another parser version reads otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import click

from flows.cli import options
from flows.cli.exits import EXIT_CODES
from flows.cli.formats import write
from warehouse.diff import COMPARED, Change, Counts, changes, count_changes
from warehouse.reader import Answer, open_reader
from warehouse.versions import Version, find_version, published_version

SHOWN = 20
"""Changes of each table that are listed unless more are asked for."""


@click.command(
    short_help="Show what another parser version reads otherwise.",
    epilog=EXIT_CODES,
)
@click.argument("old", required=False)
@click.argument("new", required=False)
@options.warehouse
@click.option("--table", type=click.Choice(COMPARED), multiple=True, help="Only this table; may be repeated.")
@click.option("--changes", "listed", is_flag=True, help="List the changed rows with their quotes, not the counts.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=SHOWN,
    show_default=True,
    help="Changes of each table that --changes lists.",
)
@options.form
def command(
    old: str | None,
    new: str | None,
    warehouse: Path,
    table: tuple[str, ...],
    listed: bool,
    limit: int,
    form: str | None,
) -> None:
    """Show what another parser version reads otherwise.

    OLD is by default the version that readers are shown, NEW the newest that the warehouse holds. Compared are the
    rows of documents that both have read: a row is changed when it was read from the same place and says something
    else. A document that only one of them could read counts in `extractions`.

    \b
    Examples:
      sourceline diff
      sourceline diff --changes --table claims --limit 100
      sourceline diff 1 2 --changes --format jsonl
    """
    tables = table or COMPARED
    with open_reader(warehouse) as connection:
        before = find_version(connection, old) if old else published_version(connection)
        after = find_version(connection, new)
        click.echo(_between(before, after), err=True)
        columns: tuple[str, ...]
        rows: Iterable[tuple[Any, ...]]
        if listed:
            columns = Change._fields
            rows = chain.from_iterable(changes(connection, name, before.name, after.name, limit) for name in tables)
        else:
            columns, rows = Counts._fields, count_changes(connection, before.name, after.name, tables)
        write(Answer(columns, [*rows]), form)


def _between(before: Version, after: Version) -> str:
    if before == after:
        return f"Both are version {before.name}: there is nothing to compare."
    return f"from {before.name} ({before.documents} documents) to {after.name} ({after.documents})"
