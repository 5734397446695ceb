"""`sourceline replay`: read again what stands in quarantine."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli import options
from flows.cli.exits import EXIT_CODES, Exit
from flows.cli.progress import progress
from flows.replay import replay
from flows.settings import Settings, cores
from schemas.errors import SourcelineError
from warehouse.report.wording import plural


@click.command(
    short_help="Read quarantined documents again after a fix.",
    epilog=EXIT_CODES,
)
@click.argument("paths", nargs=-1, metavar="[PATH ...]", type=click.Path(path_type=Path))
@options.warehouse
@options.raw
@options.wait
@click.option("--code", type=options.REJECTION, metavar="CODE", help="Only what is in quarantine for this reason.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes that read; by default one per processor.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    warehouse: Path,
    raw: Path,
    wait: float,
    code: str | None,
    workers: int | None,
) -> None:
    """Read quarantined documents again after a fix.

    PATH is a file or a folder, or archive/member; without one, all that is in quarantine is read again. Rows that pass
    now take the place of the earlier reading, and their quarantine rows are fixed; the rest stay open.

    \b
    Examples:
      sourceline replay
      sourceline replay --code extraction_crashed
      sourceline replay raw/minutes
    """
    if not warehouse.is_file():
        raise SourcelineError("warehouse_missing", str(warehouse))
    settings = Settings(paths=paths, raw=raw, warehouse=warehouse, workers=workers or cores(), wait=wait)
    with progress("Reading"):
        done = replay(settings, code)
    click.echo(
        f"{plural(done.documents, 'document')} read again: {done.fixed} in quarantine fixed, {done.open} still open"
    )
    ctx.exit(Exit.FLAWED if done.open else Exit.WELL)
