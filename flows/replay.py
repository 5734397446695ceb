"""Read again just the documents that stand in quarantine, after what was wrong with them is mended.

A replay is a run of its own whose plan holds these documents and their places alone. What it reads takes the place of
what the same version read before; a document that fails again keeps its entry.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from flows.plan import Batch
from flows.progress import tell
from flows.run import Run, open_run, plan_run
from flows.settings import Settings
from flows.walk import scope_of
from warehouse.replay import Rejected, load_again, open_rejections, still_open


class Replayed(NamedTuple):
    """How many documents were read again, and how many of the chosen quarantine rows are fixed and still open."""

    documents: int
    fixed: int
    open: int


def replay(settings: Settings, code: str | None = None) -> Replayed:
    """Read again what is in quarantine, of one code or all, at or below `settings.paths` if there are any.

    Raises SourcelineError as `flows.run.open_run` does.
    """
    with open_run(settings) as run:
        chosen = _chosen(open_rejections(run.store.connection, code), scope_of(settings.paths, settings.raw))
        run.settings = replace(settings, paths=_places(chosen, settings.raw))
        documents = _read_again(run, chosen) if chosen else 0
        entries = {rejected.quarantine_id for rejected in chosen}
        left = still_open(run.store.connection, sorted(entries))
    return Replayed(documents, len(entries) - left, left)


def _read_again(run: Run, chosen: Sequence[Rejected]) -> int:
    contents = {(entry.document_id, entry.media_type) for entry in chosen if entry.document_id and entry.media_type}
    plan = plan_run(run.settings, run.store.connection, contents)
    for number, batch in enumerate(plan.batches, start=1):
        parsed = run.parse(_renamed(batch, run.run_id))
        run.rows.update(load_again(run.store, parsed.staged, run.run_id).rows)
        run.rejected.extend(parsed.staged.rejected)
        parsed.staged.discard()
        tell(number, len(plan.batches))
    run.settle(plan)
    run.publish(run.check(plan))
    return plan.documents


def _renamed(batch: Batch, run_id: str) -> Batch:
    """The batch under a name of this run: its content may have been loaded before, and is to be loaded again."""
    return replace(batch, batch_id=hashlib.sha256(f"{run_id} {batch.batch_id}".encode()).hexdigest())


def _chosen(rejected: Sequence[Rejected], scope: Sequence[str]) -> list[Rejected]:
    """Those at or below the named places; without names all."""
    return [
        entry
        for entry in rejected
        if not scope or any(not name or entry.name == name or entry.name.startswith(name + "/") for name in scope)
    ]


def _places(chosen: Sequence[Rejected], raw: Path) -> tuple[Path, ...]:
    """The files to walk, each once; a rejected member of an archive is named below the archive."""
    return tuple(dict.fromkeys(_existing(raw / entry.path) for entry in chosen))


def _existing(path: Path) -> Path:
    return next((place for place in (path, *path.parents) if os.path.lexists(place)), path)
