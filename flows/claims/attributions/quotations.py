"""The quotations of a block: stretches between double quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_MARK = re.compile(r'"|\'\'|``')
_OPENS_AFTER = frozenset(" ([-\u2013\u2014/:,")


@dataclass(frozen=True, slots=True)
class Quotations:
    """Starts and ends, marks included, in order; a quotation that is not closed ends with the block."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> Quotations:
        """The quotations of a folded block. A mark before which white space or a bracket stands opens one."""
        starts: list[int] = []
        ends: list[int] = []
        if '"' not in text and "''" not in text and "``" not in text:
            return cls(starts, ends)
        for mark in _MARK.finditer(text):
            opened = len(starts) > len(ends)
            opens = mark.start() == 0 or text[mark.start() - 1] in _OPENS_AFTER
            closes = mark.end() == len(text) or text[mark.end()] in " ,.;:!?)]-\u2013\u2014'"
            if opened and (closes or not opens):
                ends.append(mark.end())
            elif not opened:
                starts.append(mark.start())
        if len(starts) > len(ends):
            ends.append(len(text))
        return cls(starts, ends)

    def around(self, at: int) -> tuple[int, int] | None:
        """The quotation that holds the character."""
        no = bisect_right(self.starts, at) - 1
        return (self.starts[no], self.ends[no]) if no >= 0 and at < self.ends[no] else None

    def opening_at(self, at: int) -> tuple[int, int] | None:
        """The quotation that starts at the character."""
        no = bisect_left(self.starts, at)
        return (self.starts[no], self.ends[no]) if no < len(self.starts) and self.starts[no] == at else None

    def closing_at(self, at: int) -> tuple[int, int] | None:
        """The quotation that ends there."""
        no = bisect_left(self.ends, at)
        return (self.starts[no], self.ends[no]) if no < len(self.ends) and self.ends[no] == at else None
