"""Times of day: "10:15 am", "9.30 pm", "5-6 pm", "11 o'clock", "0730 hours", "half past eight", "at ten to three"."""

from __future__ import annotations

from flows.claims.designations.designation import Designation
from flows.claims.quantities.ratios import tells_ratio
from flows.claims.tokens import Tokens
from flows.claims.units import unit_after
from flows.claims.vocabulary import words_of
from flows.claims.vocabulary.number_words import ANY_SCALES, CARDINALS

_ENDINGS = words_of("designations", "clock_endings")
_PARTS = words_of("designations", "clock_parts")
_BEFORE = words_of("designations", "before_clock")
_JOINTS = frozenset({"-", "–", "to", "until", "till"})
_NAMED_HOURS = frozenset({"noon", "midnight", "midday"})
_RULE = "reference.clock"
HOURS = 12


def read_clock(tokens: Tokens, i: int) -> Designation | None:
    """The time of day at token i; "a slope of 1:10" is none."""
    after = tokens.low[i + 1]
    if tokens.kinds[i] == "time":
        if tells_ratio(tokens, i, i + 1):
            return None
        return Designation(i, i + 1 + (after in _ENDINGS), "reference", _RULE)
    if tokens.kinds[i] == "numeral" and (end := _end_of_hour(tokens, i)):
        return Designation(i, end, "reference", _RULE)
    if after in ("hours", "hrs") and _has_four_digits(tokens, i):
        return Designation(i, i + 2, "reference", _RULE)
    end = _end_of_spoken(tokens, i)
    return Designation(i, end, "reference", _RULE) if end else None


def _end_of_hour(tokens: Tokens, i: int) -> int | None:
    """The token after the "5 pm" of "at 5 pm", the "5-6 pm" of "open 5-6 pm", "between 5 and 6 pm"."""
    if not _is_hour(tokens.words[i]):
        return None
    after = tokens.low[i + 1]
    if after in _ENDINGS or after == "o":
        return i + 2
    joined = after in _JOINTS or (after == "and" and tokens.low[i - 1] == "between")
    ended = tokens.low[i + 3] in _ENDINGS and tokens.kinds[i + 2] == "numeral" and _is_hour(tokens.words[i + 2])
    return i + 4 if joined and ended else None


def _is_hour(numeral: str) -> bool:
    hours, _, minutes = numeral.partition(".")
    if len(numeral) > 5 or not hours.isdecimal() or not 0 < int(hours) <= HOURS:
        return False
    return not minutes or (len(minutes) == 2 and minutes < "60")


def _has_four_digits(tokens: Tokens, i: int) -> bool:
    """The "0730" of "0730 hours", the "1945" of "at 1945 hours"; "1945 hours" alone are so many."""
    digits = tokens.words[i]
    if len(digits) != 4 or not digits.isdecimal() or digits >= "2400" or digits[2:] >= "60":
        return False
    return digits.startswith("0") or tokens.low[i - 1] == "at"


def _end_of_spoken(tokens: Tokens, i: int) -> int | None:
    """The token after "half past eight", "a quarter to six", "at ten to three", "five to nine pm"."""
    j = i + 1 + 2 * (tokens.words[i + 1] == "-" and tokens.low[i + 2] == "five")
    if tokens.low[i] not in _PARTS or tokens.low[j] not in ("past", "to"):
        return None
    hour = tokens.low[j + 1]
    named = hour in _NAMED_HOURS
    ended = tokens.low[j + 2] in _ENDINGS
    if not (named or 0 < _number(hour) <= HOURS) or not (ended or _ends(tokens, j + 2)):
        return None
    sure = named or ended or tokens.low[i] == "quarter" or tokens.low[j] == "past" or tokens.low[i - 1] in _BEFORE
    return j + 2 + ended if sure else None


def _ends(tokens: Tokens, i: int) -> bool:
    """Does nothing at token i make a figure of the hour before it ("ten million", "5 percent")?"""
    return tokens.low[i] not in ANY_SCALES and unit_after(tokens, i) is None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < 3 else CARDINALS.get(word, 0)
