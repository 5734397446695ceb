"""`sourceline verify`: every row of the published warehouse against the raw bytes."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from flows.cli import options
from flows.cli.exits import EXIT_CODES, Exit
from flows.cli.progress import progress
from schemas.codes import CODES
from warehouse.reader import open_reader
from warehouse.report.wording import plural
from warehouse.verify import Problem, verify

MOST = 50
"""Problems that are printed before they are only counted."""


@click.command(
    short_help="Check every row of the warehouse against raw/.",
    epilog=EXIT_CODES,
)
@options.warehouse
@options.raw
@click.pass_context
def command(ctx: click.Context, warehouse: Path, raw: Path) -> None:
    """Check every row of the warehouse against raw/.

    Reads each source file again with the recorded encoding: the text at a row's pieces must be its quote, blocks must
    tile the text, each numeral must have one row, and no row may be missing or differ from what was loaded. Files that
    changed or went are told, and every block of the warehouse is read and held against its checksum.

    \b
    Examples:
      sourceline verify
      sourceline verify --warehouse /tmp/budget.duckdb --raw raw
    """
    with open_reader(warehouse) as connection, progress("Verifying"):
        found = verify(connection, raw, warehouse)
    console = Console(highlight=False, soft_wrap=True)
    for problem in found.problems[:MOST]:
        console.print(_line(problem), markup=False)
    total = len(found.problems) + found.more
    if total > MOST:
        console.print(f"... and {total - MOST} more")
    if found.gone:
        console.print(f"The bytes of {plural(found.gone, 'document')} are gone: their rows are held against nothing")
    console.print(f"{plural(found.documents, 'document')}, {plural(found.rows, 'row')}, {plural(total, 'problem')}")
    ctx.exit(Exit.FLAWED if total else Exit.WELL)


def _line(problem: Problem) -> str:
    place = f"{problem.place}, {problem.table}" if problem.table else problem.place
    at = "" if problem.char_start is None else f" at {problem.char_start}"
    shown = f" “{problem.shown}”" if problem.shown else ""
    return f"{place}{at}: {CODES[problem.code].title}{shown} [{problem.code}]"
