"""Validated rows as Parquet files, one folder per batch: what the writer loads."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from schemas.validation import Validated


@dataclass(frozen=True, slots=True)
class Staged:
    """A batch on disk: `folder` holds one Parquet file per table with rows."""

    batch_id: str
    folder: Path

    def file(self, table: str) -> Path | None:
        """The table's file, or None where the batch has no rows for it."""
        path = self.folder / f"{table}.parquet"
        return path if path.exists() else None

    def discard(self) -> None:
        """Remove the files, after the load."""
        shutil.rmtree(self.folder)


def stage(validated: Validated, directory: Path, batch_id: str) -> Staged:
    """Write a batch below `directory`; the folder appears whole or not at all, and replaces one of the same name.

    `batch_id` must name the batch by its content: a batch of the same name is never loaded again.
    """
    folder, unfinished = directory / batch_id, directory / f"{batch_id}.unfinished"
    for old in (folder, unfinished):
        shutil.rmtree(old, ignore_errors=True)
    unfinished.mkdir(parents=True)
    written = validated.accepted | {"quarantine": validated.quarantined, "extraction_rows": validated.extracted}
    for table, frame in written.items():
        if frame.height:
            frame.write_parquet(unfinished / f"{table}.parquet", compression="lz4")
    return Staged(batch_id, unfinished.rename(folder))
