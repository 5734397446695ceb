"""`sourceline trace`: a claim, highlighted in its source lines, and how it came into the warehouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from flows.cli import options
from flows.cli.exits import EXIT_CODES
from warehouse.reader import open_reader
from warehouse.trace import MarkedLine, Trace, trace

SHOWN = (
    *("kind", "subject", "predicate", "population", "measure"),
    *("value", "value_low", "value_high", "unit_kind", "unit", "comparator", "value_kind", "direction"),
    *("period_text", "period_edtf", "place", "modality", "negated"),
)
"""The columns of a claim that are printed where they are not NULL."""


_NAME = len("part attribution")
"""Columns of the terminal for the longest name of a field."""


@click.command(
    short_help="Show a claim in its source lines, and how it came about.",
    epilog=EXIT_CODES,
)
@click.argument("claim_id")
@options.warehouse
def command(claim_id: str, warehouse: Path) -> None:
    """Show a claim in its source lines, and how it came about.

    CLAIM_ID is a claim's identifier or as much of its beginning as no other claim shares.

    \b
    Examples:
      sourceline query "SELECT claim_id, quote FROM facts LIMIT 5"
      sourceline trace 4f2a91
    """
    with open_reader(warehouse) as connection:
        traced = trace(connection, claim_id)
    console = Console(highlight=False, soft_wrap=True)
    for line in _page(traced, carets=not console.is_terminal):
        console.print(line)


def _page(traced: Trace, *, carets: bool) -> Iterator[Text]:
    claim = traced.claim
    place = ", ".join(traced.paths) or "a document that lies nowhere any more"
    yield Text.assemble(("claim ", "bold"), claim["claim_id"], f"  {place}, line {claim['line_start']}")
    yield Text()
    for line in traced.lines:
        yield from _numbered(line, carets=carets)
    yield Text()
    yield from _fields((name, claim[name]) for name in SHOWN)
    for part in traced.parts:
        yield _field(f"part {part['part']}", f"“{part['quote']}” ({_words(part['origin'])})")
    if said := traced.attribution:
        yield _field("source", f"{said['source_text'] or 'unnamed'}, “{said['cue_text']}”")
    yield Text()
    yield from _fields(_origin(traced))


def _numbered(line: MarkedLine, *, carets: bool) -> Iterator[Text]:
    shown = Text(line.text.replace("\t", " "))
    for start, end in line.marks:
        shown.stylize("black on yellow", start, end)
    yield Text.assemble((f"{line.line_no:>6} │ ", "dim"), shown)
    if carets:
        yield Text(f"{'':>6} │ " + _carets(shown.plain, line.marks))


def _carets(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    """Carets under the marked stretches; wide characters take two columns."""
    under, at = "", 0
    for start, end in marks:
        under += " " * cell_len(text[at:start]) + "^" * cell_len(text[start:end])
        at = end
    return under


def _origin(traced: Trace) -> Iterator[tuple[str, Any]]:
    extraction, load, run = traced.extraction, traced.load, traced.run
    yield "rule", traced.claim["rule_id"]
    yield "document", extraction["document_id"]
    yield "parser, schema", f"{extraction['parser_version']}, {extraction['schema_version']}"
    yield "loaded", f"{load['committed_at']:%Y-%m-%d %H:%M:%S} UTC, load {load['load_id'][:12]}"
    yield "run", f"{run['run_id']} (sourceline {run['code_version']})"


def _fields(fields: Iterator[tuple[str, Any]]) -> Iterator[Text]:
    for name, value in fields:
        if value is not None:
            yield _field(_words(name), value)


def _field(name: str, value: object) -> Text:
    return Text.assemble((f"  {name:<{_NAME}}", "cyan"), f"  {value}")


def _words(name: str) -> str:
    return name.replace("_", " ")
