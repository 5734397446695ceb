"""A sentence within its block, as the readers of attributions see it, and what they find in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flows.claims.attributions.cues import CueClass
from flows.claims.attributions.quotations import Quotations
from flows.claims.grammar.phrases import AUXILIARIES, Range
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE

Offsets = tuple[int, int]
"""A half-open stretch of the block's text."""

_STOPS = ' .,;:!?"'
_AT_QUOTATION_END = frozenset(",.!?-\u2013\u2014\u2026")


class Found(NamedTuple):
    """A cue that was read: its tokens, the phrase that is its source, and the spans of its content."""

    cue: Range
    source: Range | None
    content: tuple[Offsets, ...]
    cue_class: CueClass
    rule_id: str


class Scene(NamedTuple):
    """A tagged sentence, the text of its block and the block's quotations."""

    text: str
    quotations: Quotations
    s: Tagged

    def cue(self, verb: int) -> Range:
        """The cue verb with its auxiliaries and adverbs."""
        first = verb
        while first > 0 and (self.s.low[first - 1] in AUXILIARIES or self.s.tags[first - 1] in ("RB", "MD")):
            first -= 1
        return first, verb + 1

    def rest(self, first: int) -> Offsets:
        """From the token to the end of its clause: a semicolon, the end of the sentence or of the quotation around."""
        s = self.s
        start = s.starts[first]
        end = next((s.starts[at] for at in range(first, len(s)) if s.low[at] == ";"), s.ends[-1])
        quotation = self.quotations.around(start)
        if quotation and quotation[0] < start:
            end = min(end, quotation[1])
        return start, start + len(self.text[start:end].rstrip(_STOPS))

    def before(self, comma: int) -> Offsets:
        """From the start of the sentence, or after a semicolon, to the comma."""
        first = next((at + 1 for at in range(comma - 1, -1, -1) if self.s.low[at] == ";"), 0)
        return self.s.starts[min(first, comma - 1)], self.s.ends[comma - 1]

    def says_something(self, end: int) -> bool:
        """Whether a finite verb stands among the sentence's first tokens."""
        return any(tag in FINITE for tag in self.s.tags[:end])

    def quotation_before(self, first: int) -> Offsets | None:
        """The quotation that ends right before the token, with a comma or a stop at its end."""
        end = _back(self.text, self.s.starts[first])
        quotation = self.quotations.closing_at(end) or self.quotations.closing_at(_back(self.text, end - 1))
        if quotation is None or _AT_QUOTATION_END.isdisjoint(self.text[quotation[1] - 2 : end]):
            return None
        return quotation

    def quotations_after(self, token: int) -> Iterator[Offsets]:
        """The quotations that open after the token or after the sentence."""
        last = self.s.ends[-1]
        for end in dict.fromkeys((self.s.ends[token] if token < len(self.s) else last, last)):
            if quotation := self.quotations.opening_at(_on(self.text, end)):
                yield quotation


def _back(text: str, at: int) -> int:
    while at > 0 and text[at - 1] == " ":
        at -= 1
    return max(at, 0)


def _on(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at
