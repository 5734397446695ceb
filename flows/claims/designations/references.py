"""Numbers of parts and places in a text: "figure 3", "No. 5", "pp. 12-14", "[49]", "(3)", "type 2"."""

from __future__ import annotations

from flows.claims.designations.designation import Designation
from flows.claims.nouns import is_plural
from flows.claims.tokens import Tokens
from flows.claims.units import unit_after
from flows.claims.vocabulary import words_of

REFERENCES = words_of("designations", "references")
NAMING = words_of("designations", "naming")
AFTER_NAME = words_of("designations", "after_name")
_SHORT = words_of("designations", "short_references")
_ALSO_WORDS = words_of("designations", "also_words")
_TAKE_SEVERAL = words_of("designations", "take_several")
_NAMING_SEVERAL = words_of("designations", "naming_several")
_REFERENCE_SIGNS = frozenset("#§¶")
_JOINTS_OF_ONE = frozenset("-–")
_JOINTS_OF_SEVERAL = _JOINTS_OF_ONE | {",", "and", "or", "to"}
LONGEST_NUMBERED = 3
"""Digits of a number that goes with a naming word ("Type 2")."""


def read_reference(tokens: Tokens, i: int) -> Designation | None:
    """What the numeral at token i refers to, by what stands before it."""
    before = tokens.words[i - 1]
    if before == "[" and tokens.kinds[i] == "numeral":
        return _citation(tokens, i)
    if before == "(" and tokens.words[i + 1] == ")" and tokens.words[i].isdecimal() and len(tokens.words[i]) <= 2:
        return Designation(i, i + 1, "list_marker", "list_marker.inline")
    lead = i - 2 if before == "." and tokens.low[i - 2] in _SHORT else i - 1
    if before in _REFERENCE_SIGNS or _refers(tokens, lead, i):
        return None if _counts(tokens, lead, i) else _parts(tokens, i, tokens.low[lead])
    if tokens.low[lead] in NAMING and _is_numbered(tokens, i):
        return Designation(i, _joined(tokens, i, _JOINTS_OF_ONE), "name_part", "name.numbered")
    if tokens.low[lead] in _NAMING_SEVERAL and _is_numbered(tokens, i) and _is_bare(tokens, i):
        return Designation(i, _joined(tokens, i, _JOINTS_OF_SEVERAL), "name_part", "name.numbered")
    return None


def _citation(tokens: Tokens, i: int) -> Designation | None:
    """ "[49]", "[3, 5-7]"."""
    j = i
    if "." in tokens.words[i]:
        return None  # "95 % CI [1.2, 3.4]"
    while tokens.kinds[j + 2] == "numeral" and tokens.words[j + 1] in (",", "-", "–"):
        j += 2
    return Designation(i, j + 1, "reference", "reference.citation") if tokens.words[j + 1] == "]" else None


def _refers(tokens: Tokens, lead: int, i: int) -> bool:
    """Does the word before a numeral make it a reference?"""
    if tokens.low[lead] not in REFERENCES or tokens.kinds[i] not in ("numeral", "version"):
        return False
    return tokens.words[lead].istitle() or _is_bare(tokens, i)


def _counts(tokens: Tokens, lead: int, i: int) -> bool:
    """Is the word before the numeral one of its other senses ("no 5", "the number 5", "in case 5 per cent")?"""
    word = tokens.low[lead]
    if lead == i - 1 and (word == "no" or (word == "number" and tokens.low[lead - 1] in ("the", "a", "of"))):
        return True
    return word in _ALSO_WORDS and unit_after(tokens, i + 1) is not None


def _parts(tokens: Tokens, i: int, word: str) -> Designation:
    """The number with those joined to it; a comma or "and" joins after a plural alone ("figures 3 and 4")."""
    joints = _JOINTS_OF_SEVERAL if word.endswith("s") or word in _TAKE_SEVERAL else _JOINTS_OF_ONE
    return Designation(i, _joined(tokens, i, joints), "reference", "reference.part")


def _joined(tokens: Tokens, i: int, joints: frozenset[str]) -> int:
    """The token after a number and those that are joined to it ("3, 5 and 7", "3A-3C")."""
    end = _lettered(tokens, i + 1)
    while tokens.words[end] in joints:
        following = end + 1 + (tokens.words[end] == "," and tokens.low[end + 1] in ("and", "or"))
        if tokens.kinds[following] != "numeral" or unit_after(tokens, after := _lettered(tokens, following + 1)):
            break
        end = after
    return end


def _lettered(tokens: Tokens, i: int) -> int:
    """The token after a letter that hangs on a number ("figure 3B"), or i."""
    return i + (tokens.glued(i) and tokens.kinds[i] == "word" and len(tokens.words[i]) == 1)


def _is_bare(tokens: Tokens, i: int) -> bool:
    """Is the numeral a plain number, with no unit and nothing counted after it?"""
    after = tokens.words[i + 1]
    if "," in tokens.words[i] or after in ("%", "°"):
        return False
    counted = tokens.kinds[i + 1] == "word" and after.islower() and is_plural(after) and after not in AFTER_NAME
    return not counted


def _is_numbered(tokens: Tokens, i: int) -> bool:
    """Is the numeral short and plain enough to go with a naming word?"""
    digits = tokens.words[i]
    if tokens.kinds[i] != "numeral" or len(digits) > LONGEST_NUMBERED:
        return False
    return "," not in digits and tokens.words[i + 1] != "%"
