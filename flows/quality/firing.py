"""What a quality rule reports: a code and the place in a block that it fired on."""

from __future__ import annotations

from dataclasses import dataclass

from flows.reading.document import Block, Document

PROSE = frozenset({"paragraph", "list_item", "quote"})
"""The kinds of block that hold sentences."""


@dataclass(frozen=True)
class Firing:
    """block.passage.text[start:end] breaks a rule; `expected` and `actual` say how, where that is not plain to see."""

    code: str
    block: Block
    start: int
    end: int
    expected: str | None = None
    actual: str | None = None

    @classmethod
    def of_block(cls, code: str, block: Block, expected: str | None = None, actual: str | None = None) -> Firing:
        """A rule that fired on a whole block."""
        return cls(code, block, 0, len(block.passage.text), expected, actual)


def prose_of(document: Document) -> list[Block]:
    """The blocks of a document that hold sentences, in reading order."""
    return [block for block in document.blocks if block.kind in PROSE]
