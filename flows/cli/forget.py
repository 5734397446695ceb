"""`sourceline forget`: erase a document for good."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import click

from flows.amend import amending
from flows.cli import options
from flows.cli.exits import EXIT_CODES
from flows.rebuild import discard
from flows.settings import Settings
from flows.walk import scope_of
from warehouse.forget import Known, find_documents, forget, remember


@click.command(
    short_help="Erase all rows and text of a document for good.",
    epilog=EXIT_CODES,
)
@click.argument("what", metavar="PATH|DOCUMENT")
@options.warehouse
@options.raw
@options.wait
@click.option("--reason", help="Why; kept in the ledger. Say nothing here that is to be forgotten.")
@click.option("--undo", is_flag=True, help="Let the next run read it again.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(what: str, warehouse: Path, raw: Path, wait: float, reason: str | None, undo: bool, yes: bool) -> None:
    """Erase all rows and text of a document for good.

    PATH stands for every document that ever lay there, DOCUMENT for the one whose identifier begins so. Rows, lines,
    quotes and quarantine are erased from the warehouse, what is published and the report, and the files are rewritten.
    The ledger keeps the identifier, the paths, when and why. Runs pass over the bytes if they still lie in the landing
    zone, under whatever name; new content at the same path is another document and is read. Exports made before are
    files of yours.

    \b
    Examples:
      sourceline forget raw/withdrawn.html --reason "withdrawn by the publisher"
      sourceline forget 9f2c41d07ab3 --yes
      sourceline forget 9f2c41d07ab3 --undo
    """
    with amending(warehouse, wait) as store:
        found = find_documents(store.connection, [what, *scope_of([Path(what)], raw)])
        documents = [document.document_id for document in found]
        if undo:
            remember(store, documents, reason)
            click.echo(f"{_told(found)} may be read again.")
            return
        if not yes:
            click.confirm(f"Erase {_told(found)}?", abort=True, err=True)
        rows = forget(store, documents, reason)
        shutil.rmtree(Settings(warehouse=warehouse).stage, ignore_errors=True)
        discard(warehouse)
    click.echo(f"{rows} rows of {_told(found)} are erased.")
    for place in (place for document in found for place in document.places if os.path.lexists(raw / place)):
        click.echo(f"  {place} still lies in {raw}; runs pass over it.")


def _told(found: list[Known]) -> str:
    return ", ".join(document.document_id[:12] for document in found)
