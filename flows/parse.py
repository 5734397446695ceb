"""Parse a batch: read its documents, hold their rows against the contracts, and put both kinds of rows on disk.

A batch that a run which was broken off has left there, whole, is taken as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from flows.plan import Batch
from flows.settings import Settings
from flows.workers import read_batch
from schemas.rejection_frames import rejection_frame
from schemas.rejections import Rejection
from schemas.validation import Validated, validate
from warehouse.staging import Staged, stage, staged_earlier


@dataclass(frozen=True, slots=True)
class Parsed:
    """A batch and its rows on disk, accepted and quarantined."""

    batch: Batch
    staged: Staged


def parse(batch: Batch, settings: Settings) -> Parsed:
    """The batch, read, validated and staged. Documents whose content is at fault are quarantined with it."""
    return Parsed(batch, staged_earlier(settings.stage, batch.batch_id) or _read(batch, settings))


def _read(batch: Batch, settings: Settings) -> Staged:
    readings = read_batch(batch.documents, workers=settings.workers)
    contents = [rejection for rejection in readings.rejected if rejection.document_id]
    validated = _with_rejections(validate(readings.frames), contents)
    return stage(validated, settings.stage, batch.batch_id, readings.rejected)


def _with_rejections(validated: Validated, rejections: Sequence[Rejection]) -> Validated:
    return replace(validated, quarantined=pl.concat([validated.quarantined, rejection_frame(rejections)]))
