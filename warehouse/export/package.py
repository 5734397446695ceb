"""A Frictionless data package: which files there are, and the schema of each, from the contracts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from schemas.models import MODELS
from schemas.table_schemas import table_schema

NAME = "datapackage.json"
PROFILE = "https://specs.frictionlessdata.io/schemas/data-package.json"


def write_package(folder: Path, tables: Mapping[Path, pa.Schema]) -> None:
    """Describe the table files (named by their table) that stand in `folder`."""
    resources = [_resource(folder, file, schema) for file, schema in sorted(tables.items())]
    package = {
        "$schema": PROFILE,
        "name": "sourceline",
        "title": "Claims, tables and figures, each with the source line that it was read from",
        "resources": resources,
    }
    (folder / NAME).write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _resource(folder: Path, file: Path, schema: pa.Schema) -> dict[str, Any]:
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    kind = file.suffix.removeprefix(".")
    return {
        "name": file.stem,
        "path": file.relative_to(folder).as_posix(),
        "format": kind,
        "mediatype": {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}[kind],
        "encoding": "utf-8",
        "bytes": file.stat().st_size,
        "hash": f"sha256:{digest}",
        "profile": "tabular-data-resource",
        "schema": table_schema(file.stem) if file.stem in MODELS else {"fields": _fields(schema)},
    }


def _fields(schema: pa.Schema) -> Sequence[dict[str, str]]:
    """The fields of a view, which has no contract of its own."""
    return [{"name": field.name, "type": _type(field.type)} for field in schema]


def _type(dtype: pa.DataType) -> str:
    tests = {
        "boolean": pa.types.is_boolean,
        "integer": pa.types.is_integer,
        "number": pa.types.is_floating,
        "date": pa.types.is_date,
        "array": pa.types.is_list,
    }
    return next((name for name, test in tests.items() if test(dtype)), "string")
