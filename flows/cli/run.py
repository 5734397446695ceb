"""`sourceline run`: the whole way from raw articles to the published warehouse."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import clear_frames
from typing import TYPE_CHECKING

import click

from flows.cli import options
from flows.cli.exits import EXIT_CODES, Exit
from flows.cli.progress import progress
from flows.cli.tables import show_plan, show_summary
from flows.settings import BATCH_SIZE, WAIT, Settings, cores
from schemas.errors import SourcelineError

if TYPE_CHECKING:
    from flows.plan import Plan
    from flows.summary import Summary


@click.command(
    short_help="Read new and changed articles into the warehouse.",
    epilog=EXIT_CODES,
)
@click.argument("paths", nargs=-1, metavar="[PATH ...]", type=click.Path(path_type=Path))
@options.warehouse
@options.raw
@click.option("--direct", is_flag=True, help="Run in this process, without Prefect.")
@click.option("--dry-run", is_flag=True, help="Show what would be read, and touch nothing.")
@click.option(
    "--batch-size",
    type=click.IntRange(min=1),
    default=BATCH_SIZE,
    show_default=True,
    help="Documents in a batch: one task, one transaction.",
)
@click.option("--workers", type=click.IntRange(min=1), help="Processes that read; by default one per processor.")
@click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=WAIT,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for another process that writes; 0 is not at all.",
)
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    warehouse: Path,
    raw: Path,
    direct: bool,
    dry_run: bool,
    batch_size: int,
    workers: int | None,
    wait: float,
) -> None:
    """Read new and changed articles into the warehouse.

    PATH is a file or a folder; without one the landing zone is read. What the warehouse already holds is not read
    again, so a second run changes nothing. The run is a Prefect flow unless --direct is given; both do the same. A run
    may be broken off at any time: the next one goes on from there.

    \b
    Examples:
      sourceline run
      sourceline run --direct --dry-run
      sourceline run raw/city-budget.txt --warehouse /tmp/budget.duckdb
    """
    settings = Settings(
        paths=paths, raw=raw, warehouse=warehouse, batch_size=batch_size, workers=workers or cores(), wait=wait
    )
    for path in settings.asked:
        if not os.path.lexists(path):
            raise SourcelineError("nothing_to_read", str(path))
    if dry_run:
        show_plan(_plan(settings))
        return
    with _breaking_off(), progress("Reading"):
        summary = _run_directly(settings) if direct else _run_flow(settings)
    show_summary(summary)
    click.echo(f"Warehouse  {settings.warehouse}\nReport     {settings.report}")
    ctx.exit(Exit.FLAWED if summary.flawed else Exit.WELL)


def _plan(settings: Settings) -> Plan:
    from flows.run import dry_run

    return dry_run(settings)


def _run_directly(settings: Settings) -> Summary:
    from flows.run import run_directly

    return run_directly(settings)


def _run_flow(settings: Settings) -> Summary:
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")  # what goes wrong is told by this command
    from flows.ingest import ingest

    try:
        return ingest(
            [str(path) for path in settings.paths],
            raw=str(settings.raw),
            warehouse=str(settings.warehouse),
            batch_size=settings.batch_size,
            workers=settings.workers,
            wait=settings.wait,
        )
    except BaseException as error:
        clear_frames(error.__traceback__)  # Prefect keeps the error to the end, when DuckDB complains of what it held
        raise


@contextmanager
def _breaking_off() -> Iterator[None]:
    """Let SIGTERM end a run as Ctrl-C does, from within, and tell of either in plain words."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        raise SourcelineError("interrupted") from None
    finally:
        signal.signal(signal.SIGTERM, before)
