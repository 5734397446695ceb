"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from flows.settings import RAW, WAREHOUSE

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
