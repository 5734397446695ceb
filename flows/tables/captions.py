"""The caption of a table: what stands right above or below it and says so."""

from __future__ import annotations

from flows.reading.document import Block, Document


def caption_of(document: Document, block: Block) -> str | None:
    """The text of the caption right before a table, else of the one right after it."""
    for number in (block.block_no - 1, block.block_no + 1):
        near = document.blocks[number : number + 1] if number >= 0 else ()
        if near and near[0].kind == "caption":
            return near[0].passage.folded
    return None
