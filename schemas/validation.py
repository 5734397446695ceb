"""Frames are held against their contracts: what passes is accepted, what fails goes to quarantine with its reason.

Promise 3 rests here: every extracted row is in exactly one of the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from schemas.dtypes import KEY, TABLES, schema_of
from schemas.failures import FAILURES, failures
from schemas.quarantining import quarantine_rows
from schemas.references import REFERENCES, Reference
from schemas.rejection_frames import QUARANTINE

ROW = "row"


@dataclass(frozen=True, slots=True)
class Validated:
    """A batch after validation: a frame per table, one frame of rejected rows (see `schemas.rejections`), and how many
    rows of each table every extraction had before (`extraction_id, table_name, extracted`).
    """

    accepted: dict[str, pl.DataFrame]
    quarantined: pl.DataFrame
    extracted: pl.DataFrame

    @property
    def extraction_ids(self) -> list[str]:
        return self.accepted["extractions"][KEY].to_list()


def validate(frames: Mapping[str, pl.DataFrame]) -> Validated:
    """Validate a batch of frames as `schemas.frames` makes them, collecting every failure.

    A row is quarantined once, for the first rule it breaks; what hangs on it goes with it (`schemas.references`).
    Raises TypeError for a LazyFrame, which pandera would wave through,, and ValueError unless the tables are
    those of `schemas.dtypes.TABLES` and every row names its extraction.
    """
    _refuse_other_input(frames)
    accepted: dict[str, pl.DataFrame] = {}
    rejected: list[pl.DataFrame] = []
    for table in TABLES:
        failed = failures(table, frames[table])
        for reference in REFERENCES:
            if reference.child == table:
                failed = _with_orphans(failed, reference, frames, accepted)
        accepted[table] = _without(frames[table], failed, table)
        if failed.height:
            rejected.append(quarantine_rows(table, frames[table], failed, frames["extractions"]))
    return Validated(accepted, pl.concat([pl.DataFrame(schema=QUARANTINE), *rejected]), _counted(frames))


def _refuse_other_input(frames: Mapping[str, pl.DataFrame]) -> None:
    for table, frame in frames.items():
        if not isinstance(frame, pl.DataFrame):
            raise TypeError(f"{table}: only an eager polars DataFrame can be validated, not {type(frame).__name__}")
    if set(frames) != set(TABLES):
        raise ValueError(f"these tables are missing or unknown: {sorted(set(frames) ^ set(TABLES))}")
    for table, frame in frames.items():
        if frame.schema.get(KEY) != pl.String or frame[KEY].has_nulls():
            raise ValueError(f"{table}: every row must name its extraction")


def _counted(frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    counts = [
        frame.group_by(KEY, maintain_order=True).agg(
            pl.lit(table).alias("table_name"), pl.len().cast(pl.Int64).alias("extracted")
        )
        for table, frame in frames.items()
    ]
    return pl.concat(counts)


def _without(frame: pl.DataFrame, failed: pl.DataFrame, table: str) -> pl.DataFrame:
    if failed.height == frame.height:
        return pl.DataFrame(schema=schema_of(table))
    kept = frame.with_row_index(ROW).join(failed, on=ROW, how="anti", maintain_order="left") if failed.height else frame
    return kept.select(schema_of(table).names())


def _with_orphans(
    failed: pl.DataFrame,
    reference: Reference,
    frames: Mapping[str, pl.DataFrame],
    accepted: Mapping[str, pl.DataFrame],
) -> pl.DataFrame:
    """The failed rows and those whose parent is not accepted; a table that refers to itself is gone through again
    until no more rows fall.
    """
    child = frames[reference.child].with_row_index(ROW)
    while failed.height < child.height:
        standing = child.join(failed, on=ROW, how="anti", maintain_order="left") if failed.height else child
        parents = accepted.get(reference.parent, standing)
        orphans = _orphans(standing, reference, parents, frames[reference.parent])
        failed = pl.concat([failed, orphans])
        if not orphans.height or reference.parent != reference.child:
            break
    return failed


def _orphans(
    standing: pl.DataFrame, reference: Reference, parents: pl.DataFrame, extracted: pl.DataFrame
) -> pl.DataFrame:
    columns, parent_columns = list(reference.columns), list(reference.parent_columns)
    named = standing.drop_nulls(columns)
    orphans = named.join(parents, left_on=columns, right_on=parent_columns, how="anti", maintain_order="left")
    if not orphans.height:
        return pl.DataFrame(schema=FAILURES)
    known = all(extracted.schema.get(name) == parents.schema[name] for name in parent_columns)
    missing = orphans.join(extracted, left_on=columns, right_on=parent_columns, how="anti") if known else orphans[:0]
    value = pl.concat_str([pl.col(name).cast(pl.String) for name in columns[1:] or columns], separator=", ")
    code = pl.when(pl.col(ROW).is_in(missing[ROW].implode())).then(pl.lit("parent_missing"))
    return orphans.select(
        ROW,
        code.otherwise(pl.lit("parent_rejected")).alias("code"),
        pl.lit(", ".join(columns[1:] or columns)).alias("column_name"),
        value.alias("failing_value"),
    ).cast(FAILURES)
