"""Readings: the rows of many documents as frames, and for each document that gave none the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from schemas.columns import Columns
from schemas.frames import frames_of
from schemas.rejections import Rejection


@dataclass(frozen=True, slots=True)
class Readings:
    """What came of some documents: one frame per table, and the documents that gave no rows."""

    frames: dict[str, pl.DataFrame]
    rejected: tuple[Rejection, ...]

    @classmethod
    def of(cls, outcomes: Sequence[Columns | Rejection]) -> Readings:
        """The outcomes of documents, in their order."""
        return cls(
            frames_of([outcome for outcome in outcomes if isinstance(outcome, Columns)]),
            tuple(outcome for outcome in outcomes if isinstance(outcome, Rejection)),
        )
