"""A stated figure of a table beside what its neighbours imply, and when a misfit counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.quality.arithmetic.bounds import Bounds
from schemas.rows import Cell


@dataclass(frozen=True, slots=True)
class Check:
    """The figure of a cell: what is `implied`, what it has `stated`, and the implied in words."""

    cell: Cell
    implied: Bounds
    stated: Bounds
    expected: str

    @property
    def fails(self) -> bool:
        return self.implied.contradicts(self.stated)


def supported(readings: Sequence[Sequence[Check]]) -> list[Check]:
    """The failed checks under the reading of a table that most of its rows bear out.

    Nothing where no reading holds for two rows, and for twice as many as it fails for: the columns mean something else.
    """
    best = max(readings, key=_held, default=())
    held = _held(best)
    failed = [check for check in best if check.fails]
    return failed if held >= 2 and held >= 2 * len(failed) else []


def _held(checks: Sequence[Check]) -> int:
    return sum(not check.fails for check in checks)
