"""Write an export: the chosen forms below one folder, which appears whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]

from schemas.errors import SourcelineError
from warehouse.export.annotations import write_annotations
from warehouse.export.csv import write_csv
from warehouse.export.openlineage import write_lineage
from warehouse.export.package import write_package
from warehouse.export.parquet import write_parquet
from warehouse.export.provenance import write_provenance
from warehouse.export.tables import EXPORTED, Export, read_table

Form = Literal["csv", "parquet", "annotations", "prov", "openlineage"]

_TABLES: dict[str, Callable[[Export, Path], None]] = {"csv": write_csv, "parquet": write_parquet}
_FILES: dict[str, tuple[str, Callable[[duckdb.DuckDBPyConnection, Path], None]]] = {
    "annotations": ("annotations.jsonl", write_annotations),
    "prov": ("provenance.jsonld", write_provenance),
    "openlineage": ("openlineage.jsonl", write_lineage),
}
FORMS = (*_TABLES, *_FILES)


def write_export(connection: duckdb.DuckDBPyConnection, folder: Path, forms: Sequence[str]) -> list[Path]:
    """Write what a reader's connection shows in each of the forms (of `FORMS`), and return the files below `folder`.

    The files of a form are byte for byte the same whenever the content is: no time and no name of a run is in them, but
    in those that are about runs (prov, openlineage). Raises SourcelineError "export_exists" when there is something at
    `folder`.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SourcelineError("export_exists", str(folder))
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        for form in forms:
            _write(connection, unfinished, form)
        unfinished.replace(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return sorted(file for file in folder.rglob("*") if file.is_file())


def _write(connection: duckdb.DuckDBPyConnection, folder: Path, form: str) -> None:
    if form in _FILES:
        name, write = _FILES[form]
        write(connection, folder / name)
        return
    (folder / form).mkdir()
    files: dict[Path, pa.Schema] = {}
    for table in EXPORTED:
        export = read_table(connection, table)
        file = folder / form / f"{table}.{form}"
        _TABLES[form](export, file)
        files[file] = export.schema
    write_package(folder / form, files)
