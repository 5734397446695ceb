"""The noun phrases beside a figure: what it counts, the whole that it is a share of, what it stands before or after."""

from __future__ import annotations

from flows.claims.grammar.phrases import Range, phrase_end
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import NOMINAL, NOUNS


def whole_of(s: Tagged, last: int, end: int) -> Range | None:
    """The "local enterprises" of "42% of local enterprises", the "warehouses" of "half the warehouses"."""
    if s.lower(last) == "of" and s.tag(last + 1) == "WDT":
        return last + 1, last + 2
    if s.lower(last) == "of":
        return bare(s, last + 1, min(phrase_end(s, last + 1), end))
    if s.lower(last - 1) == "half" and s.tag(last) in ("DT", "PRP$"):
        return bare(s, last, min(phrase_end(s, last), end))
    return None


def counted(s: Tagged, last: int) -> Range | None:
    """The noun right after the figure, where the figure's own tokens do not hold it."""
    stop = last
    while s.tag(stop) in NOMINAL and s.tag(stop) != "DT":
        stop += 1
    return (last, stop) if stop > last and s.tags[stop - 1] in NOUNS else None


def noun_before(s: Tagged, first: int) -> Range | None:
    """The noun phrase that a preposition ties the figure to: the "spending limits" of "spending limits of £54,010"."""
    at = first - 1
    while s.tag(at) in ("RB", "DT", "JJ"):
        at -= 1
    phrase = s.sentence.phrase(at - 1) if s.tag(at) == "IN" and s.tag(at - 1) in NOUNS else None
    return bare(s, *phrase) if phrase else None


def noun_after(s: Tagged, last: int, end: int) -> Range | None:
    """The noun phrase that the figure stands before: "the HK$10 billion INNOVATION AND TECHNOLOGY FUND"."""
    if s.tag(last) not in ("NNP", "NN", "JJ") or s.tag(last - 1) == "NNS":
        return None
    stop = last
    while stop < end and (s.tags[stop] in ("NNP", "NN", "NNS", "JJ") or _joins_names(s, stop)):
        stop += 1
    return (last, stop) if s.tags[stop - 1] in NOUNS else None


def _joins_names(s: Tagged, at: int) -> bool:
    return s.low[at] in ("and", "&") and at + 1 < len(s) and all(s.words[at + step][0].isupper() for step in (-1, 1))


def leading_phrase(s: Tagged, start: int, first: int) -> Range | None:
    """What stands before the figure from the start of its clause, without the words that lead to the figure."""
    stop = first
    while stop > start and s.tags[stop - 1] in ("IN", "RB", ",", "DT"):
        stop -= 1
    return bare(s, start, stop) if stop > start else None


def bare(s: Tagged, first: int, last: int) -> Range | None:
    """The phrase without a leading article, conjunction or comma, and without a trailing comma."""
    while (
        first < last and s.tags[first] in ("DT", ",", "CC", "IN", "CS") and s.low[first] not in ("no", "all", "every")
    ):
        if first + 1 == last and s.tags[first] == "DT":
            break  # "each", "both" by themselves
        first += 1
    while last > first and s.tags[last - 1] in (",", ":", "IN", "CC", '"'):
        last -= 1
    return (first, last) if first < last else None
