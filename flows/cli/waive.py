"""`sourceline waive`: a quarantine row or a finding that somebody has looked at."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from flows.amend import amending
from flows.cli import options
from flows.cli.exits import EXIT_CODES
from warehouse.waive import waive


@click.command(
    short_help="Accept a quarantine row or a finding until a day.",
    epilog=EXIT_CODES,
)
@click.argument("identifier", metavar="ID")
@options.warehouse
@options.wait
@click.option("--reason", required=True, help="Why; kept in the ledger.")
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="The day on which it is open again; one that has come ends an earlier waiver.",
)
def command(identifier: str, warehouse: Path, wait: float, reason: str, until: datetime) -> None:
    """Accept a quarantine row or a finding until a day.

    ID is a quarantine_id or a finding_id, or as much of its beginning as no other shares. Until the day comes, it is
    left out of the report and of the counts that decide a run's exit code; `sourceline query waived` lists it. A
    finding keeps its identifier when a new version finds it again.

    \b
    Examples:
      sourceline quarantine --code unknown_term
      sourceline waive 4f2a91c0 --reason "table is cut in the source" --until 2027-03-31
    """
    with amending(warehouse, wait) as store:
        entry = waive(store.connection, identifier, reason, until.date())
    click.echo(
        f"{entry.code} in {entry.article or 'no file any more'} is waived until {until:%Y-%m-%d}: “{entry.shown}”"
    )
