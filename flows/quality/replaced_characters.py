"""`replaced_characters`: U+FFFD stands where bytes could not be decoded, here or before the text came here."""

from __future__ import annotations

from collections.abc import Iterator

from flows.quality.firing import Firing
from flows.reading.document import Document

REPLACED = "\ufffd"


def find(document: Document) -> Iterator[Firing]:
    """One finding per block, from its first replaced character to its last."""
    for block in document.blocks:
        text = block.passage.text
        if count := text.count(REPLACED):
            start, end = text.index(REPLACED), text.rindex(REPLACED) + 1
            yield Firing("replaced_characters", block, start, end, "0 replaced characters", str(count))
