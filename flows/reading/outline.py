"""Blocks of a document in reading order: numbered, under their headings, tied to the block they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from flows.reading.document import Block, Metadata
from flows.reading.passage import Passage
from schemas.rows import BlockKind, Piece

if TYPE_CHECKING:
    from flows.tables.grid import Grid

COLONS = (":", "\uff1a")


class Draft(NamedTuple):
    """A block before the document around it is known. `depth` counts the list items around it, its own included."""

    kind: BlockKind
    passage: Passage
    rule_id: str
    level: int | None = None
    depth: int = 0
    content_start: int = 0
    grid: Grid | None = None


class Reading(NamedTuple):
    """What a reader makes of a source text: drafts in reading order, hidden stretches, what it says of itself."""

    drafts: Sequence[Draft]
    hidden: Sequence[Piece]
    metadata: Metadata = Metadata()


def outline(drafts: Sequence[Draft]) -> tuple[Block, ...]:
    """The blocks of drafts in reading order.

    The parent of a nested list item, and of what is set under an item, is the item; that of a list, table, quote or
    code right after a text that ends in a colon is this text.
    """
    blocks: list[Block] = []
    headings: list[tuple[int, str]] = []
    items: list[int] = []
    intro: int | None = None
    for number, draft in enumerate(drafts):
        items = items[: _depth_of_parent(draft)]
        parent = items[-1] if items else intro if _may_be_announced(draft) else None
        if draft.kind == "heading":
            level = draft.level or 1
            headings = [above for above in headings if above[0] < level]
        path = tuple(title for _, title in headings)
        blocks.append(
            Block(
                number,
                draft.kind,
                draft.passage,
                draft.rule_id,
                draft.level,
                path,
                parent,
                draft.content_start,
                draft.grid,
            )
        )
        if draft.kind == "heading":
            headings.append((level, draft.passage.text))
        if draft.kind == "list_item":
            items.append(number)
        elif not draft.depth:
            intro = number if draft.passage.text.rstrip().endswith(COLONS) else None
    return tuple(blocks)


def _depth_of_parent(draft: Draft) -> int:
    return draft.depth - 1 if draft.kind == "list_item" else draft.depth


def _may_be_announced(draft: Draft) -> bool:
    return draft.kind in ("list_item", "table", "quote", "code")
