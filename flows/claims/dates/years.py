"""Years: "2024", "'24", "nineteen ninety-six", "two thousand and fifteen"."""

from __future__ import annotations

from flows.claims.numbers import Number, read_number
from flows.claims.tokens import Tokens
from flows.claims.vocabulary.number_words import CARDINALS

Part = tuple[int, int]
"""A part of a date and the token after it."""

_PAPERS = frozenset("abcdef")
_BEFORE_CITED_YEAR = frozenset(",(.;")

FIRST_YEAR, LAST_YEAR = 1000, 2199


def year_at(tokens: Tokens, i: int) -> int | None:
    """The year that a plain four-digit numeral at token i would be."""
    word = tokens.words[i]
    if len(word) != 4 or tokens.kinds[i] != "numeral":
        return None
    if not word.isdecimal() or not FIRST_YEAR <= int(word) <= LAST_YEAR:
        return None
    lettered = tokens.kinds[i + 1] == "word" and tokens.glued(i + 1)
    return None if lettered and not (names_paper(tokens, i) or _has_quarter(tokens, i + 1)) else int(word)


def _has_quarter(tokens: Tokens, i: int) -> bool:
    """The "Q3" of "2021Q3"."""
    return tokens.words[i] in ("Q", "H") and tokens.words[i + 1] in ("1", "2", "3", "4") and tokens.glued(i + 1)


def names_paper(tokens: Tokens, i: int) -> bool:
    """Does a letter after the year at token i tell which paper of that year is meant (", 2010b")?"""
    return tokens.words[i + 1] in _PAPERS and tokens.glued(i + 1) and tokens.words[i - 1] in _BEFORE_CITED_YEAR


def is_two_digits(word: str) -> bool:
    return len(word) == 2 and word.isdecimal()


def year_of(two_digits: int) -> int:
    """The year that two digits are short for."""
    return 2000 + two_digits if two_digits < 50 else 1900 + two_digits


def year_after(tokens: Tokens, i: int) -> Part | None:
    """A year right after a month or quarter, past "of", "in", a comma, a dash."""
    j = _past_link(tokens, i)
    if (year := year_at(tokens, j)) is not None:
        return year, j + 1
    if tokens.words[j] == "'" and tokens.kinds[j + 1] == "numeral" and is_two_digits(tokens.words[j + 1]):
        return year_of(int(tokens.words[j + 1])), j + 2
    return spoken_year(tokens, j) if tokens.kinds[j] == "word" else None


def _past_link(tokens: Tokens, i: int) -> int:
    """The token after what may stand between a month and its year: ",", "of", "in the year", "-"."""
    if tokens.words[i] == ",":
        return i + 1
    if tokens.low[i] not in ("of", "in", "-", "/"):
        return i
    j = i + 1
    if tokens.low[j] == "the" and tokens.low[j + 1] == "year":
        return j + 2
    return j + (tokens.low[j] == "year")


def spoken_year(tokens: Tokens, i: int) -> Part | None:
    """ "nineteen ninety-six", "two thousand and fifteen"."""
    first = CARDINALS.get(tokens.low[i], 0)
    if 13 <= first <= 20 and (rest := _tens(tokens, i + 1)):
        return first * 100 + int(rest.value), rest.end
    if tokens.low[i : i + 3] == ["two", "thousand", "and"]:
        number = read_number(tokens, i)
        if number and 2000 < number.value < 2100:
            return int(number.value), number.end
    return None


def _tens(tokens: Tokens, i: int) -> Number | None:
    """A number word between ten and a hundred."""
    number = read_number(tokens, i) if 10 <= CARDINALS.get(tokens.low[i], 0) <= 90 else None
    return number if number and 10 <= number.value < 100 and number.form == "words" else None
