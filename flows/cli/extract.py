"""`sourceline extract`: bytes in, JSON Lines out; no warehouse, no Prefect, no frames."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

import click

from flows.archives import SUFFIX
from flows.cli.exits import EXIT_CODES, Exit
from flows.extract import extract
from flows.guarded import extract_guarded
from flows.jsonl import line, records
from flows.reading.decoding import Unreadable
from flows.reading.media import BY_SUFFIX, TEXT
from schemas.errors import SourcelineError


@click.command(
    short_help="Print all that one article holds as JSON Lines.",
    epilog=EXIT_CODES,
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "--media-type",
    type=click.Choice(sorted({*BY_SUFFIX.values()})),
    help="What FILE is; by default its name tells.",
)
@click.option(
    "--reference-date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day that “last year” is told from; by default the article's own date.",
)
@click.option("--records", "as_records", is_flag=True, help='FILE holds JSON Lines {"id": ..., "text": ...}.')
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    media_type: str | None,
    reference_date: datetime | None,
    as_records: bool,
) -> None:
    """Print all that one article holds as JSON Lines.

    Each line is a row of the data model; its key "record" names the table. FILE may be “-” for standard input.

    \b
    Examples:
      sourceline extract raw/city-budget.txt
      curl -s https://example.org/a.md | sourceline extract - --media-type text/markdown
      sourceline extract --records texts.jsonl > facts.jsonl
    """
    if file.lower().endswith(SUFFIX):
        raise click.UsageError(f"{file} holds many articles; pipe one: unzip -p {file} NAME | sourceline extract -")
    day = reference_date.date() if reference_date else None
    with click.open_file(file, "rb") as source:
        if as_records:
            ctx.exit(_print_records(source, media_type or TEXT, day))
        try:
            extraction = extract_guarded(source.read(), media_type=media_type, name=file, reference_date=day)
        except Unreadable as error:
            raise SourcelineError(error.code, file) from error
    _print(records(extraction))


def _print_records(lines: Iterable[bytes], media_type: str, day: date | None) -> Exit:
    """One line of input after the other, so that a stream of any length can be read; a bad one is told and passed."""
    worst = Exit.WELL
    for number, entry in enumerate(lines, start=1):
        if not entry.strip():
            continue
        identity: Any = None
        try:
            identity, text = _record(entry)
            extraction = extract(text.encode(), media_type=media_type, name=str(identity), reference_date=day)
        except (Unreadable, SourcelineError) as error:
            worst = Exit.FLAWED
            rejection = {"id": identity, "record": "quarantine", "stage": "read", "code": error.code}
            _print(iter([rejection | {"message": f"line {number}: {error}"}]))
        else:
            _print({"id": identity} | record for record in records(extraction))
    return worst


def _record(entry: bytes) -> tuple[Any, str]:
    try:
        record = json.loads(entry)
        return record["id"], record["text"].encode("utf-8", "replace").decode()
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise SourcelineError("bad_record", f"{type(error).__name__}: {error}") from error


def _print(rows: Iterator[dict[str, Any]]) -> None:
    sys.stdout.buffer.writelines(line(row).encode() for row in rows)
