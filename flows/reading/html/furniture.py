"""Which leaves of a page stand in its furniture, by the marks of the elements around them.

Most marks are believed only where they do not stand on the text itself: themes call the blocks of an article `widget`,
a forum calls its posts `comments`, and some pages stand in a `form` as a whole. So a mark under which a good part of
the page's prose stands tells nothing on that page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from flows.reading.html.hints import CERTAIN, SURE, marks_of
from flows.reading.html.leaves import Leaf
from flows.reading.html.tree import Element, Page
from flows.reading.html.weights import Weight

LITTLE_PROSE = 400
"""Letters of prose; a page with less is judged by all its text outside links."""

MOST = 0.3
MOST_OF_SURE = 0.5
"""The share of a page's prose that may stand under a mark, and under a sure one, for it to be believed."""

COMMENTS = "comments"
COMMENTED = 200
"""Letters of prose that readers comment on; a forum that calls its posts comments has none before them."""

Marks = frozenset[str]
_NONE: Marks = frozenset()


def furniture(page: Page, leaves: Sequence[Leaf], weights: Sequence[Weight]) -> list[bool]:
    """For each leaf, whether it stands in furniture. Where all do, prose that is in no certain furniture does not."""
    marks = _marks(page)
    under = [marks[leaf.element] for leaf in leaves]
    believed = _believed(under, weights)
    aside = [not believed.isdisjoint(found) for found in under]
    if not all(aside):
        return aside
    return [not weight.prose or not CERTAIN.isdisjoint(found) for found, weight in zip(under, weights, strict=True)]


def _marks(page: Page) -> dict[Element, Marks]:
    """The marks of each element that is not empty, with those of the elements around it.

    What a page quotes bears none of its own, and in certain furniture none is looked for.
    """
    found: dict[Element, Marks] = {}
    wholes = _wholes(page)
    articles: set[Element] = set()
    quotes: set[Element] = set()
    for element in page.elements:
        if not element.children:
            continue
        around = element.parent
        if around in articles or element.tag in ("article", "main"):
            articles.add(element)
        if around in quotes or element.tag == "blockquote":
            quotes.add(element)
        outer = found[around] if around else _NONE
        settled = element in wholes or element in quotes or not CERTAIN.isdisjoint(outer)
        own = _NONE if settled else marks_of(element, in_article=element in articles)
        found[element] = outer | own if own else outer
    return found


def _wholes(page: Page) -> set[Element]:
    """The elements that are no furniture, whatever they are called: those around the main part of the page."""
    found = {page.root}
    for element in page.elements:
        if element.tag in ("body", "main"):
            while element.parent and element not in found:
                found.add(element)
                element = element.parent
    return found


def _believed(under: Sequence[Marks], weights: Sequence[Weight]) -> Marks:
    has_prose = sum(weight.prose for weight in weights) >= LITTLE_PROSE
    values = [weight.prose if has_prose else weight.unlinked for weight in weights]
    shares: dict[str, float] = defaultdict(float)
    for found, value in zip(under, values, strict=True):
        for mark in found:
            shares[mark] += value
    whole = sum(values)
    most = {mark: (MOST_OF_SURE if mark in SURE else MOST) * whole for mark in shares}
    believed = CERTAIN | {mark for mark, share in shares.items() if share <= most[mark]}
    return believed | {COMMENTS} if _comments_follow(under, weights, believed) else believed


def _comments_follow(under: Sequence[Marks], weights: Sequence[Weight], believed: Marks) -> bool:
    """Whether a text stands before what is marked as comments, however long these are."""
    before = 0.0
    for found, weight in zip(under, weights, strict=True):
        if COMMENTS in found:
            if weight.prose:
                return before >= COMMENTED
        elif believed.isdisjoint(found):
            before += weight.prose
    return False
