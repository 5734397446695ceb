"""What a bare number counts: the noun phrase right after it ("over 1,500 technology companies")."""

from __future__ import annotations

from typing import NamedTuple

from flows.claims.nouns import is_plural, noun_of
from flows.claims.tokens import Tokens
from flows.claims.units import read_rate
from flows.claims.vocabulary import words_of
from flows.claims.vocabulary.number_words import CARDINALS

# Closed-class words: none of them stands inside the phrase that is counted.
_STOP = words_of("nouns", "never_counted")
_MAY_OPEN = words_of("nouns", "may_open")
_OWNERS = words_of("nouns", "owners")
_NO_COUNT = words_of("nouns", "no_count")
LONGEST = 6
"""How many tokens a counted phrase may have."""


class Counted(NamedTuple):
    """The counted phrase at tokens [start, end), and as a unit: its words, the last singular, per what follows."""

    start: int
    end: int
    unit: str


def counted_after(tokens: Tokens, i: int) -> Counted | None:
    """The phrase that starts at token i, up to its plural head; "of" may stand between ("dozens of firms")."""
    if tokens.words[i] == "-" and tokens.kinds[i + 1] == "word" and tokens.glued(i) and tokens.glued(i + 1):
        return None if tokens.low[i + 1] in _STOP else Counted(i + 1, i + 2, noun_of(tokens.low[i + 1]))
    start = _whole(tokens, i + 1) if tokens.low[i] == "of" else i
    while tokens.low[start] in _MAY_OPEN and tokens.low[start + 1] != "than":
        start += 1
    head = _head(tokens, start)
    if head is None or tokens.low[head] in _NO_COUNT:
        return None
    words = [*tokens.words[start:head], noun_of(tokens.low[head])]
    rate = read_rate(tokens, head + 1, money=False)
    if rate is not None:
        words += ["per", rate[0]]
    return Counted(start, head + 1, " ".join(words).replace(" - ", "-"))


def _head(tokens: Tokens, start: int) -> int | None:
    """The last plural of the phrase that starts at a token."""
    head = None
    for j in range(start, min(start + LONGEST, len(tokens))):
        if tokens.words[j] == "-" and tokens.glued(j) and tokens.glued(j + 1):
            continue
        plural = is_plural(tokens.low[j])
        if not _goes_on(tokens, j) or (head is not None and not plural):
            break
        head = j if plural else head
    return head


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Can token i stand inside a counted phrase?"""
    if tokens.kinds[i] != "word":
        return False
    compound = tokens.words[i + 1] == "-" and tokens.glued(i + 1)
    return compound or tokens.low[i] not in _STOP


def _whole(tokens: Tokens, i: int) -> int:
    """Where the noun of the whole starts: "14 of the county's 92 HOMES", "12 of the 311 APPLICANTS"."""
    start = i
    while tokens.low[start] in _OWNERS:
        start += 1
    for j in range(start, min(start + LONGEST, len(tokens))):
        if tokens.kinds[j] == "numeral" or tokens.low[j] in CARDINALS:
            return j + 1 if j == start or _is_possessive(tokens, j) else start
    return start


def _is_possessive(tokens: Tokens, i: int) -> bool:
    """Does an apostrophe, perhaps with an "s", stand right before token i?"""
    return tokens.words[i - 1] == "'" or (tokens.low[i - 1] == "s" and tokens.words[i - 2] == "'")
