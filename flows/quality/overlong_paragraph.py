"""`overlong_paragraph`: text that goes on without a break for longer than any article does."""

from __future__ import annotations

from collections.abc import Iterator

from flows.quality.firing import Firing, prose_of
from flows.reading.document import Document

LONGEST = 50_000
"""Characters: a short book's chapter in one paragraph."""
SHOWN = 80
"""Characters of the paragraph that the finding quotes."""


def find(document: Document) -> Iterator[Firing]:
    for block in prose_of(document):
        length = len(block.passage.text)
        if length > LONGEST:
            yield Firing(
                "overlong_paragraph", block, 0, SHOWN, f"at most {LONGEST:,} characters", f"{length:,} characters"
            )
