"""`sourceline quarantine`: what was rejected, and why."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli import options
from flows.cli.exits import EXIT_CODES
from flows.cli.formats import write
from schemas.codes import CODES
from warehouse.parameters import bind
from warehouse.reader import Answer, open_reader, run, saved_query

_BY_CODE = """
SELECT
    code,
    count(*) FILTER (status = 'open') AS open,
    count(*) FILTER (status = 'waived') AS waived,
    count(DISTINCT coalesce(document_id, path)) AS documents
FROM quarantine_entries
WHERE is_current AND status <> 'fixed'
GROUP BY code
ORDER BY open DESC, code
"""


@click.command(
    short_help="List what was rejected, by reason.",
    epilog=EXIT_CODES,
)
@options.warehouse
@click.option(
    "--code",
    type=options.REJECTION,
    metavar="CODE",
    help="List the rows and files that were rejected for this reason.",
)
@click.option("--all", "everything", is_flag=True, help="List every row, those that are fixed or gone included.")
@options.form
def command(warehouse: Path, code: str | None, everything: bool, form: str | None) -> None:
    """List what was rejected, by reason.

    Without an option it counts by code and says what each code means and what to do. A row that is listed has an
    identifier by which it can be waived; `sourceline replay` reads its document again.

    \b
    Examples:
      sourceline quarantine
      sourceline quarantine --code not_text
      sourceline quarantine --all --format jsonl
    """
    with open_reader(warehouse) as connection:
        if code or everything:
            query = saved_query("quarantine_rows")
            given = {"all": str(everything).lower()} | ({"code": code} if code else {})
            write(run(connection, query.sql, bind(query, given)), form)
        else:
            write(_explained(run(connection, _BY_CODE)), form)


def _explained(counts: Answer) -> Answer:
    rows = [(*row, CODES[row[0]].title, CODES[row[0]].remedy) for row in counts.rows]
    return Answer((*counts.columns, "meaning", "remedy"), rows)
