"""What a reader leaves out: the stretches of the source text that belong to no block and are no white space."""

from __future__ import annotations

from collections.abc import Sequence

from flows.reading.outline import Draft
from schemas.rows import Piece


def left_hidden(source: str, drafts: Sequence[Draft]) -> list[Piece]:
    """The stretches between the pieces of the drafts, in order, without white space at their ends."""
    pieces = [piece for draft in drafts for piece in draft.passage.pieces(0, len(draft.passage.text))]
    hidden, at = [], 0
    for start, end in [*sorted(pieces), Piece(len(source), len(source))]:
        gap = source[at:start]
        if stripped := gap.strip():
            first = at + len(gap) - len(gap.lstrip())
            hidden.append(Piece(first, first + len(stripped)))
        at = max(at, end)
    return hidden
