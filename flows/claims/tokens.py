"""The words, numerals and signs of a passage, with their offsets.

The grammar of `numbers`, `units`, `periods` and `quantities` works on token indexes. Numerals keep their inner
separators; dates, times, versions, addresses and phone numbers written in digits are single tokens of their own kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from flows.memo import Memo
from flows.patterns import Pattern

# Groups repeat a bounded number of times: a longer run of digits is no figure, and the scan stays linear.
_NUMERAL = r"""
    (?: \d{1,3} (?:,\d{3}){1,12} (?!,?\d) (?:\.\d+)?         # 1,234,567.89
      | \d{1,2} (?:,\d{2}){1,8},\d{3} (?!,?\d) (?:\.\d+)?     # 12,34,567.89 as in India
      | (?<!\d[ ]) \d{1,3} (?:[ ]\d{3}){1,8} (?![ ]?\d) (?:[.,]\d+)?    # 1 234 567
      | \d{1,3} (?:'\d{3}){1,8} (?!\d) (?:\.\d+)?             # 1'234'567.89
      | \d{1,3} (?:\.\d{3}){1,8},\d+ (?!\d)                   # 1.234.567,89
      | \d{1,3} (?:\.\d{3}){2,8} (?![.,]?\d)                  # 1.234.567
      | (?<!\d,) \d{1,9},\d{1,2} (?![\d,])                    # 1,5 with a decimal comma
      | \d++ (?:\.\d++ (?!\.\d))?
      | (?<![\w.]) \.\d++                                     # .77
    )
    (?: [eE][+-]?\d{1,4} (?![\p{L}\d])                        # 1.3e6
      | [ ]?[x×*·][ ]?10 (?: \^[+-]?\d++ | [+-]\d{1,3} | [⁺⁻]?[⁰¹²³⁴-⁹]+ )   # 6.2x10^-4, 2.48×10-5
      | [x×]\d{1,3}\^\d++                                     # 8x2^10
      | \^[+-]?\d++                                            # 1.1^23
      | (?<=10) (?<![\d.,]10) [⁺⁻]?[⁰¹²³⁴-⁹]+                  # 10³
    )?
"""
_DATE = " | ".join(
    rf"\d{{4}}{mark}\d{{1,2}}{mark}\d{{1,2}} | \d{{1,2}}{mark}\d{{1,2}}{mark}(?:\d{{4}}|\d\d)"
    for mark in ("-", "/", r"\.")
)
# Between the two dates of "5/1/2019-5/7/2020", "10-1-2018-10-7-2018".
_BEFORE_DATE = r"(?=-\d{1,2}[-/]\d{1,2}[-/]\d{4}(?![\d/-]))"
_AFTER_DATE = r"(?<=[-/]\d{4}-)"
_WEB_ADDRESS = r"(?:https?://|www\.) [^\s<>\"]+ | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
_PARTS: dict[str, str] = {
    "word": r"(?:[\p{L}]\.){2,8} | [\p{Latin}][\p{Latin}\p{M}]*+ | [\p{Han}]++ | [\p{L}\p{M}]++",
    "date": rf"(?=\d) (?: (?<![\d/.-]) | {_AFTER_DATE} ) (?: {_DATE} )"
    rf" (?: T\d\d:\d\d (?: :\d\d )? (?:\.\d+)? Z? )? (?: (?![\d/] | [.-]\d) | {_BEFORE_DATE} )",
    "time": r"(?=\d) (?<![\d:]) (?:[01]?\d|2[0-3]):[0-5]\d (?: :[0-5]\d )? (?>(?:\.\d{1,3}(?!\.?\d))?) (?![\d:])",
    "address": r"(?=\d) (?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
    r" | (?=\+\d) (?<!\w)\+\d[\d()/-]{5,20}(?:[ ][\d()/-]{2,12}){0,4}(?<=\d)"
    r" | (?=\+(?:[ ()]{0,2}\d){7}) (?<!\w)\+\d{1,3}(?:[ ]\(?\d{1,5}\)?){2,5}(?!\d)",
    "version": r"(?=\d) (?<![\d.]) (?!\d{1,3}(?:\.\d{3}){2,8}(?!\.?\d)) \d{1,4}(?:\.\d{1,4}){2,4} (?!\.?\d)",
    "numeral": rf"(?=[\d.]) {_NUMERAL}",
    "fraction": r"[¼-¾⅐-⅞]",
    "sign": r"\S",
}


def _compiled(parts: dict[str, str]) -> Pattern:
    kinds = "|".join(f"(?P<{kind}>{part})" for kind, part in parts.items())
    return Pattern.of(rf"(?!\s)(?:{kinds})", verbose=True)


TOKEN = _compiled(_PARTS)
_SIGNS_OF_WEB = ("@", "://", "www.")
_IN_PLACE = re.compile(rf"[\d+¼-¾⅐-⅞]|{'|'.join(_SIGNS_OF_WEB)}")
"""What makes tokens that hang on the text around them; all others are words and signs wherever they stand."""
NUMERIC = frozenset({"numeral", "fraction", "date", "time", "version"})
"""The kinds of tokens that are numerals in digits."""

PADDING = 12
"""How many empty tokens stand after the last: a reader may look that far past either end of the text."""


class _Token(NamedTuple):
    """A token, and where it stands in the part of the text that it starts in."""

    word: str
    low: str
    kind: str
    start: int
    end: int


_Part = tuple[_Token, ...]
"""What stands between two spaces."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a folded text as parallel lists, padded with empty tokens so that no look-around needs a check.

    `low` has the words in lower case.
    """

    text: str
    words: list[str]
    low: list[str]
    kinds: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words) - PADDING

    def glued(self, i: int) -> bool:
        """Does the token follow the one before it without a space?"""
        return 0 < i < len(self.words) - PADDING and self.ends[i - 1] == self.starts[i]


def tokenise(folded: str) -> Tokens:
    """The tokens of a folded text (see `flows.reading.folding`), part by part between its spaces."""
    words: list[str] = []
    low: list[str] = []
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    pattern = (_with_web_addresses() if any(sign in folded for sign in _SIGNS_OF_WEB) else TOKEN).on(folded)
    at = done = 0
    for part in folded.split(" "):
        following = at + len(part) + 1
        tokens = _PLAIN[part] if done <= at else None
        if tokens is None:
            tokens = _in_place(pattern, folded, at, max(at, done), following - 1)
            done = at + tokens[-1].end if tokens else done
        for word, lowered, kind, start, end in tokens:
            words.append(word)
            low.append(lowered)
            kinds.append(kind)
            starts.append(at + start)
            ends.append(at + end)
        at = following
    nothing, beyond = [""] * PADDING, [len(folded)] * PADDING
    return Tokens(folded, words + nothing, low + nothing, kinds + nothing, starts + beyond, ends + beyond)


def _in_place(pattern: re.Pattern[str], folded: str, base: int, at: int, end: int) -> _Part:
    """The tokens that start in folded[at:end], counted from `base`; the last may go on behind it ("1 234 567")."""
    tokens = []
    while at < end:
        found = pattern.match(folded, at)
        if found is not None:
            tokens.append(_token(found, base))
        at = at + 1 if found is None else found.end()
    return tuple(tokens)


def _plain(part: str) -> _Part | None:
    """The tokens of a part that are the same wherever it stands; None where they hang on the text around it."""
    if _IN_PLACE.search(part):
        return None
    return tuple([_token(found, 0) for found in TOKEN.on(part).finditer(part)])


def _token(found: re.Match[str], base: int) -> _Token:
    word, start = found.group(), found.start() - base
    return _Token(word, word.lower(), found.lastgroup or "sign", start, start + len(word))


_PLAIN = Memo(_plain)


@cache
def _with_web_addresses() -> Pattern:
    """Web addresses start like words; looking for them at every word would halve the speed."""
    return _compiled({"link": _WEB_ADDRESS, **_PARTS})
