"""What a bare number counts: the noun phrase right after it ("over 1,500 technology companies")."""

from __future__ import annotations

from dataclasses import dataclass

from flows.claims.numbers import is_plural
from flows.claims.tokens import Tokens
from flows.claims.units import Unit, noun_of
from flows.claims.vocabulary.number_words import CARDINALS

# Closed-class words: none of them stands inside the phrase that is counted.
_STOP = frozenset(
    "the a an and or but nor so yet if of in on at by from to for with about over under into onto than then as that this these those which who "
    "whom whose what when where while because is was are were be been being am has have had do does did will would can could may might must shall "
    "should not no it its they their them he his him she her we our us you your i my me there here up down out off per each every both all any "
    "some such only just also still even now ago later earlier before after since until during between among against through across within without "
    "more less fewer most least rather too very already said says say according including like via versus vs x".split()
)
_ADJECTIVES_OK = frozenset("other more new different additional further extra fewer less".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted phrase at tokens [start, end) and its head noun as a unit."""

    start: int
    end: int
    unit: Unit


def counted_after(tokens: Tokens, i: int) -> Counted | None:
    """The phrase that starts at token i, up to its plural head; "of" may stand between ("dozens of firms")."""
    start = i
    if tokens.words[i] == "-" and tokens.glued(i) and tokens.glued(i + 1) and tokens.kinds[i + 1] == "word":
        return Counted(i + 1, i + 2, Unit(noun_of(tokens.low[i + 1]), "count", i + 1, i + 2))
    if tokens.low[i] == "of":
        start = _whole(tokens, i + 1)
    while tokens.low[start] in _ADJECTIVES_OK and tokens.low[start + 1] != "than":
        start += 1
    head = None
    for j in range(start, min(start + 6, len(tokens))):
        if tokens.words[j] == "-" and tokens.glued(j) and tokens.glued(j + 1):
            continue
        compound = tokens.words[j + 1] == "-" and tokens.glued(j + 1)
        if (
            tokens.kinds[j] != "word"
            or (tokens.low[j] in _STOP and not compound)
            or (j > start and tokens.words[j - 1] in ",;")
        ):
            break
        if head is not None and not is_plural(tokens.low[j]):
            break
        if is_plural(tokens.low[j]):
            head = j
    if head is None:
        return None
    if tokens.low[head] in ("points", "times"):
        return None
    words = [*tokens.words[start:head], noun_of(tokens.low[head])]
    return Counted(start, head + 1, Unit(" ".join(words).replace(" - ", "-"), "count", start, head + 1))


_OWNERS = frozenset("the its their our these those his her all some".split())


def _whole(tokens: Tokens, i: int) -> int:
    """Where the noun of the whole starts: "14 of the county's 92 HOMES", "12 of the 311 APPLICANTS"."""
    start = i
    while tokens.low[start] in _OWNERS:
        start += 1
    for j in range(start, min(start + 6, len(tokens))):
        if tokens.kinds[j] == "numeral" or tokens.low[j] in CARDINALS:
            owned = (
                j == start or (tokens.low[j - 1] == "s" and tokens.words[j - 2] == "'") or tokens.words[j - 1] == "'"
            )
            return j + 1 if owned else start
    return start
