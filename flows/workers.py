"""Read a batch: its harmless documents in this process where they are few, else all of them in processes apart.

Which way a document is read changes nothing in what comes of it: caps go by its media type alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from flows.jail import Death, run_jailed
from flows.limits import Caps, caps_of
from flows.outcomes import Reader, given_up, read_document
from flows.plan import Sighting
from flows.readings import Readings
from schemas.columns import Columns, by_column
from schemas.rejections import Rejection

APART_BYTES = 2_000_000
"""Smaller batches of harmless documents are read in this process: others take longer to start than they to read."""

Documents = Sequence[Sighting]


def read_batch(documents: Documents, *, workers: int, read: Reader = read_document) -> Readings:
    """The readings of a batch, in its order whatever the number of workers; `read` must be importable by its name."""
    harmless = not any(map(_caps, documents))
    small = sum(document.item.size for document in documents) < APART_BYTES
    if harmless and (workers < 2 or small):
        return Readings.of([_read_here(read, document) for document in documents])
    return Readings.of(read_apart(documents, workers=workers, read=read))


def read_apart(documents: Documents, *, workers: int, read: Reader = read_document) -> list[Columns | Rejection]:
    """What came of each document, all of them read in processes of their own."""
    results = run_jailed(partial(_read_by_column, read), documents, children=workers, caps=_caps)
    return [_outcome(document, result) for document, result in zip(documents, results, strict=True)]


def _read_by_column(read: Reader, document: Sighting) -> Columns | Rejection:
    outcome = read(document)
    return outcome if isinstance(outcome, Rejection) else by_column(outcome)


def _read_here(read: Reader, document: Sighting) -> Columns | Rejection:
    try:
        return _read_by_column(read, document)
    except MemoryError:
        return given_up(document, "too_much_memory", "Reading needed more memory than there was.")


def _caps(document: Sighting) -> Caps | None:
    return caps_of(document.item.media_type)


def _outcome(document: Sighting, result: Columns | Rejection | Death) -> Columns | Rejection:
    return given_up(document, result.code, result.message) if isinstance(result, Death) else result
