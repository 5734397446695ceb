"""Exit codes of the command line, and how an expected failure is told."""

from __future__ import annotations

from enum import IntEnum

import click

from schemas.codes import CODES
from schemas.errors import SourcelineError


class Exit(IntEnum):
    """What the exit code of every command means."""

    WELL = 0
    FLAWED = 1
    USAGE = 2
    NOTHING = 3
    INTERNAL = 4
    AGAIN = 5


EXIT_CODES = """\b
Exit codes:
  0  all well
  1  done, but something was quarantined or a check failed
  2  wrong usage
  3  nothing could be done (the message says why)
  4  internal error
  5  broken off, or another process is writing: run it again
"""

RETRYABLE = {"warehouse_busy", "interrupted"}
"""Codes of failures that go away by themselves."""


def fail(error: SourcelineError) -> Exit:
    """Tell an expected failure on stderr: what, where, its code, and the remedy."""
    click.echo(f"sourceline: {error}", err=True)
    click.echo(f"  {error.remedy}", err=True)
    return Exit.AGAIN if error.code in RETRYABLE else Exit.NOTHING


def crash(error: Exception) -> Exit:
    """Tell an error that nobody expected on stderr."""
    click.echo(f"sourceline: {type(error).__name__}: {error} [internal_error]", err=True)
    click.echo(f"  {CODES['internal_error'].remedy}", err=True)
    return Exit.INTERNAL
