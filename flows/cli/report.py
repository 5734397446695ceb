"""`sourceline report`: the quality report of the published warehouse."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli import options
from flows.cli.exits import EXIT_CODES
from schemas.errors import SourcelineError


@click.command(
    short_help="Write the quality report as one HTML page.",
    epilog=EXIT_CODES,
)
@options.warehouse
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The page to write; by default report.html beside the warehouse.",
)
def command(warehouse: Path, output: Path | None) -> None:
    """Write the quality report as one HTML page.

    It works offline: counts, findings, quarantine, and each article with its lines numbered and its claims
    highlighted. Each run writes it, too.

    \b
    Examples:
      sourceline report
      sourceline report --output /tmp/report.html
    """
    if not warehouse.is_file():
        raise SourcelineError("warehouse_missing", str(warehouse))
    from warehouse.report.render import write_report

    click.echo(write_report(warehouse, output or warehouse.with_name("report.html")))
