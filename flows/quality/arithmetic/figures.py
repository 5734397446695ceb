"""The figures of an article's prose, sentence by sentence, with the words between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from flows.claims.sentences import split
from flows.reading.document import Block, Document
from schemas.rows import Claim, Quantity

_SHARES = frozenset({"percent", "percentage_point", "ratio"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated value: its row in the number ledger, its claim, and the folded text around it.

    `before` and `after` reach to the figures beside it, or to the ends of its sentence, which is the `sentence`th of
    its block.
    """

    quantity: Quantity
    claim: Claim
    sentence: int
    before: str
    after: str

    @property
    def is_share(self) -> bool:
        """A percentage or a fraction of something, as a level: no growth, no multiple."""
        unit, value = self.quantity.unit_kind, self.quantity.value
        fraction = unit == "ratio" and self.quantity.unit is None and value is not None and 0 < value < 1
        return self.claim.value_kind == "level" and (unit == "percent" or fraction)

    @property
    def value(self) -> float:
        """The single value stated; 0 where none is."""
        return self.quantity.value or 0.0

    @property
    def per_whole(self) -> float:
        """What the whole is in the unit of a share: 100 of a percentage, 1 of a fraction."""
        return 100.0 if self.quantity.unit_kind == "percent" else 1.0


Paragraph = tuple[Figure, ...]
"""The figures of one block in reading order."""


def paragraphs_of(document: Document, claims: Sequence[Claim], quantities: Sequence[Quantity]) -> Iterator[Paragraph]:
    """The figures of each block of prose that holds at least two, a share or a change among them."""
    stated = {claim.quantity_no: claim for claim in claims if claim.kind == "quantity"}
    prose = (row for row in quantities if row.role == "value" and row.table_no is None and row.quantity_no in stated)
    for block_no, rows in groupby(prose, key=lambda row: row.block_no):
        told = [(row, stated[row.quantity_no]) for row in rows]
        if len(told) > 1 and any(row.unit_kind in _SHARES or claim.value_kind != "level" for row, claim in told):
            yield _paragraph(document.blocks[block_no], told)


def _paragraph(block: Block, told: Sequence[tuple[Quantity, Claim]]) -> Paragraph:
    starts, ends = _sentences(block)
    sentences = [bisect_right(starts, row.char_start) - 1 for row, _ in told]
    figures = []
    for k, (row, claim) in enumerate(told):
        at = sentences[k]
        first = told[k - 1][0].char_end if k and sentences[k - 1] == at else starts[at]
        last = told[k + 1][0].char_start if k + 1 < len(told) and sentences[k + 1] == at else ends[at]
        before = block.passage.between(first, row.char_start).folded
        figures.append(Figure(row, claim, at, before, block.passage.between(row.char_end, last).folded))
    return tuple(figures)


def _sentences(block: Block) -> tuple[list[int], list[int]]:
    """Where the sentences of a block start and end in the source text."""
    spans = [block.passage.pieces(*sentence) for sentence in split(block.passage.folded)]
    pieces = [found for found in spans if found]
    return [found[0].start for found in pieces], [found[-1].end for found in pieces]


def neighbours(paragraph: Paragraph, count: int) -> Iterator[Paragraph]:
    """Each run of so many figures that stand next to each other in one sentence."""
    for k in range(len(paragraph) - count + 1):
        run = paragraph[k : k + count]
        if run[0].sentence == run[-1].sentence:
            yield run
