"""`sourceline query`: SQL or a saved query, answered by the published warehouse."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from flows.cli import options
from flows.cli.exits import EXIT_CODES
from flows.cli.formats import write
from warehouse.parameters import bind
from warehouse.reader import Answer, open_reader, run, saved_queries, saved_query
from warehouse.statements import Statement

_OPTION = re.compile(r"--?\w[\w-]*(=.*)?")
"""What stands where the query should, and is neither SQL that begins with a comment nor a name."""


def _no_option(_ctx: click.Context, _parameter: click.Parameter, query: str | None) -> str | None:
    if query and _OPTION.fullmatch(query):
        raise click.NoSuchOption(query, possibilities=["--format"])
    return query


def _values(_ctx: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    for entry in given:
        if not entry.partition("=")[0].isidentifier() or "=" not in entry:
            raise click.UsageError(f"“{entry}” is not NAME=VALUE.")
    return dict(entry.split("=", 1) for entry in given)


@click.command(
    short_help="Ask the warehouse with SQL or a saved query.",
    epilog=EXIT_CODES,
    context_settings={"ignore_unknown_options": True},  # SQL may begin with a comment: "-- ..."
)
@click.argument("query", required=False, callback=_no_option)
@click.argument("parameters", nargs=-1, metavar="[NAME=VALUE ...]", callback=_values)
@options.warehouse
@options.form
@click.option("--list", "listed", is_flag=True, help="List the saved queries.")
def command(query: str | None, parameters: dict[str, str], warehouse: Path, form: str | None, listed: bool) -> None:
    """Ask the warehouse with SQL or a saved query.

    QUERY is SQL, or the name of a saved query, or “-” for SQL from standard input. It reads the published warehouse
    and nothing else: no file, no network, no change. The view `facts` has one row per claim. NAME=VALUE gives a
    parameter of a saved query its value, or $NAME in SQL.

    \b
    Examples:
      sourceline query --list
      sourceline query "SELECT article, line, quote FROM facts WHERE unit_kind = 'percent'"
      sourceline query claims_of_entity entity="Hong Kong Productivity Council"
      sourceline query "FROM facts" --format csv > facts.csv
    """
    if listed:
        rows = [(saved.name, saved.description, _told(saved)) for saved in saved_queries()]
        write(Answer(("name", "description", "parameters"), rows), form)
        return
    if not query:
        raise click.UsageError("Say what to ask: SQL, the name of a saved query, or --list.")
    sql, values = _asked(query, parameters)
    with open_reader(warehouse) as connection:
        write(run(connection, sql, values), form)


def _told(saved: Statement) -> str | None:
    return "\n".join(f"{name}: {description}" for name, description in saved.parameters) or None


def _asked(query: str, given: dict[str, str]) -> tuple[str, Mapping[str, str | None]]:
    """The SQL that is meant, and its values: a single word is a name, as no single word is a useful statement."""
    if query == "-":
        return sys.stdin.read(), given
    if query.replace("-", "_").isidentifier():
        saved = saved_query(query)
        return saved.sql, bind(saved, given)
    return query, given
