"""Numbers that lead somewhere: web addresses, versions, phone and serial numbers, postcodes."""

from __future__ import annotations

from flows.claims.designations.designation import Designation
from flows.claims.tokens import NUMERIC, Tokens
from flows.claims.vocabulary import words_of

_BEFORE_PHONE_NUMBER = words_of("designations", "before_phone_number")
LONGEST_GROUP = 9
_FRACTIONS = frozenset({"-/", "/-/"})
LARGEST_DENOMINATOR = 64
FEWEST_GROUPS = 3
"""So many groups of digits joined by marks make a serial number."""


def read_address(tokens: Tokens, i: int) -> Designation | None:
    """The address or number of a thing at token i."""
    if tokens.kinds[i] in ("address", "link"):
        return Designation(i, i + 1, "reference", "reference.address")
    if tokens.kinds[i] == "version":
        return Designation(i, i + 1, "name_part", "name.version")
    end = _end_of_number(tokens, i) if tokens.kinds[i] == "numeral" else i
    return Designation(i, end, "reference", "reference.number") if end > i else None


def _end_of_number(tokens: Tokens, i: int) -> int:
    """The end of a phone, account or serial number or a postcode, or i."""
    digits = tokens.words[i]
    end, groups = _digit_groups(tokens, i)
    leading_zero = len(digits) >= 3 and digits.startswith("0") and digits.isdecimal()
    if groups >= FEWEST_GROUPS or (groups == 2 and leading_zero):
        return end
    if leading_zero and (spaced := _spaced_groups(tokens, i)) > i + 1:
        return spaced
    if _is_phone_number(tokens, i):
        return i + 2
    return i + _is_postcode(tokens, i)


def _digit_groups(tokens: Tokens, i: int) -> tuple[int, int]:
    """The end of groups of digits joined by hyphens or slashes, and how many there are."""
    j, groups = i, 1
    while tokens.words[j + 1] in ("-", "/") and tokens.kinds[j + 2] in NUMERIC and _joined(tokens, j + 1):
        j, groups = j + 2, groups + 1
    return (i + 1, 1) if _are_fractions(tokens.words[i : j + 1]) else (j + 1, groups)


def _are_fractions(words: list[str]) -> bool:
    """Are the groups and their marks those of "1-1/2 inches" or "1/2-3/4 inch"?"""
    if "".join(words[1::2]) not in _FRACTIONS or not all(word.isdecimal() for word in words[::2]):
        return False
    return int(words[-3]) < int(words[-1]) <= LARGEST_DENOMINATOR


def _spaced_groups(tokens: Tokens, i: int) -> int:
    """The end of the groups of digits with spaces between ("0800 123 456")."""
    j = i + 1
    while tokens.kinds[j] == "numeral" and tokens.words[j].isdecimal() and 2 < len(tokens.words[j]) < LONGEST_GROUP:
        j += 1
    return j


def _joined(tokens: Tokens, i: int) -> bool:
    return tokens.glued(i) and tokens.glued(i + 1)


def _is_phone_number(tokens: Tokens, i: int) -> bool:
    """ "call 2345 6789"."""
    return (
        len(tokens.words[i]) == len(tokens.words[i + 1]) == 4
        and tokens.kinds[i + 1] == "numeral"
        and tokens.low[i - 1] in _BEFORE_PHONE_NUMBER
    )


def _is_postcode(tokens: Tokens, i: int) -> bool:
    """ ", CA 90210"."""
    digits, state = tokens.words[i], tokens.words[i - 1]
    return (
        len(digits) == 5 and digits.isdecimal() and len(state) == 2 and state.isupper() and tokens.words[i - 2] == ","
    )
