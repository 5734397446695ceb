"""`teaser`: the opening of another article at the end of this one, cut off (see `flows.reading.teasers`)."""

from __future__ import annotations

from collections.abc import Iterator

from flows.quality.firing import Firing
from flows.reading.document import Document


def find(document: Document) -> Iterator[Firing]:
    for block in document.blocks:
        if block.rule_id == "teaser":
            yield Firing.of_block("teaser", block)
