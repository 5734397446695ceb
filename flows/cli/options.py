"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.formats import FORMATS
from flows.settings import RAW, WAIT, WAREHOUSE
from schemas.codes import CODES

REJECTION = click.Choice([code for code, entry in CODES.items() if entry.use == "rejection"])
"""A reason for which something is in quarantine."""

warehouse = click.option(
    "--warehouse",
    type=click.Path(dir_okay=False, path_type=Path),
    default=WAREHOUSE,
    show_default=True,
    envvar="SOURCELINE_WAREHOUSE",
    show_envvar=True,
    help="The published warehouse.",
)

raw = click.option(
    "--raw",
    type=click.Path(file_okay=False, path_type=Path),
    default=RAW,
    show_default=True,
    envvar="SOURCELINE_RAW",
    show_envvar=True,
    help="The landing zone: files are named by their place in it.",
)

wait = click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=WAIT,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for another process that writes; 0 is not at all.",
)

form = click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    help="How to print the answer; by default a table on a terminal, else CSV.",
)
