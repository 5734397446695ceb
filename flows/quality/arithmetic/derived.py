"""Figures that follow from stated ones: "over 1,500 companies, with approximately 30% ..." gives over about 450.

A share is worked out where its whole is beyond doubt: the figure right behind it ("30% of the 1,500 companies"), the
one in front of it ("of the 80 patients, a quarter"), or the only one that counts its population in the same paragraph
before it. What follows is offered, never stored as stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from flows.claims.units import noun_of
from flows.quality.arithmetic.figures import Figure, Paragraph
from flows.quality.arithmetic.remarks import Remark
from flows.quality.arithmetic.wording import amount, stated
from schemas.rows import Quantity

_REACH = 8
"""How many figures before a share may hold its whole."""
_RESTATED = 0.1
"""A figure of the sentence this near to what follows states it already."""
_OWNERS = r"(?:the|its|their|all|these|those|such|his|her|our)"
_OF_WHOLE = regex.compile(rf" of {_OWNERS}(?: [\p{{L}}'-]+'s?)? ")
_OF_IN_FRONT = regex.compile(rf"\A['\"(]?of {_OWNERS} \Z", regex.IGNORECASE)
_OF_THEM = regex.compile(r" of (?:which|whom|them|these|those)\b(?! \p{Ll}+s\b)")
_OF_PHRASE = regex.compile(rf" of (?:{_OWNERS} )?")
# What narrows the population in front of it down: "30% of companies in the north", "15% of workers hired since".
_NARROWER = regex.compile(
    r" (?P<word>who|whom|whose|which|that|where|in|at|from|with|without|under|over|aged|on|of|for|to|by|across|among"
    r"|within|outside|inside|near|between|\p{L}+ed|\p{L}+ing)\b"
)
_WORD = regex.compile(r"[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*")
_ARTICLES = frozenset("the a an its their these those all such his her our".split())


@dataclass(frozen=True, slots=True)
class _Product:
    """A share of a whole: its bounds, NULL where open, as the value columns of both give them."""

    whole: Quantity
    share: Quantity
    per_whole: float

    @property
    def low(self) -> float | None:
        return self._times(self.whole.value_low, self.share.value_low)

    @property
    def high(self) -> float | None:
        return self._times(self.whole.value_high, self.share.value_high)

    def _times(self, whole: float | None, share: float | None) -> float | None:
        return None if whole is None or share is None else whole * share / self.per_whole

    @property
    def is_exact(self) -> bool:
        """Whether nothing was rounded: a plain fraction that leaves a whole number."""
        plain = self.whole.comparator == self.share.comparator == "eq" and self.share.unit_kind == "ratio"
        return plain and self.low is not None and abs(self.low - round(self.low)) < 1e-6


def find(paragraph: Paragraph) -> Iterator[Remark]:
    """What the shares of a paragraph come to, where it tells what they are shares of and not what they come to."""
    for k, share in enumerate(paragraph):
        if not share.is_share or share.claim.negated:
            continue
        whole = _behind(paragraph, k) or _in_front(paragraph, k) or _counted_before(paragraph, k)
        if whole is None or whole.claim.value_kind != "level":
            continue
        product = _Product(whole.quantity, share.quantity, share.per_whole)
        expected = None if _is_stated(paragraph, k, product) else _in_words(product)
        if expected:
            yield Remark("derived_figure", share.claim, expected, None)


def _behind(paragraph: Paragraph, k: int) -> Figure | None:
    """ "30% of the 1,500 companies"."""
    near = k + 1 < len(paragraph) and paragraph[k + 1].sentence == paragraph[k].sentence
    whole = paragraph[k + 1] if near and _OF_WHOLE.fullmatch(paragraph[k].after) else None
    return whole if whole and whole.quantity.unit_kind in ("count", "currency") else None


def _in_front(paragraph: Paragraph, k: int) -> Figure | None:
    """ "of the 80 patients, a quarter"; "4,000 people, 60% of whom"."""
    if not k or paragraph[k - 1].quantity.unit_kind != "count":
        return None
    whole, share = paragraph[k - 1], paragraph[k]
    if _OF_THEM.match(share.after) and not share.claim.population_is_other(whole):
        return whole
    return None


_REACH = 8
"""How many figures before a share may hold its whole."""
_OF_WHOLE = regex.compile(r" of (?:the|its|their|all|these|those|his|her|our)(?: [\p{L}'-]+'s?)? ", regex.IGNORECASE)
_OF_IN_FRONT = regex.compile(r"\A['\"(]?of (?:the|its|their|all|these|those|his|her|our) \Z", regex.IGNORECASE)
_OF_THEM = regex.compile(r" of (?:which|whom|them|these|those)\b")
_OF_PHRASE = regex.compile(r" of (?:(?:the|its|their|all|these|those|such|his|her|our) )?")
# What narrows the population behind it down: "30% of companies in the north", "15% of workers who smoke".
_NARROWER = regex.compile(
    r" (?:who|whom|whose|which|that|where|in|at|from|with|without|under|over|aged|on|of|for|to|by|across|among|within"
    r"|outside|inside|near|between|surveyed|asked|\p{L}+ed|\p{L}+ing)\b"
)
_WORD = regex.compile(r"[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*")
_ARTICLES = frozenset("the a an its their these those all such his her our".split())
_STRICT = frozenset({"over", "under"})
_SMALLEST = 1.0
