"""What the exact values behind the cells of one column or row may be, seen together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.quality.arithmetic.bounds import Bounds, bounds_of
from flows.quality.arithmetic.precision import Precision, precision_of
from schemas.rows import Cell

_GROUP = 3
"""Noughts at the end of every cell come from rounding by thousands, in groups of three; fewer are chance."""


def tally(cells: Sequence[Cell]) -> list[Bounds]:
    """The bounds of cells that stand in one unit: half a unit of the last digit that any of them states."""
    precisions = [precision_of(cell) for cell in cells]
    shared = min((_grain(p) for p in precisions if p is not None), default=1.0)
    return [
        bounds_of(cell, p and replace(p, unit=max(shared, p.unit), zeros=0))
        for cell, p in zip(cells, precisions, strict=True)
    ]


def _grain(precision: Precision) -> float:
    return float(precision.unit * 10.0 ** (precision.zeros // _GROUP * _GROUP))
