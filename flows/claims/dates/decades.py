"""Decades and centuries: "1990s", "1990's", "'90s", "15th century", "twenty-first century"."""

from __future__ import annotations

from flows import vocabularies
from flows.claims import intervals
from flows.claims.dates.dated import Dated, Parts
from flows.claims.dates.eras import BEFORE_CHRIST, century_before_christ
from flows.claims.dates.years import is_two_digits, year_of
from flows.claims.intervals import Interval
from flows.claims.numbers import read_ordinal
from flows.claims.tokens import Tokens
from flows.claims.vocabulary import entry_of, words_of

_JOINTS = words_of("periods", "joints") | {"or"}
_CENTURIES = frozenset({"century", "centuries"})
_OPENERS = words_of("dates", "before_plain_decade")
_NO_DECADES = words_of("dates", "no_decades")
_OWNERS = words_of("nouns", "owners") - {"the"}
SPOKEN_DECADES = {
    word[:-1] + "ies": 1910 + 10 * n for n, word in enumerate(vocabularies.words(entry_of("numbers", "tens")), 1)
}
"""The first year of a decade by its word: "nineties"."""
_REACH = 6
"""How many tokens back a word may stand that tells what tens are of."""
_BEFORE_SHORT_YEAR = words_of("dates", "before_short_year")
LAST_CENTURY = 30
LAST_SHORT_DECADE = 20
"""Short decades up to this one are of the present century ("the '20s")."""


def read_decade(tokens: Tokens, i: int) -> Dated | None:
    """ "1990s", "1990's"."""
    word = tokens.words[i]
    if len(word) != 4 or not word.isdecimal() or not word.endswith("0"):
        return None
    j = i + 1 + (tokens.words[i + 1] == "'")
    if tokens.words[j] != "s" or not tokens.glued(i + 1) or not tokens.glued(j):
        return None
    return Dated(intervals.decade(int(word)), i, j + 1)


def read_short_decade(tokens: Tokens, i: int) -> Dated | None:
    """ "'90s"."""
    if tokens.words[i] != "'" or tokens.kinds[i + 1] != "numeral" or tokens.words[i + 2] != "s":
        return None
    word = tokens.words[i + 1]
    if not is_two_digits(word) or not word.endswith("0") or not tokens.glued(i + 2):
        return None
    century = 1900 if int(word) > LAST_SHORT_DECADE else 2000
    return Dated(intervals.decade(century + int(word)), i, i + 3)


def read_plain_decade(tokens: Tokens, i: int) -> Dated | None:
    """ "the 90s", "the 70's", "mid-80s"; but "temperatures in the 90s", "a woman in her 40s"."""
    word, j = tokens.words[i], i + 1 + (tokens.words[i + 1] == "'")
    if not is_two_digits(word) or not word.endswith("0"):
        return None
    if tokens.words[j] != "s" or not tokens.glued(i + 1) or not tokens.glued(j):
        return None
    if not _opens_decade(tokens, i):
        return None
    century = 1900 if int(word) > LAST_SHORT_DECADE else 2000
    return Dated(intervals.decade(century + int(word)), i, j + 1)


def read_spoken_decade(tokens: Tokens, i: int) -> Dated | None:
    """ "the nineties", "the late sixties"; "a man in his fifties" is no decade."""
    first = SPOKEN_DECADES.get(tokens.low[i])
    if first is None or not _opens_decade(tokens, i) or tokens.words[i + 1].istitle():
        return None
    return Dated(intervals.decade(first), i, i + 1)


def _opens_decade(tokens: Tokens, i: int) -> bool:
    """Does "the", "early", "mid-" stand before tens or other tens, and nothing that tells ages, degrees or scores?"""
    if tokens.low[i - 1] in _JOINTS and tokens.words[i - 2] == "s":
        i -= 3 + (tokens.words[i - 3] == "'")  # "the 70s and 80s"
    j = i - 1 - (tokens.words[i - 1] == "-")
    if tokens.low[j] not in _OPENERS or tokens.low[j - 1] in _OWNERS:
        return False
    return _NO_DECADES.isdisjoint(tokens.low[max(0, i - _REACH) : i])


def read_short_year(tokens: Tokens, i: int) -> Dated | None:
    """The "'98" of "in '98" and "the class of '98"."""
    if tokens.words[i] != "'" or not tokens.glued(i + 1) or not is_two_digits(tokens.words[i + 1]):
        return None
    if tokens.low[i - 1] not in _BEFORE_SHORT_YEAR or tokens.glued(i) or tokens.words[i + 2] == "'":
        return None
    return Dated.of(i, i + 2, Parts(year_of(int(tokens.words[i + 1]))))


def read_century(tokens: Tokens, i: int) -> Dated | None:
    """ "15th century", "twenty-first century"; the first of "18th and 19th centuries", "17th to the 19th century"."""
    ordinal = read_ordinal(tokens, i)
    if ordinal is None or not 1 <= ordinal.value <= LAST_CENTURY:
        return None
    j = ordinal.end + (tokens.words[ordinal.end] == "-")
    if tokens.low[j] in _CENTURIES:
        end = j + 1 + (tokens.words[j + 1] in BEFORE_CHRIST)
        return Dated(_century(tokens, int(ordinal.value), j), i, end)
    k = ordinal.end + 1
    second = read_ordinal(tokens, k + (tokens.low[k] == "the")) if tokens.low[ordinal.end] in _JOINTS else None
    if second is None or tokens.low[second.end] not in _CENTURIES:
        return None
    return Dated(_century(tokens, int(ordinal.value), second.end), i, ordinal.end)


def _century(tokens: Tokens, number: int, i: int) -> Interval:
    """The nth century of the era that stands behind the "century" at token i."""
    before = tokens.words[i + 1] in BEFORE_CHRIST
    return century_before_christ(number) if before else intervals.century(number)
