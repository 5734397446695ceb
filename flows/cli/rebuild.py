"""`sourceline rebuild`: the warehouse anew from its raw files."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli import options
from flows.cli.exits import EXIT_CODES, Exit
from flows.cli.formats import write
from flows.cli.progress import progress
from flows.rebuild import Rebuilt, rebuild
from flows.settings import Settings, cores
from warehouse.reader import Answer


@click.command(
    short_help="Make the warehouse anew from raw/ and compare.",
    epilog=EXIT_CODES,
)
@options.warehouse
@options.raw
@options.wait
@click.option("--replace", "replacing", is_flag=True, help="Put the new warehouse in the place of the old one.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes that read; by default one per processor.")
@options.form
@click.pass_context
def command(
    ctx: click.Context,
    warehouse: Path,
    raw: Path,
    wait: float,
    replacing: bool,
    workers: int | None,
    form: str | None,
) -> None:
    """Make the warehouse anew from raw/ and compare.

    Everything in the landing zone is read again, beside the old warehouse, and each table's checksum is compared. What
    cannot be read anew is taken over from the old one: what lay where and when, what people decided, and readings of
    bytes that are gone or of other versions. With --replace the new one takes its place, all at once.

    \b
    Examples:
      sourceline rebuild
      sourceline rebuild --replace
    """
    settings = Settings(raw=raw, warehouse=warehouse, workers=workers or cores(), wait=wait)
    with progress("Reading"):
        rebuilt = rebuild(settings, replacing=replacing)
    rows = [
        (table, old, rebuilt.new[table], "differs" if table in rebuilt.differing else "same")
        for table, old in rebuilt.old.items()
    ]
    write(Answer(("table", "old", "new", "result"), rows), form)
    for line in _told(rebuilt, replacing=replacing):
        click.echo(line, err=True)
    ctx.exit(Exit.FLAWED if rebuilt.differing or rebuilt.lost else Exit.WELL)


def _told(rebuilt: Rebuilt, *, replacing: bool) -> list[str]:
    told = [f"{rebuilt.compared} readings compared, {rebuilt.carried} taken over that cannot be made again"]
    if rebuilt.lost:
        told.append(f"Could not be taken over whole: {', '.join(rebuilt.lost)}")
    return [*told, "The new warehouse is in place." if replacing else "The old warehouse is in place."]
