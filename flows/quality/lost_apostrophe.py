"""`lost_apostrophe`: what stood behind an apostrophe stands alone, as where a page dropped typographic quotes."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from flows.quality.firing import Firing
from flows.quality.vocabulary import any_of
from flows.reading.document import Document

_OWNER = rf"(?!{any_of('no_owners')}\b)\p{{L}}[\p{{L}}-]+"
_PRONOUN = r"(?:i|you|we|they|he|she|it|who|that|there)"

_LOST = regex.compile(
    rf"""(?<![\p{{L}}\p{{N}}'.-])(?:
        (?i:{_OWNER})\ s
      | (?i:{_PRONOUN})\ (?:re|ve|ll)
      | (?i:{any_of("negated")})\ t
    )\ \p{{L}}[\p{{L}}-]*+(?!')""",
    regex.VERBOSE,
)


def find(document: Document) -> Iterator[Firing]:
    for block in document.blocks:
        if block.kind not in ("code", "table"):
            for found in _LOST.finditer(block.passage.folded):
                yield Firing("lost_apostrophe", block, found.start(), found.end(), expected=_mended(found[0]))


def _mended(text: str) -> str:
    before, lone, after = text.rsplit(" ", 2)
    return f"{before}'{lone} {after}"
