"""`sourceline query`: SQL or a saved query, answered by the published warehouse."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from flows.cli import options
from flows.cli.exits import EXIT_CODES
from flows.cli.formats import FORMATS, write
from warehouse.reader import Answer, open_reader, run, saved_queries, saved_query


@click.command(
    short_help="Ask the warehouse with SQL or a saved query.",
    epilog=EXIT_CODES,
    context_settings={"ignore_unknown_options": True},  # SQL may begin with a comment: "-- ..."
)
@click.argument("query", required=False)
@options.warehouse
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    help="How to print the answer; by default a table on a terminal, else CSV.",
)
@click.option("--list", "listed", is_flag=True, help="List the saved queries.")
def command(query: str | None, warehouse: Path, form: str | None, listed: bool) -> None:
    """Ask the warehouse with SQL or a saved query.

    QUERY is SQL, or the name of a saved query, or “-” for SQL from standard input. It reads the published warehouse
    and nothing else: no file, no network, no change. The view `facts` has one row per claim.

    \b
    Examples:
      sourceline query --list
      sourceline query "SELECT article, line, quote FROM facts WHERE unit_kind = 'percent'"
      sourceline query "FROM facts" --format csv > facts.csv
    """
    form = form or ("table" if sys.stdout.isatty() else "csv")
    if listed:
        rows = [(saved.name, saved.description) for saved in saved_queries()]
        write(Answer(("name", "description"), rows), form)
        return
    if not query:
        raise click.UsageError("Say what to ask: SQL, the name of a saved query, or --list.")
    sql = _sql(query)
    with open_reader(warehouse) as connection:
        write(run(connection, sql), form)


def _sql(query: str) -> str:
    """The SQL that is meant: a single word is a name, as no single word is a useful statement."""
    if query == "-":
        return sys.stdin.read()
    return saved_query(query).sql if query.replace("-", "_").isidentifier() else query
