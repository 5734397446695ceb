"""The main content of a page: which of its leaves are the text that it is there for.

Three steps, each on what the one before has left: furniture is set aside by what the markup says (`furniture`); the
content stands in the innermost element that holds most of the remaining prose, with the prose that leads from the title
to it; and in it go the second copies of a text (pages carry one for telephones) and what trails behind the last prose.
A page that tells its article in JSON-LD is believed where the two agree on most of it. A page without prose, as a list
of cards or products, is judged by its text outside links, so that the cards are its content.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flows.reading.html.furniture import furniture
from flows.reading.html.leaves import Leaf
from flows.reading.html.told import told_element, told_leaves
from flows.reading.html.tree import Element, Page
from flows.reading.html.weights import Weight, totals, weigh

Held = Mapping[Element, float]

MOST = 0.7
"""The share of the prose that the element of the content holds."""

LITTLE_PROSE = 0.4
"""The share of prose below which a page is a list of cards, say: all its text counts, in links for `LINKED` of it."""

LINKED = 0.3

PROSE_PAGE = 0.5
"""The share of prose in the text of a page of prose: an article, not a list or a forum."""

MOST_TOLD = 0.5
"""The share of the prose found that must stand in the article as the page's metadata, or its only `article` element,
tells it, for that to decide."""

LISTS = frozenset({"ul", "ol", "dl"})
"""Elements that are part of a text, however much of it: its headings stand beside them."""

LEAST_COPY = 40
"""A shorter text may stand on a page more than once: a label, a name."""

SERIES = 4
"""Elements beside each other with one tag and a class in common that make a series: the posts of a thread."""

LEAD = 0.5
"""Letters of what a text starts with, for each letter of the rest of it, at most: a longer one is another text."""

CUT_OFF = 120
"""Letters outside links that make a text without the end of a sentence a paragraph that is cut off."""


def main_content(page: Page, leaves: Sequence[Leaf]) -> list[bool]:
    """For each leaf, whether it is content; none is on a page that has furniture alone. Linear in the page's size."""
    weights = [weigh(leaf) for leaf in leaves]
    aside = furniture(page, leaves, weights)
    inside = _inside(page, _region(page, leaves, weights, aside))
    found = [at for at, leaf in enumerate(leaves) if not aside[at] and leaf.element in inside]
    found = _lead(leaves, weights, aside, found) + found
    found = _without_tail(leaves, weights, _once(leaves, found))
    kept = set(_as_told(_once(leaves, told_leaves(page, leaves)), weights, found))
    return [at in kept for at in range(len(leaves))]


def _region(page: Page, leaves: Sequence[Leaf], weights: Sequence[Weight], aside: Sequence[bool]) -> Element:
    """The element that the page marks as its article, else the innermost one that holds most of what may be content."""
    open_to = [weight for weight, out in zip(weights, aside, strict=True) if not out]
    is_prose = sum(weight.prose for weight in open_to) >= LITTLE_PROSE * sum(weight.text for weight in open_to)
    placed = (
        (leaf.element, weight.prose if is_prose else weight.unlinked + LINKED * weight.text)
        for leaf, weight, out in zip(leaves, weights, aside, strict=True)
        if not out
    )
    held = totals(page, placed)
    least = MOST_TOLD * held.get(page.root, 0.0)
    marked = told_element(page)
    if marked and held.get(marked, 0.0) >= least > 0:
        return marked
    article = _only_article(page, held)
    around = article if article and is_prose and held[article] >= least else page.root
    return _series(_innermost(around, held), held)


def _only_article(page: Page, held: Held) -> Element | None:
    """The `article` of a page on which no other one holds anything that may be content."""
    found = (element for element in page.tagged("article") if element in held)
    first = next(found, None)
    return first if first and all(other.start < first.end for other in found) else None


def _innermost(region: Element, held: Held) -> Element:
    least = MOST * held.get(region, 0.0)
    while inner := next((child for child in region.elements() if held.get(child, 0.0) >= least > 0), None):
        if inner.tag in LISTS:
            break
        region = inner
    return region


def _series(region: Element, held: Held) -> Element:
    """The region, or what holds the series that it is one of: a long post of a thread, say, is not the whole of it."""
    whole = region
    for element in (region, *region.ancestors()):
        if element.parent and (names := set(element.get("class").split())):
            alike = (
                other
                for other in element.parent.elements()
                if other in held and other.tag == element.tag and not names.isdisjoint(other.get("class").split())
            )
            if sum(1 for _ in alike) >= SERIES:
                whole = element.parent
    return whole


def _inside(page: Page, region: Element) -> set[Element]:
    """The region and the elements in it."""
    found = {region}
    found.update(element for element in page.elements if element.start >= region.start and element.end <= region.end)
    return found


def _lead(leaves: Sequence[Leaf], weights: Sequence[Weight], aside: Sequence[bool], found: Sequence[int]) -> list[int]:
    """The prose between a page's title and the element of its content: themes set what a text starts with apart."""
    first = found[0] if found else 0
    lead: list[int] = []
    for at in range(first - 1, -1, -1):
        if not aside[at] and leaves[at].level == 1:
            shorter = sum(weights[at].text for at in lead) <= LEAD * sum(weights[at].text for at in found)
            return lead[::-1] if shorter else []
        if not aside[at] and weights[at].prose:
            lead.append(at)
    return []


def _once(leaves: Sequence[Leaf], found: Sequence[int]) -> list[int]:
    """Those of the leaves whose text has not stood before them."""
    first: dict[str, int] = {}
    for at in found:
        first.setdefault(leaves[at].passage.text, at)
    return [at for at in found if len(text := leaves[at].passage.text) < LEAST_COPY or first[text] == at]


def _as_told(told: list[int], weights: Sequence[Weight], found: list[int]) -> list[int]:
    """The leaves that a page tells to be its article and those between them; all, where it tells too few."""
    if sum(weights[at].prose for at in told) < MOST_TOLD * sum(weights[at].prose for at in found):
        return found
    return [*told, *(at for at in found if told[0] < at < told[-1])] if told else found


def _without_tail(leaves: Sequence[Leaf], weights: Sequence[Weight], found: list[int]) -> list[int]:
    """On a page of prose, the leaves without what stands behind the last prose: headings of teasers, labels, links."""
    prose = [at for at in found if weights[at].prose]
    whole = sum(weights[at].text for at in found)
    if not prose or sum(weights[at].prose for at in prose) < PROSE_PAGE * whole:
        return found
    return [at for at in found if at <= prose[-1] or _may_end_a_text(leaves[at], weights[at])]


def _may_end_a_text(leaf: Leaf, weight: Weight) -> bool:
    """Whether a leaf behind the last prose belongs to it: a table, a list, or a paragraph that is cut off."""
    if leaf.kind in ("list_item", "code", "caption"):
        return weight.unlinked >= weight.text / 2
    return leaf.kind == "table" or (leaf.kind == "paragraph" and weight.unlinked >= CUT_OFF)
