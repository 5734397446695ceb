"""What pandera finds wrong with a frame: for each failing row the first rule it breaks, and with what value."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from pandera.errors import SchemaErrors

from schemas.models import MODELS

FAILURES = pl.Schema(
    {
        "row": pl.UInt32(),
        "code": pl.String(),
        "column_name": pl.String(),
        "failing_value": pl.String(),
    }
)
"""`row` is the index in the validated frame; `column_name` lists the columns that the rule looks at."""

CODE_OF_CHECK = {
    "not_nullable": "missing_value",
    "isin": "unknown_term",
    "greater_than_or_equal_to": "out_of_range",
    "in_range": "out_of_range",
    "str_matches": "bad_format",
    "str_length": "bad_format",
    "multiple_fields_uniqueness": "not_unique",
    "field_uniqueness": "not_unique",
}
"""Pandera's own checks; those made by `schemas.rules` are named by their code."""


def failures(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The rows that break the contract of a table. One column of another type fails every row."""
    if frame.is_empty():
        return pl.DataFrame(schema=FAILURES)  # most articles have no table; pandera takes as long as with a thousand
    try:
        MODELS[table].validate(frame, lazy=True)
    except SchemaErrors as errors:
        return _first_failures(table, frame, errors.failure_cases)
    return pl.DataFrame(schema=FAILURES)


def _first_failures(table: str, frame: pl.DataFrame, cases: pl.DataFrame) -> pl.DataFrame:
    shape = cases.filter(pl.col("index").is_null())
    if shape.height:
        return _all_rows(frame, shape)
    first = cases.unique("index", keep="first", maintain_order=True).sort("index")
    groups = [
        _described(frame, part["index"], check.split("(")[0], _columns(table, column, check, number))
        for (check, column, number), part in first.group_by("check", "column", "check_number", maintain_order=True)
    ]
    return pl.concat(groups)


def _all_rows(frame: pl.DataFrame, shape: pl.DataFrame) -> pl.DataFrame:
    case = shape.row(0, named=True)
    missing = case["schema_context"] != "Column"
    return pl.DataFrame(
        {
            "row": range(frame.height),
            "code": "wrong_shape",
            "column_name": case["failure_case"] if missing else case["column"],
            "failing_value": case["check"] if missing else case["failure_case"],
        },
        schema=FAILURES,
    )


def _columns(table: str, column: str, check: str, number: int | None) -> list[str]:
    """The columns that a failed check looks at. Rules of the whole row keep them in their description."""
    schema = MODELS[table].to_schema()
    if column in schema.columns:
        return [column]
    if check == "multiple_fields_uniqueness":
        return list(schema.unique or ())
    return str(schema.checks[number or 0].description).split(", ")


def _described(frame: pl.DataFrame, rows: pl.Series, check: str, columns: Sequence[str]) -> pl.DataFrame:
    shown = pl.concat_str([_shown(frame, name) for name in columns], separator=", ")
    return frame[rows.to_list()].select(
        rows.alias("row").cast(pl.UInt32),
        pl.lit(CODE_OF_CHECK.get(check, check)).alias("code"),
        pl.lit(", ".join(columns)).alias("column_name"),
        shown.alias("failing_value"),
    )


def _shown(frame: pl.DataFrame, name: str) -> pl.Expr:
    if frame.schema[name].is_nested():
        return pl.struct(name).struct.json_encode()
    return pl.col(name).cast(pl.String).fill_null("null")
