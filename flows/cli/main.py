"""The `sourceline` command: each subcommand is a module of this package, imported only when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from flows.cli.exits import EXIT_CODES, crash, fail
from schemas.errors import SourcelineError

COMMANDS = {
    "run": "Read new and changed articles into the warehouse.",
    "extract": "Print all that one article holds as JSON Lines.",
    "query": "Ask the warehouse with SQL or a saved query.",
    "export": "Write the facts as CSV, Parquet, annotations or lineage.",
    "trace": "Show a claim in its source lines, and how it came about.",
    "verify": "Check every row of the warehouse against raw/.",
    "report": "Write the quality report as one HTML page.",
    "quarantine": "List what was rejected, by reason.",
    "replay": "Read quarantined documents again after a fix.",
    "waive": "Accept a quarantine row or a finding until a day.",
    "diff": "Show what another parser version reads otherwise.",
    "publish": "Have readers be shown another parser version.",
    "rebuild": "Make the warehouse anew from raw/ and compare.",
    "forget": "Erase all rows and text of a document for good.",
}
"""Subcommands in the order of the help page; a test holds each line to the first line of the command's own help."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"flows.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="sourceline")
def cli() -> None:
    """Turn articles into facts that can be checked.

    \b
    Examples:
      sourceline run                          read raw/ into warehouse/sourceline.duckdb
      sourceline query claims_without_source  ask what was read: a saved query, or SQL
      sourceline extract raw/city-budget.txt  print one article's facts, no warehouse
    """


def main() -> None:
    """Run the command line; expected failures are told in plain words, with their code and remedy."""
    try:
        cli()
    except SourcelineError as error:
        sys.exit(fail(error))
    except Exception as error:  # the last resort: nobody is helped by a traceback that they did not ask for
        if os.environ.get("SOURCELINE_DEBUG"):
            raise
        sys.exit(crash(error))
