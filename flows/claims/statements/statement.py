"""One statement of a block: a claim with the evidence of its parts, in offsets of the block's text."""

from __future__ import annotations

from typing import NamedTuple

from flows.claims.attributions.scene import Offsets
from schemas.rows import ClaimKind, Modality, Origin, Part, Period, Value


class Evidence(NamedTuple):
    """Where a part of a statement was read, and whether it stands in the figure's own clause."""

    spans: tuple[Offsets, ...]
    origin: Origin = "stated"


class Statement(NamedTuple):
    """One claim in offsets of its block: text[start:end] is the clause that makes it.

    `stands_for` is where a subject that is a pronoun was named.
    """

    kind: ClaimKind
    start: int
    end: int
    reading: int | None
    value: Value
    period: Period
    modality: Modality
    negated: bool
    attribution: int | None
    parts: dict[Part, Evidence]
    stands_for: Offsets | None = None
