"""What a figure is counted per: "per barrel", "a year", "an hour", "/kg", "per 100 people", "each month"."""

from __future__ import annotations

import re

from flows.claims.nouns import is_plural, noun_of
from flows.claims.tokens import Tokens
from flows.claims.units.measures import read_measure, symbol_at
from flows.claims.vocabulary import words_of

_PER = words_of("units", "per")
_CLOSED_CLASS = words_of("nouns", "never_counted")
_DISTANCES = words_of("units", "distances")
MOST_DIVISORS = 3
_ROUND = re.compile(r"1(?:00|,?000)(?:,?000)*")
_DEGREES = frozenset("°º℃℉")
_MANY = frozenset({"hundred", "thousand", "million", "billion"})
_LINKS = frozenset({"per", "a", "an", "each", "every", "/"})


def read_rate(tokens: Tokens, i: int, *, money: bool) -> tuple[str, int] | None:
    """What stands after "per" or its like at token i, in the singular, and the token after it.

    `money` takes any noun after a slash ("$5/night").
    """
    if (yearly := _yearly(tokens, i)) is not None:
        return yearly
    link, j = _link(tokens, i)
    if link is None:
        return None
    noun = tokens.low[j]
    known = noun in _PER or noun in _DEGREES
    if (known or link in ("per", "/")) and (unit := _unit(tokens, j)):
        return unit
    if _is_many(tokens, j, link):
        return _of_many(tokens, j)
    if noun.isalpha() and (known or link == "per" or (link == "/" and money)):
        return noun_of(noun), j + 1
    return None


def _bracketed(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The "kg K" of "J/(kg K)": what is divided by, symbol by symbol."""
    names: list[str] = []
    while len(names) <= MOST_DIVISORS and (symbol := symbol_at(tokens, i)):
        names.append(symbol[0])
        i = symbol[1] + (tokens.words[symbol[1]] in ("·", "⋅", "*"))
    return (" per ".join(names), i + 1) if names and tokens.words[i] == ")" else None


def tells_many(tokens: Tokens, i: int) -> bool:
    """Does a number stand at token i that something is counted per ("per 1,000", "per MILLION")?"""
    return tokens.kinds[i] == "numeral" or tokens.low[i] in _MANY


def _is_many(tokens: Tokens, i: int, link: str) -> bool:
    if link == "/":
        return tokens.kinds[i] == "numeral" and _is_round(tokens, i)
    return link in ("per", "each", "every") and tells_many(tokens, i)


def _is_round(tokens: Tokens, i: int) -> bool:
    """The "100" of "7 L/100 km", the "1,000" of "3 deaths/1,000 births"."""
    return _ROUND.fullmatch(tokens.words[i]) is not None


def _of_many(tokens: Tokens, i: int) -> tuple[str, int]:
    """ "100 kilometres", "100,000 people", "million bed days", and a bare "1,000" where no plural follows."""
    unit = _unit(tokens, i + 1)
    if unit is not None:
        return f"{tokens.words[i]} {unit[0]}", unit[1]
    if is_plural(tokens.low[i + 1]):
        return f"{tokens.words[i]} {noun_of(tokens.low[i + 1])}", i + 2
    described = tokens.kinds[i + 1] == "word" and tokens.low[i + 1] not in _CLOSED_CLASS
    if described and is_plural(tokens.low[i + 2]):
        return f"{tokens.words[i]} {tokens.low[i + 1]} {noun_of(tokens.low[i + 2])}", i + 3
    return tokens.words[i], i + 1


def _yearly(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """ "p.a.", "per annum"."""
    if tokens.low[i] == "p.a.":
        return "year", i + 1
    return ("year", i + 2) if tokens.low[i + 1] == "annum" and tokens.low[i] == "per" else None


def _unit(tokens: Tokens, i: int) -> tuple[str, int] | None:
    if tokens.words[i] == "(":
        return _bracketed(tokens, i + 1)
    unit = read_measure(tokens, i) if tokens.kinds[i] == "word" or tokens.words[i] in _DEGREES else None
    return (unit.name, unit.end) if unit and unit.name else None


def _link(tokens: Tokens, i: int) -> tuple[str | None, int]:
    """The word that links a rate, also between hyphens ("50-a-day"), and the token after it."""
    word, j = tokens.low[i], i + 1
    if word == "-" and tokens.words[i + 2] == "-" and tokens.low[i + 1] in ("a", "an", "per"):
        word, j = tokens.low[i + 1], i + 3
    if word not in _LINKS or (word == "/" and not (tokens.glued(i) and tokens.glued(j))):
        return None, i
    distance = word in ("a", "an") and tokens.low[j + 1] in _DISTANCES
    return (None, i) if distance else (word, j)
