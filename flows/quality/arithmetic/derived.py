"""Figures that follow from stated ones: "over 1,500 companies, with approximately 30% ..." gives over about 450.

A share is worked out where its whole is beyond doubt: the figure right behind it ("30% of the 1,500 companies") or in
front of it ("of the 80 patients, a quarter"; "300 people, 20% of whom"), or the only one before it in the paragraph
that counts its population. What follows is offered, never stored as stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from flows.claims.nouns import noun_of
from flows.quality.arithmetic.figures import Figure, Paragraph
from flows.quality.arithmetic.forms import OWNER
from flows.quality.arithmetic.products import Product
from flows.quality.arithmetic.remarks import Remark
from flows.quality.vocabulary import any_of, words

_REACH = 8
"""How many figures before a share may count its population."""
_FEWEST = 2
"""What comes to less is no news: half of two."""
_OF_WHOLE = regex.compile(rf" of {OWNER}(?: [\p{{L}}'-]+'s?)? ")
_OF_IN_FRONT = re.compile(rf"\A['\"(]?of {OWNER} \Z", re.IGNORECASE)
_OF_THEM = re.compile(r" of (?:which|whom|them)\b")
_OF_PHRASE = re.compile(rf" of (?P<owner>{OWNER} )?")
# What singles some of the noun in front of it out, unless it says what that noun does.
_NARROWER = regex.compile(rf" (?P<word>{any_of('narrowing')}|\p{{L}}+(?:ed|ing))\b")
_WORD = regex.compile(r"[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*")
_LEADS = frozenset({"a", "an", *words("owners")})


def find(paragraph: Paragraph) -> Iterator[Remark]:
    """What the shares of a paragraph come to, where it tells what they are shares of and not what they come to."""
    for k, share in enumerate(paragraph):
        whole = _whole(paragraph, k) if share.is_share and not share.claim.negated else None
        if whole is None or whole.claim.value_kind != "level":
            continue
        product = Product(whole, share)
        others = [figure for figure in paragraph[max(0, k - 2) : k + 3] if figure is not whole]
        told = any(product.is_told_by(figure.quantity) for figure in others)
        if not told and product.edge is not None and (product.high or product.edge) >= _FEWEST:
            yield Remark("derived_figure", share.claim, product.in_words(), None)


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
    share = paragraph[k]
    if not share.claim.population or _is_narrowed(share):
        return None
    found = [
        figure
        for figure in paragraph[max(0, k - _REACH) : k]
        if figure.quantity.unit_kind == "count" and _counts(figure, share)
    ]
    values = {(figure.quantity.value_low, figure.quantity.value_high) for figure in found}
    return found[-1] if len(values) == 1 else None


def _counts(whole: Figure, share: Figure) -> bool:
    """Whether a figure counts what a share is of.

    The last words of the noun will do in the same sentence, or behind "the"; "30% of companies" elsewhere may be any.
    """
    counted, population = _words(whole.quantity.counted), _words(share.claim.population)
    lead = _OF_PHRASE.match(share.after)
    if whole.sentence != share.sentence and not (lead and (lead["owner"] or counted == population)):
        return False
    return bool(population) and counted[-len(population) :] == population


def _words(phrase: str | None) -> list[str]:
    """A noun phrase as lower-case words, articles aside, its head in the singular."""
    found = [word for word in _WORD.findall((phrase or "").lower()) if word not in _LEADS]
    return [*found[:-1], noun_of(found[-1])] if found else []


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
