"""The words, numerals and signs of a passage, with their offsets.

The grammar of `numbers`, `units`, `periods` and `quantities` works on token indexes. Numerals keep their inner
separators; dates, times, versions, addresses and phone numbers written in digits are single tokens of their own kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from flows.claims.patterns import Pattern

# Groups repeat a bounded number of times: a longer run of digits is no figure, and the scan stays linear.
_NUMERAL = r"""
    (?: \d{1,3} (?:,\d{3}){1,12} (?!,?\d) (?:\.\d+)?+        # 1,234,567.89
      | \d{1,2} (?:,\d{2}){1,8},\d{3} (?!,?\d) (?:\.\d+)?+    # 12,34,567.89 as in India
      | (?<!\d[ ]) \d{1,3} (?:[ ]\d{3}){1,8} (?![ ]?\d) (?:[.,]\d+)?+   # 1 234 567
      | \d{1,3} (?:'\d{3}){1,8} (?!\d)                       # 1'234'567
      | \d{1,3} (?:\.\d{3}){1,8},\d+ (?!\d)                   # 1.234.567,89
      | \d{1,3} (?:\.\d{3}){2,8} (?![.,]?\d)                  # 1.234.567
      | (?<!\d,) \d{1,9},\d{1,2} (?![\d,])                    # 1,5 with a decimal comma
      | \d++ (?:\.\d++ (?!\.\d))?+
      | (?<![\w.]) \.\d++                                     # .77
    )
    (?: [eE][+-]?\d{1,4} (?![\p{L}\d])                        # 1.3e6
      | [ ]?[x×*·][ ]?10 (?: \^[+-]?\d++ | [+-]\d{1,3} | [⁺⁻]?[⁰¹²³⁴-⁹]+ )   # 6.2x10^-4, 2.48×10-5
      | [x×]\d{1,3}\^\d++                                     # 8x2^10
      | \^[+-]?\d++                                            # 1.1^23
    )?+
"""
_DATE = " | ".join(
    rf"\d{{4}}{mark}\d{{1,2}}{mark}\d{{1,2}} | \d{{1,2}}{mark}\d{{1,2}}{mark}(?:\d{{4}}|\d\d)"
    for mark in ("-", "/", r"\.")
)
_WEB_ADDRESS = r"(?:https?://|www\.) [^\s<>\"]+ | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
_PARTS: dict[str, str] = {
    "word": r"(?:[\p{L}]\.){2,8} | [\p{Latin}][\p{Latin}\p{M}]*+ | [\p{Han}]++ | [\p{L}\p{M}]++",
    "date": rf"(?=\d) (?<![\d/.-]) (?: {_DATE} ) (?: T\d\d:\d\d (?: :\d\d )? (?:\.\d+)? Z? )? (?![\d/] | [.-]\d)",
    "time": r"(?=\d) (?<![\d:]) (?:[01]?\d|2[0-3]):[0-5]\d (?: :[0-5]\d )? (?![\d:])",
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
NUMERIC = frozenset({"numeral", "fraction", "date", "time", "version"})
"""The kinds of tokens that are numerals in digits."""

PADDING = 12
"""How many empty tokens stand after the last: a reader may look that far past either end of the text."""


@dataclass(frozen=True)
class Tokens:
    """The tokens of a folded text as parallel lists, padded with empty tokens so that no look-around needs a check."""

    text: str
    words: list[str]
    kinds: list[str]
    starts: list[int]
    ends: list[int]

    @cached_property
    def low(self) -> list[str]:
        return [word.lower() for word in self.words]

    def __len__(self) -> int:
        return len(self.words) - PADDING

    def glued(self, i: int) -> bool:
        """Does the token follow the one before it without a space?"""
        return 0 < i < len(self) and self.ends[i - 1] == self.starts[i]


@cache
def _with_web_addresses() -> Pattern:
    """Web addresses start like words; looking for them at every word would halve the speed."""
    return _compiled({"link": _WEB_ADDRESS, **_PARTS})


def tokenise(folded: str) -> Tokens:
    """The tokens of a folded text (see `flows.reading.folding`)."""
    pattern = _with_web_addresses() if any(sign in folded for sign in _SIGNS_OF_WEB) else TOKEN
    found = list(pattern.on(folded).finditer(folded))
    spans = [match.span() for match in found]
    nothing, beyond = [""] * PADDING, [len(folded)] * PADDING
    return Tokens(
        folded,
        [folded[start:end] for start, end in spans] + nothing,
        [match.lastgroup or "sign" for match in found] + nothing,
        [start for start, _ in spans] + beyond,
        [end for _, end in spans] + beyond,
    )
