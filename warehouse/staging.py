"""Validated rows as Parquet files, one folder per batch: what the writer loads.

A folder appears by a rename, whole, with a manifest of its files and their checksums. So a run that was broken off
leaves batches that the next one can load as they are, and what the disk lost or tore is told from them: nothing here
needs to be flushed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from schemas.dtypes import KEY
from schemas.rejection_frames import rejection_frame
from schemas.rejections import Rejection
from warehouse.checksums import checksums_of_each
from warehouse.store import ROW_GROUP

if TYPE_CHECKING:
    from schemas.validation import Validated  # pandera takes its time, and most nights there is nothing to validate

_MANIFEST = "manifest.json"
_UNFINISHED = ".unfinished"

_ROW_GROUP = 4 * ROW_GROUP
"""Rows in a group of a file: few enough that every core has some of a load, and whole groups of the store."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A batch on disk: `folder` holds one Parquet file per table with rows.

    `rejected` are the documents of it that gave none.
    """

    batch_id: str
    folder: Path
    rejected: tuple[Rejection, ...] = ()

    def file(self, table: str) -> Path | None:
        """The table's file, or None where the batch has no rows for it."""
        path = self.folder / f"{table}.parquet"
        return path if path.exists() else None

    def discard(self) -> None:
        """Remove the files, after the load."""
        shutil.rmtree(self.folder)


def stage(validated: Validated, directory: Path, batch_id: str, rejected: Sequence[Rejection] = ()) -> Staged:
    """Write a batch below `directory`; the folder appears whole or not at all, and replaces one of the same name.

    `batch_id` must name the batch by its content: a batch of the same name is never loaded again.
    """
    ledger = {"quarantine": validated.quarantined, "extraction_rows": _entries(validated)}
    return _write(validated.accepted | ledger, directory, batch_id, rejected)


def stage_rejections(paths: Sequence[Rejection], directory: Path) -> Staged:
    """Paths that gave no document, staged for quarantine as a batch of their own."""
    name = hashlib.sha256("\n".join(sorted(path.quarantine_id for path in paths)).encode()).hexdigest()
    return _write({"quarantine": rejection_frame(paths)}, directory, name)


def _entries(validated: Validated) -> pl.DataFrame:
    """How many rows each extraction had in each table, and the checksum of those that were accepted."""
    found = checksums_of_each(validated.accepted)
    entries = validated.extracted.join(found, on=[KEY, "table_name"], how="left")
    return entries.with_columns(pl.col("checksum").fill_null(0))


def _write(
    frames: Mapping[str, pl.DataFrame], directory: Path, batch_id: str, rejected: Sequence[Rejection] = ()
) -> Staged:
    folder, unfinished = directory / batch_id, directory / f"{batch_id}{_UNFINISHED}"
    for old in (folder, unfinished):
        shutil.rmtree(old, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for table, frame in frames.items():
        if frame.height:
            frame.write_parquet(unfinished / f"{table}.parquet", compression="lz4", row_group_size=_ROW_GROUP)
    manifest = {"files": _checksums(unfinished), "rejected": [asdict(rejection) for rejection in rejected]}
    (unfinished / _MANIFEST).write_text(json.dumps(manifest), "utf-8")
    return Staged(batch_id, unfinished.rename(folder), tuple(rejected))


def staged_earlier(directory: Path, batch_id: str) -> Staged | None:
    """The batch as a run that was broken off left it; None if it did not, or not to the last byte.

    A batch with paths that could not be read is not taken over either: by now they may be readable.
    """
    folder = directory / batch_id
    try:
        manifest = json.loads((folder / _MANIFEST).read_text("utf-8"))
        rejected = tuple(Rejection(**rejection) for rejection in manifest["rejected"])
        sound = manifest["files"] == _checksums(folder) and all(rejection.document_id for rejection in rejected)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Staged(batch_id, folder, rejected) if sound else None


def sweep(directory: Path, keep: Collection[str] | None = None) -> None:
    """Remove what was never finished and, where `keep` is given, all batches that it does not name."""
    if not directory.is_dir():
        return
    for folder in directory.iterdir():
        if folder.suffix == _UNFINISHED or (keep is not None and folder.name not in keep):
            shutil.rmtree(folder, ignore_errors=True)
    if not any(directory.iterdir()):
        directory.rmdir()


def _checksums(folder: Path) -> dict[str, str]:
    found = {}
    for path in sorted(folder.glob("*.parquet")):
        with path.open("rb") as file:
            found[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found
