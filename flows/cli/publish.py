"""`sourceline publish`: which version's reading of the articles readers are shown."""

from __future__ import annotations

from pathlib import Path

import click

from flows.amend import amending
from flows.cli import options
from flows.cli.exits import EXIT_CODES
from warehouse.versions import publish_version


@click.command(
    short_help="Have readers be shown another parser version.",
    epilog=EXIT_CODES,
)
@click.argument("version", required=False)
@options.warehouse
@options.wait
def command(version: str | None, warehouse: Path, wait: float) -> None:
    """Have readers be shown another parser version.

    VERSION is a parser version, or parser/schema; by default the newest that the warehouse holds. A new version is
    loaded beside the old by the first run after an update and shown only from here on, so look at `sourceline diff`
    first. An older version can be published again.

    \b
    Examples:
      sourceline publish
      sourceline publish 1/1
    """
    with amending(warehouse, wait) as store:
        shown = publish_version(store, version)
    click.echo(f"Readers are shown version {shown.name}, which has read {shown.documents} documents.")
