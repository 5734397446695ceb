"""Read a batch in several processes, so that no document can take the others with it.

A document that kills its process breaks the pool. What was lost is read again in halves, each in a process of its own,
until the one that kills stands alone and is rejected.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from types import ModuleType

from flows.plan import Sighting
from flows.readings import Reader, Readings, crashed, read_all, read_document

POOL_BYTES = 2_000_000
"""Smaller batches are read in this process: a pool takes longer to start than they take to read."""

CHUNKS_PER_WORKER = 4

Documents = Sequence[Sighting]


def read_batch(documents: Documents, *, workers: int, read: Reader = read_document) -> Readings:
    """The readings of a batch, in its order whatever the number of workers; `read` must be importable by its name."""
    if workers < 2 or sum(document.item.size for document in documents) < POOL_BYTES:
        return read_all(documents, read)
    return read_apart(documents, workers=workers, read=read)


def read_apart(documents: Documents, *, workers: int, read: Reader = read_document) -> Readings:
    """As `read_batch`, always in processes of their own."""
    size = -(-len(documents) // (workers * CHUNKS_PER_WORKER))
    chunks = [documents[start : start + size] for start in range(0, len(documents), size)]
    outcomes = _in_processes(chunks, workers, read)
    pairs = zip(chunks, outcomes, strict=True)
    return Readings.joined([part for chunk, outcome in pairs for part in _kept(chunk, outcome, read)])


def _kept(chunk: Documents, outcome: Readings | None, read: Reader) -> list[Readings]:
    return [outcome] if outcome else _alone(chunk, read)


def _alone(chunk: Documents, read: Reader) -> list[Readings]:
    """A lost chunk, read again in a process that it shares with nothing."""
    outcome = _in_processes([chunk], 1, read)[0]
    if outcome:
        return [outcome]
    if len(chunk) == 1:
        return [read_all(chunk, lambda document: crashed(document, "The process that read it died."))]
    middle = len(chunk) // 2
    return _alone(chunk[:middle], read) + _alone(chunk[middle:], read)


def _in_processes(chunks: Sequence[Documents], workers: int, read: Reader) -> list[Readings | None]:
    """The readings of each chunk; None for those that were lost because a process died."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["flows.readings"])
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        with _bare_main():
            futures = [pool.submit(read_all, chunk, read) for chunk in chunks]
        outcomes: list[Readings | None] = []
        for future in futures:
            try:
                outcomes.append(future.result())
            except BrokenProcessPool:
                outcomes.append(None)
    return outcomes


@contextmanager
def _bare_main() -> Iterator[None]:
    """Hide the main module while workers start: they would import it again, Prefect's engine and all."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
