"""Tables against themselves: every arithmetic rule about cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from flows.quality.arithmetic import columns, totals
from flows.quality.arithmetic.checks import Check
from flows.quality.arithmetic.remarks import Remark, contradiction
from flows.quality.arithmetic.sheets import Sheet, sheets_of
from flows.quality.arithmetic.wording import stated
from schemas.rows import Cell

RULES: tuple[Callable[[Sheet], Iterator[Check]], ...] = (totals.find, columns.shares, columns.changes)


def find(cells: Sequence[Cell]) -> Iterator[Remark]:
    """The figures of tables that the figures beside them contradict."""
    for sheet in sheets_of(cells):
        for rule in RULES:
            for check in rule(sheet):
                yield contradiction(check.cell, check.expected, stated(check.cell))
