"""Figures that follow from stated ones: "over 1,500 companies, with approximately 30% ..." gives over about 450.

A share is worked out where its whole is beyond doubt: the figure right behind it ("30% of the 1,500 companies") or in
front of it ("of the 80 patients, a quarter"; "300 people, 20% of whom"), or the only one before it in the paragraph
that counts its population. What follows is offered, never stored as stated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from flows.claims.units import noun_of
from flows.quality.arithmetic.figures import Figure, Paragraph
from flows.quality.arithmetic.remarks import Remark
from flows.quality.arithmetic.wording import amount, stated
from schemas.rows import Quantity

_REACH = 8
"""How many figures before a share may count its population."""
_RESTATED = 0.1
"""A figure of the sentence this near to what follows states it already."""
_OWNERS = r"(?:the|its|their|all|these|those|such|his|her|our)"
_OF_WHOLE = regex.compile(rf" of {_OWNERS}(?: [\p{{L}}'-]+'s?)? ")
_OF_IN_FRONT = regex.compile(rf"\A['\"(]?of {_OWNERS} \Z", regex.IGNORECASE)
_OF_THEM = regex.compile(r" of (?:which|whom|them)\b")
_OF_PHRASE = regex.compile(rf" of (?:{_OWNERS} )?")
# What narrows the population in front of it down: "30% of companies in the north", "15% of workers hired since".
_NARROWER = regex.compile(
    r" (?P<word>who|whom|whose|which|that|where|in|at|from|with|without|under|over|aged|on|of|for|to|by|across|among"
    r"|within|outside|inside|near|between|\p{L}+ed|\p{L}+ing)\b"
)
_WORD = regex.compile(r"[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*")
_ARTICLES = frozenset("the a an its their these those all such his her our".split())


@dataclass(frozen=True, slots=True)
class Product:
    """A share of a whole: its bounds, as the value columns of both give them; None where they leave it open."""

    whole: Figure
    share: Figure

    @property
    def low(self) -> float | None:
        return self._times(self.whole.quantity.value_low, self.share.quantity.value_low)

    @property
    def high(self) -> float | None:
        return self._times(self.whole.quantity.value_high, self.share.quantity.value_high)

    def _times(self, whole: float | None, share: float | None) -> float | None:
        return None if whole is None or share is None else whole * share / self.share.per_whole

    @property
    def is_exact(self) -> bool:
        """Whether nothing was rounded: a plain fraction that leaves a whole number."""
        plain = self.share.quantity.unit_kind == "ratio" and self.low == self.high and self.low is not None
        exact = self.whole.quantity.comparator == self.share.quantity.comparator == "eq"
        return plain and exact and abs(self.low - round(self.low)) < 1e-6

    @property
    def is_strict(self) -> bool:
        """Whether one of the two is more than "at least" or "up to": over, or under."""
        return not {self.whole.quantity.comparator, self.share.quantity.comparator}.isdisjoint({"over", "under"})

    def is_near(self, row: Quantity) -> bool:
        """Whether a row states about what the product comes to."""
        edge = self.low if self.low is not None else self.high
        like = row.unit_kind in (self.whole.quantity.unit_kind, "none")
        return like and None not in (edge, row.value) and abs(row.value - edge) <= _RESTATED * abs(edge)


def find(paragraph: Paragraph) -> Iterator[Remark]:
    """What the shares of a paragraph come to, where it tells what they are shares of and not what they come to."""
    for k, share in enumerate(paragraph):
        whole = _whole(paragraph, k) if share.is_share and not share.claim.negated else None
        if whole is None or whole.claim.value_kind != "level":
            continue
        product = Product(whole, share)
        near = paragraph[max(0, k - 2) : k + 3]
        told = any(product.is_near(figure.quantity) for figure in near if figure is not whole)
        expected = None if told else in_words(product)
        if expected:
            yield Remark("derived_figure", share.claim, expected, None)


def _whole(paragraph: Paragraph, k: int) -> Figure | None:
    return _behind(paragraph, k) or _in_front(paragraph, k) or _counted_before(paragraph, k)


def _behind(paragraph: Paragraph, k: int) -> Figure | None:
    """ "30% of the 1,500 companies"."""
    near = k + 1 < len(paragraph) and paragraph[k + 1].sentence == paragraph[k].sentence
    whole = paragraph[k + 1] if near and _OF_WHOLE.fullmatch(paragraph[k].after) else None
    return whole if whole and whole.quantity.unit_kind in ("count", "currency") else None


def _in_front(paragraph: Paragraph, k: int) -> Figure | None:
    """ "of the 80 patients, a quarter"; "300 people, 20% of whom"; "300 people. Some 20% of them"."""
    if not k or paragraph[k - 1].quantity.unit_kind != "count":
        return None
    whole, share = paragraph[k - 1], paragraph[k]
    apart = share.sentence - whole.sentence
    if _OF_THEM.match(share.after):
        alone = k < 2 or paragraph[k - 2].sentence < whole.sentence
        return whole if apart == 0 or (apart == 1 and alone) else None
    opened = apart == 0 and _OF_IN_FRONT.search(whole.before)
    return whole if opened and share.before == f" {whole.quantity.counted}, " else None


def _counted_before(paragraph: Paragraph, k: int) -> Figure | None:
    """The one figure before the share that counts its population."""
    share, population = paragraph[k], _words(paragraph[k].claim.population)
    if not population or _is_narrowed(share):
        return None
    carried = not _OF_PHRASE.match(share.after)
    found = [
        figure
        for figure in paragraph[max(0, k - _REACH) : k]
        if figure.quantity.unit_kind == "count"
        and _counts(_words(figure.quantity.counted), population)
        and (figure.sentence == share.sentence or not carried)
    ]
    values = {(figure.quantity.value_low, figure.quantity.value_high) for figure in found}
    return found[-1] if len(values) == 1 else None


def _words(phrase: str | None) -> list[str]:
    """A noun phrase as lower-case words, articles aside, its head in the singular."""
    words = [word for word in _WORD.findall((phrase or "").lower()) if word not in _ARTICLES]
    return [*words[:-1], noun_of(words[-1])] if words else []


def _counts(counted: list[str], population: list[str]) -> bool:
    """Whether the population is what was counted, told in full or by its last words alone."""
    return counted[-len(population) :] == population


def _is_narrowed(share: Figure) -> bool:
    """Whether words behind the population single some of it out, and do not say what it does."""
    lead = _OF_PHRASE.match(share.after)
    population = " ".join((share.claim.population or "").split())
    after = " ".join(share.after.split())
    at = after.find(population)
    if lead is None or at < 0:
        return False
    narrower = _NARROWER.match(after, at + len(population))
    said = (share.claim.predicate or "").split()
    return narrower is not None and narrower["word"] not in said[:1]


def in_words(product: Product) -> str | None:
    """The product in words with its arithmetic and, where they differ, its bounds; None where all is open."""
    low, high, row = product.low, product.high, product.whole.quantity
    if (low is None and high is None) or max(low or 0.0, high or 0.0) < 1:
        return None
    about = "" if product.is_exact else "about "
    noun = f" {row.counted}" if row.counted else ""
    told = f"{_lead(product)}{about}{_amounts(product)}{noun}"
    arithmetic = f"{stated(row)} \u00d7 {stated(product.share.quantity)}"
    return f"{told} ({arithmetic})" if low == high else f"{told} ({arithmetic}; low {_edge(row, low)}, high {_edge(row, high)})"


def _lead(product: Product) -> str:
    if product.high is None:
        return "over " if product.is_strict else "at least "
    if product.low is None:
        return "under " if product.is_strict else "up to "
    return ""


def _amounts(product: Product) -> str:
    row = product.whole.quantity
    edges = [edge for edge in (product.low, product.high) if edge is not None]
    return " to ".join(dict.fromkeys(amount(row, edge) for edge in edges))


def _edge(row: Quantity, edge: float | None) -> str:
    return "open" if edge is None else amount(row, edge)
