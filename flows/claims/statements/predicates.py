"""The predicate of a figure: what its clause says of the subject, without the figure, its time and who reports it.

The words of a clause that tell of another figure ("sold 30 ships AND 12 FERRIES", "cost £8, UP FROM £5") are left out,
and so is a second verb ("cut 300 jobs AND CLOSED a mill"). A figure between commas behind the subject has the words
beside it as its predicate: "Lisbon, HOME TO 550,000 people, has".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from flows.claims.attributions.reading import Reported
from flows.claims.attributions.scene import Offsets
from flows.claims.grammar.phrases import INSTRUMENTS, Range, singular
from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE, NOMINAL, NOUNS
from flows.claims.grammar.verb_groups import group_of, past_adverbs
from flows.claims.statements.frames import Frame
from flows.claims.vocabulary import words_of

_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:/\d\d)?")
_APPROXIMATORS = words_of("grammar", "approximators")
_BESIDE = FINITE | {"VB", "VBN", "TO", "PRP", "EX", "CD", "$"}
"""What opens another statement behind "and"."""
_EDGES = frozenset({",", "CC", '"', ":", "."})
"""What a stretch of a predicate neither starts nor ends with."""
_ENDS = FINITE | {",", ".", ":"}
"""What an aside runs to."""
_ARTICLES = frozenset({"a", "an", "the"})
_TELLS_NOTHING = frozenset({"IN", "DT", "RB"})
_SIGNS = 4
"""How many tokens before a number a preposition may stand: "from about $ 4"."""
_BOUNDS = frozenset({"from", "to"})
_REACH = 16
"""How many tokens an aside may be long to either side of its figure."""


class Figure(NamedTuple):
    """The tokens [first, last) of a figure, and where what it counts ends, which may be a part of its predicate."""

    first: int
    last: int
    counted: int


def predicate_of(
    s: Tagged, clause: Frame, figure: Figure, when: Offsets | None, source: Reported | None
) -> tuple[Range, ...]:
    """The stretches of the predicate of a figure whose time and source are known."""
    first, last, counted = figure
    if (instrument := _instrument(s, figure, source)) is not None:
        return _without(s, instrument, [(first, last)])
    if (aside := _aside(s, clause, figure)) is not None:
        return _without(s, aside, [(first, last)])
    if not clause.predicate:
        return ()
    start, end = clause.predicate[0][0], clause.predicate[-1][1]
    start, end = _within_content(s, clause, (start, end), first, source)
    behind = first >= start
    end = _own_end(s, counted if behind else group_of(s, start)[1], max(end, counted), alone=behind)
    left_out = [(first, last)]
    if behind and clause.subject is not None and start <= clause.subject[0] and clause.subject[1] <= first:
        left_out.append(clause.subject)
    if behind and (others := _others(s, start, first)) is not None:
        left_out.append(others)
    if when is not None and (time := _time(s, when, start, end)) is not None:
        left_out.append(time)
    return _without(s, (start, end), left_out)


def _instrument(s: Tagged, figure: Figure, source: Reported | None) -> Range | None:
    """The survey or report that a figure dates or sizes: "a 2024 START-UP SURVEY", "A POLL of 900 HOUSEHOLDS"."""
    first, last, counted = figure
    if source is not None and any(start <= s.starts[first] < end for start, end in source.content):
        return None
    behind = last
    while _YEAR.fullmatch(s.words[first]) and s.tag(behind) in NOUNS | {"JJ"}:
        behind += 1
        if singular(s.low[behind - 1]) in INSTRUMENTS:
            return first, behind
    of = first - 1
    while s.tag(of) in ("RB", "JJ", "DT"):
        of -= 1
    if s.lower(of) in ("of", "among") and singular(s.lower(of - 1)) in INSTRUMENTS:
        return of - 1, counted
    return None


def _aside(s: Tagged, clause: Frame, figure: Figure) -> Range | None:
    """The words between commas that hold a figure in front of the verb of its clause."""
    first, last, _ = figure
    if clause.subject is None or not clause.subject[1] <= first or (clause.predicate and clause.predicate[0][0] < last):
        return None
    opening = next((at for at in range(first - 1, max(-1, first - _REACH), -1) if s.tags[at] in _ENDS), -1)
    closing = next((at for at in range(last, min(len(s), last + _REACH)) if s.tags[at] in _ENDS), -1)
    if opening < 1 or closing < 0 or s.tags[opening] != "," or s.tags[closing] != "," or s.tag(opening + 1) == "CC":
        return None
    tells = any(s.tags[at] not in _TELLS_NOTHING for at in (*range(opening + 1, first), *range(last, closing)))
    return (opening + 1, closing) if opening >= clause.subject[1] and tells else None


def _within_content(s: Tagged, clause: Frame, whole: Range, first: int, source: Reported | None) -> Range:
    """A predicate without who reports it, in front of what is said or behind it."""
    start, end = whole
    if source is None:
        return whole
    spans = (*source.source, *source.cue)
    behind = [token for token in (bisect_left(s.starts, span[0]) for span in spans) if first < token < end]
    end = min(behind, default=end)
    content = min((bisect_left(s.starts, span[0]) for span in source.content), default=start)
    if start < content <= first and not FINITE.isdisjoint(s.tags[content:first]):
        start = content
    return start, end


def _own_end(s: Tagged, at: int, end: int, *, alone: bool) -> int:
    """Where the words behind a figure end that tell of it alone; those behind its verb go on past a comma."""
    for token in range(at, end):
        if s.tags[token] == "," and alone:
            return token
        if s.tags[token] == "CC" and s.tag(past_adverbs(s, token + 1)) in _BESIDE:
            return token
        if alone and s.low[token] in _BOUNDS and _opens_figure(s, token + 1):
            return token
    return end


def _opens_figure(s: Tagged, at: int) -> bool:
    """Does a figure follow, with the words that may stand in front of one: "to | a record $5 million"?"""
    while s.lower(at) in _APPROXIMATORS or s.tag(at) in ("DT", "RB", "JJ", "NN", "$"):
        at += 1
    return s.tag(at) == "CD"


def _others(s: Tagged, start: int, first: int) -> Range | None:
    """The words in front of a figure that tell of those it is listed with or compared with."""
    other = next((at for at in range(start + 1, first) if s.tags[at] == "CD"), None)
    if other is None:
        return None
    if (opening := _opening_of_change(s, other, first)) is not None:
        return opening
    comma = next((at for at in range(first - 1, other, -1) if s.tags[at] == ","), None)
    begin = other
    while begin > start + 1 and (s.lower(begin - 1) in _APPROXIMATORS or s.tag(begin - 1) in NOMINAL):
        begin -= 1
    joint = first - 1
    while s.lower(joint) in _APPROXIMATORS or s.tag(joint) in ("$", "DT"):
        joint -= 1
    end = joint + 1 if s.tag(joint) == "CC" else comma
    return (begin, end) if end is not None and end > other else None


def _opening_of_change(s: Tagged, start: int, first: int) -> Range | None:
    """From the first figure before the one that a change leads to, up to its "to": "by 2 points, FROM 10 to 12"."""
    to = first - 1
    while s.lower(to) in _APPROXIMATORS or s.tag(to) in ("$", "DT", "JJ"):
        to -= 1
    source = next((at for at in range(to - 1, start - _SIGNS, -1) if s.low[at] == "from"), None)
    if s.lower(to) != "to" or source is None or "CD" not in s.tags[source:to]:
        return None
    return source, to


def _time(s: Tagged, when: Offsets, start: int, end: int) -> Range | None:
    """The tokens of a time with its preposition; none for a time that describes a noun ("its YEARLY budget")."""
    first, last = bisect_right(s.ends, when[0]), bisect_left(s.starts, when[1])
    while last > first and s.tags[last - 1] in _EDGES:
        last -= 1
    if first < start or last > end or s.tag(last) in NOMINAL:
        return None
    while first > start and s.tag(first - 1) == "DT":
        first -= 1
    return first - (first > start and s.tag(first - 1) == "IN"), last


def _without(s: Tagged, whole: Range, left_out: Iterable[Range]) -> tuple[Range, ...]:
    """What is left of a stretch of tokens, without the marks and conjunctions at the edges of its parts."""
    parts, at = [], whole[0]
    for first, last in sorted(left_out):
        parts.append((at, min(first, whole[1])))
        at = max(at, last)
    trimmed = [_trimmed(s, *part) for part in (*parts, (at, whole[1]))]
    return tuple([part for part in trimmed if not _ARTICLES.issuperset(s.low[slice(*part)])])


def _trimmed(s: Tagged, first: int, last: int) -> Range:
    while first < last and s.tags[last - 1] in _EDGES:
        last -= 1
    while first < last and s.tags[first] in _EDGES:
        first += 1
    return first, last
