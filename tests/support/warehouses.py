"""Warehouses of hand-made articles, written the way a run writes them."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from schemas.dtypes import TABLES
from schemas.frames import frames
from schemas.rejection_frames import rejection_frame
from schemas.rejections import Rejection
from schemas.rows import Extraction
from schemas.validation import Validated, validate
from tests.support.articles import made_by_hand
from warehouse.ledger import SourceFile, finish_run, record_files, start_run
from warehouse.load import Loaded, load
from warehouse.publish import publish
from warehouse.staging import stage
from warehouse.store import Store, open_store, store_path

COPY_LIMIT = "SOURCELINE_COPY_LIMIT"


def source_file(path: str, text: str) -> SourceFile:
    return SourceFile(path, made_by_hand(text).document_id, "text/plain", len(text.encode()), 1)


def load_batch(store: Store, run_id: str, batch: Validated, batch_id: str) -> Loaded:
    return load(store, stage(batch, store.path.parent / "stage", batch_id), run_id)


def rejections(*sources: Rejection) -> Validated:
    """A batch of sources that gave no extraction."""
    nothing = validate(frames([]))
    return Validated(nothing.accepted, rejection_frame(sources), nothing.extracted)


def run_once(
    published: Path, files: Mapping[str, str], *, batches: Sequence[Sequence[Extraction]] | None = None
) -> bool:
    """Load texts by path (in one batch, unless told otherwise), record them, publish; True if there was news.

    The first run of the same texts is made once in a process, and copied.
    """
    if store_path(published).exists():
        return run_anew(published, files, batches)
    apart = None if batches is None else tuple(map(tuple, batches))
    template = _first_run(published.name, tuple(files.items()), apart, os.environ.get(COPY_LIMIT))
    shutil.copytree(template, published.parent, dirs_exist_ok=True)
    return True


@cache
def _first_run(
    name: str,
    files: tuple[tuple[str, str], ...],
    batches: Sequence[Sequence[Extraction]] | None,
    _copy_limit: str | None,  # read where it is published
) -> Path:
    """The folder of a warehouse of that name after a run of texts by path."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    run_anew(folder / name, dict(files), batches)
    return folder


def run_anew(published: Path, files: Mapping[str, str], batches: Sequence[Sequence[Extraction]] | None = None) -> bool:
    """As `run_once`, where it stands."""
    batches = [[made_by_hand(text) for text in files.values()]] if batches is None else batches
    with open_store(published) as store:
        run_id = start_run(store, code_version="test")
        for batch in batches:
            name = " ".join(sorted(extraction.extraction_id for extraction in batch))
            load_batch(store, run_id, validate(frames(batch)), name[:200] or "empty")
        record_files(store, run_id, [source_file(path, text) for path, text in files.items()])
        finish_run(store, run_id, "completed", {"files": len(files)})
        return publish(store)


def row_counts(store: Store) -> dict[str, int]:
    counts = {}
    for table in (*TABLES, "quarantine", "loads", "extraction_rows"):
        counts[table] = store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return counts
