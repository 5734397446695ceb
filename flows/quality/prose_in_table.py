"""`prose_in_table`: lines of prose right under a Markdown table, which by Markdown's rules are its rows."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from flows.quality.firing import Firing
from flows.reading.document import Document
from flows.reading.media import MARKDOWN

FEWEST_WORDS = 8
_SENTENCE = regex.compile(r"""[.!?:]["')\]]*\s*\Z""")


def find(document: Document) -> Iterator[Firing]:
    if document.media_type != MARKDOWN:
        return
    for block in document.blocks:
        if block.kind == "table":
            yield from (
                Firing("prose_in_table", block, row.start(), row.end(), "a row with pipes")
                for row in _ROW.finditer(block.passage.text)
                if _is_prose(row[0])
            )


_ROW = regex.compile(r"[^\n]+")


def _is_prose(row: str) -> bool:
    return "|" not in row and (len(row.split()) >= FEWEST_WORDS or bool(_SENTENCE.search(row)))
