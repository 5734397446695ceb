"""The contracts as Frictionless table schemas: what a data package says of its columns, keys and references.

A reference that may name nothing is left out: the standard has no word for a key that is null in part.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandera.polars as pa
import polars as pl

from schemas.dtypes import schema_of
from schemas.models import MODELS
from schemas.references import REFERENCES, Reference

TYPES: Mapping[pl.DataType, str] = {
    pl.Boolean(): "boolean",
    pl.Int64(): "integer",
    pl.Float64(): "number",
    pl.Date(): "date",
    pl.String(): "string",
}
"""Every other type is a list, and is written as JSON."""

_CONSTRAINTS: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "isin": lambda told: {"enum": list(told["allowed_values"])},
    "str_matches": lambda told: {"pattern": told["pattern"]},
    "str_length": lambda told: {"minLength": told["min_value"]},
    "greater_than_or_equal_to": lambda told: {"minimum": told["min_value"]},
    "less_than_or_equal_to": lambda told: {"maximum": told["max_value"]},
}
"""A check of a pandera column, by its name, as the constraints that say the same."""


def table_schema(table: str) -> dict[str, Any]:
    """The Frictionless table schema of `extractions` or of a content table.

    A reference leads to the resource that has the table's name.
    """
    contract = MODELS[table].to_schema()
    fields = [_field(contract.columns[name], name, dtype) for name, dtype in schema_of(table).items()]
    references = [
        {"fields": list(reference.columns), "reference": _target(reference)}
        for reference in REFERENCES
        if reference.child == table and not any(contract.columns[name].nullable for name in reference.columns)
    ]
    schema = {"fields": fields, "primaryKey": list(contract.unique or ()), "foreignKeys": references}
    return {name: value for name, value in schema.items() if value}


def _target(reference: Reference) -> dict[str, Any]:
    resource = "" if reference.parent == reference.child else reference.parent
    return {"resource": resource, "fields": list(reference.parent_columns)}


def _field(column: pa.Column, name: str, dtype: pl.DataType) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    for check in column.checks:
        if check.name in _CONSTRAINTS:
            constraints |= _CONSTRAINTS[check.name](check.statistics)
    if not column.nullable and (constraints or dtype != pl.String()):  # text may be empty, which a CSV cannot tell
        constraints["required"] = True
    return {"name": name, "type": TYPES.get(dtype, "array")} | ({"constraints": constraints} if constraints else {})
