"""`replaced_characters`: U+FFFD stands where bytes could not be decoded, here or before the text came here."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from flows.quality.firing import Firing
from flows.reading.document import Document

_REPLACED = regex.compile("\ufffd+")


def find(document: Document) -> Iterator[Firing]:
    """One finding per block, from its first replaced character to its last."""
    for block in document.blocks:
        places = list(_REPLACED.finditer(block.passage.text))
        if places:
            count = sum(len(place[0]) for place in places)
            yield Firing(
                "replaced_characters", block, places[0].start(), places[-1].end(), "0 replaced characters", str(count)
            )
