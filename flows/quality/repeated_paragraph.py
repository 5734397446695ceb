"""`repeated_paragraph`: a long paragraph stands in the text twice, as where a page was joined from overlapping parts.

Quotes are passed over: a pull quote repeats the text by intent.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.quality.firing import Firing
from flows.reading.document import Block, Document

SHORTEST = 200
"""Characters; what is shorter may be a refrain, a label or a note under each of several tables."""


def find(document: Document) -> Iterator[Firing]:
    seen: dict[str, Block] = {}
    for block in document.blocks:
        if block.kind not in ("paragraph", "list_item") or len(block.passage.text) < SHORTEST:
            continue
        first = seen.setdefault(" ".join(block.content.split()), block)
        if first is not block:
            line = document.lines.line(first.passage.runs[0].source_start)
            yield Firing.of_block("repeated_paragraph", block, "said once", f"the same as line {line}")
