"""`sourceline export`: what the warehouse says now, as files for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli import options
from flows.cli.exits import EXIT_CODES

FORMS = {
    "csv": "a data package of CSV files, safe to open in a spreadsheet",
    "parquet": "a data package of Parquet files, every value as it stands",
    "annotations": "each claim as a W3C Web Annotation",
    "prov": "what each run read and made, as PROV-O",
    "openlineage": "the runs as OpenLineage events",
}


def _epilog() -> str:
    forms = "\n".join(f"  {form:12} {what}" for form, what in FORMS.items())
    return f"\b\nForms:\n{forms}\n\n{EXIT_CODES}"


@click.command(short_help="Write the facts as CSV, Parquet, annotations or lineage.", epilog=_epilog())
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.argument("forms", nargs=-1, type=click.Choice(tuple(FORMS)), metavar="[FORM ...]")
@options.warehouse
def command(folder: Path, forms: tuple[str, ...], warehouse: Path) -> None:
    """Write the facts as CSV, Parquet, annotations or lineage.

    FOLDER must be new or empty. Without a FORM it is csv. The same content always gives the same bytes.

    \b
    Examples:
      sourceline export facts
      sourceline export lake parquet annotations
      sourceline export lineage prov openlineage
    """
    from warehouse.export.write import write_export
    from warehouse.reader import open_reader

    with open_reader(warehouse) as connection:
        for file in write_export(connection, folder, tuple(dict.fromkeys(forms)) or ("csv",)):
            click.echo(file)
