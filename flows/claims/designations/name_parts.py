"""Numerals in names: "GPT-4", "COVID-19", "H5N1", "3D", "Boeing 737", "AI Strategy 2.0", "Six Nations"."""

from __future__ import annotations

from flows.claims.dates.names import MONTHS, MONTHS_AND_WEEKDAYS
from flows.claims.designations.designation import Designation
from flows.claims.designations.references import AFTER_NAME, NAMING
from flows.claims.nouns import is_plural
from flows.claims.numbers import read_number, read_ordinal
from flows.claims.tokens import Tokens
from flows.claims.units import is_currency_code, is_currency_name, is_money_letter, unit_after
from flows.claims.units.measures import symbol_at
from flows.claims.vocabulary import entry_of, words_of
from flows.claims.vocabulary.number_words import CARDINALS, ORDINALS

_PREFIXES = words_of("designations", "prefixes") | MONTHS_AND_WEEKDAYS
_NO_NAMES = words_of("designations", "no_names")
_BEFORE_FIGURE = _NO_NAMES | MONTHS_AND_WEEKDAYS
_STATISTICS = words_of("designations", "statistics")
_SIGNS = words_of("designations", "signs")
_SIGNS_IN_CAPITALS = frozenset({"fy", "cy"})
_PARTS_OF_YEAR: dict[str, int] = entry_of("designations", "parts_of_year")
_MONEY_WORDS = words_of("designations", "money_words")
_SCALE_LETTERS = words_of("designations", "scale_letters")
_NAME_NUMBERS = CARDINALS.keys() | ORDINALS.keys() | words_of("designations", "name_numbers")
_SCALES_AFTER_NAME = words_of("designations", "scales_after_name")
_SENTENCE_MARKS = frozenset('.!?:"|•–—')
_FIGURE_MARKS = frozenset("$€£-+±~<>")
_AFTER_FIGURE = frozenset("-–%/°×")
_FOUR_DIGITS = 4
_LONG_WORD = 5
LOCANT = 2
"""Digits of a number that tells where in a molecule something stands."""


def read_name_part(tokens: Tokens, i: int) -> Designation | None:
    """The name that the numeral or number word at token i is part of."""
    if tokens.kinds[i] == "numeral":
        return _glued(tokens, i) or _after_name(tokens, i)
    return _capitalised(tokens, i)


def _glued(tokens: Tokens, i: int) -> Designation | None:
    """ "GPT-4", "COVID-19", "H5N1", "3D", "5G", "7-Eleven": digits that hang together with letters."""
    if tokens.words[i - 1] == ")" and tokens.glued(i):
        end = i + 1 + 2 * _numeral_next(tokens, i + 1)
        return Designation(i, end, "name_part", "name.glued")  # "Ca(OH)2", "(989)555-0109"
    if _is_locant(tokens, i):
        return Designation(i, i + 3, "name_part", "name.glued")
    start = _glued_start(tokens, i)
    end = _glued_end(tokens, i) if start == i else i + 1
    if end - start == 1:
        return None
    if end > i + 1 and tokens.glued(i) and tokens.kinds[i - 1] == "word":
        start = i - 1  # the "H" of "H5N1" is no half-year
    joined = start < i
    while joined and tokens.glued(start) and tokens.kinds[start - 1] in ("word", "numeral"):
        start -= 1
    while tokens.glued(end) and (tokens.kinds[end] in ("word", "numeral") or (joined and _numeral_next(tokens, end))):
        end += 1
    return Designation(start, end, "name_part", "name.glued")


def _is_locant(tokens: Tokens, i: int) -> bool:
    """The "1,3" of "1,3-butadiene"; but "a 2,5-fold rise", "a 1,5-litre bottle"."""
    first, comma, second = tokens.words[i].partition(",")
    if not comma or len(first) > LOCANT or len(second) > LOCANT or tokens.words[i + 1] != "-":
        return False
    joined = tokens.glued(i + 1) and tokens.glued(i + 2) and tokens.kinds[i + 2] == "word"
    return joined and len(tokens.words[i + 2]) >= _LONG_WORD and unit_after(tokens, i + 1) is None


def _numeral_next(tokens: Tokens, i: int) -> bool:
    """Do a sign and a numeral go on at token i ("SARS-CoV-2-1", "J1142.4+0817")?"""
    return tokens.words[i] in ("-", "+") and tokens.glued(i + 1) and tokens.kinds[i + 1] == "numeral"


def _glued_start(tokens: Tokens, i: int) -> int:
    """Where letters glued or hyphenated to the digits begin, or i."""
    if tokens.kinds[i - 1] == "word" and tokens.glued(i) and not _is_sign(tokens, i - 1):
        return i - 1
    if tokens.words[i - 1] != "-" or tokens.kinds[i - 2] != "word" or not (tokens.glued(i) and tokens.glued(i - 1)):
        return i
    if (symbol := symbol_at(tokens, i - 2)) and symbol[1] == i + 1:
        return i - 2  # "t ha-1" without a number before it
    word = tokens.words[i - 2]
    named = any(map(str.isupper, word)) and word.lower() not in _PREFIXES
    letter = len(word) == 1 and not tokens.glued(i - 2) and word not in ("a", "s")
    return i - 2 if named or letter or _is_compound(tokens, i) else i


def _is_compound(tokens: Tokens, i: int) -> bool:
    """ "caspase-3", "category-2": a noun and its number, and nothing measured or counted ("around-5 km")."""
    word = tokens.low[i - 2]
    if len(word) < _LONG_WORD or not tokens.words[i].isdecimal() or len(tokens.words[i]) > 2 or tokens.glued(i - 2):
        return False
    if word in _PREFIXES or word in CARDINALS or tokens.words[i + 1] in _AFTER_FIGURE:
        return False
    return unit_after(tokens, i + 1) is None


def _glued_end(tokens: Tokens, i: int) -> int:
    """Where the letters right after the digits end ("3D", "7-Eleven"), or the token after the digits."""
    after = tokens.words[i + 1]
    if not tokens.glued(i + 1):
        return i + 1
    if tokens.kinds[i + 1] == "word":
        return i + 2 if after.isupper() and _is_letter_name(tokens, i, after) else i + 1
    capital = tokens.kinds[i + 2] == "word" and tokens.words[i + 2][0].isupper() and tokens.glued(i + 2)
    if after == "-" and capital and len(tokens.words[i]) <= 2 and unit_after(tokens, i + 2) is None:
        return i + 3
    return i + 1


def _is_sign(tokens: Tokens, i: int) -> bool:
    """Is the word a currency code, a month, a quarter or a fiscal year sign that goes with the digits?"""
    low = tokens.low[i]
    if is_currency_code(tokens.words[i]) or is_currency_name(low) or is_money_letter(tokens, i):
        return True
    if low in _MONEY_WORDS or low in MONTHS:
        return True
    if low in _PARTS_OF_YEAR and not tokens.glued(i):
        return tokens.words[i + 1].isdecimal() and 1 <= int(tokens.words[i + 1]) <= _PARTS_OF_YEAR[low]
    capitals = tokens.words[i].isupper() and low not in _SIGNS_IN_CAPITALS  # "C2", "NO3" are names, "c1900", "p12" none
    return low in _SIGNS and not capitals and not tokens.glued(i)


def _is_letter_name(tokens: Tokens, i: int, letters: str) -> bool:
    """Do capitals right after digits make a name ("3D", "5G", "4K"), and no unit, scale or time?"""
    digits = tokens.words[i]
    if tokens.glued(i + 2) and tokens.kinds[i + 2] == "numeral":
        return True
    if not digits.isdecimal() or len(digits) > 3:
        return False
    if letters in ("D", "G") or (letters == "K" and digits in ("2", "4", "8")):
        return int(digits) < 10
    if tokens.words[i - 1] in _FIGURE_MARKS or letters in _SCALE_LETTERS:
        return False
    return unit_after(tokens, i + 1) is None


def _after_name(tokens: Tokens, i: int) -> Designation | None:
    """ "Boeing 737", "Windows 11", "AI Strategy 2.0", "Voyager 2"."""
    digits, word = tokens.words[i], tokens.words[i - 1]
    if tokens.kinds[i - 1] != "word" or word.islower() or tokens.glued(i):
        return None
    if len(digits) > _FOUR_DIGITS or not digits.replace(".", "").isdecimal():
        return None
    if word.lower() in _BEFORE_FIGURE or is_currency_code(word) or not _is_name(tokens, i - 1):
        return None
    if "." in digits and word.lower() in _STATISTICS:
        return None
    number = read_number(tokens, i)
    named = number is not None and number.end == i + 1 and _ends_name(tokens, i + 1)
    return Designation(i, i + 1, "name_part", "name.after") if named else None


def _is_name(tokens: Tokens, i: int) -> bool:
    """Does the word have a capital that its place does not give it?"""
    word = tokens.words[i]
    return any(map(str.isupper, word[1:] if _starts_sentence(tokens, i) else word))


def _ends_name(tokens: Tokens, i: int) -> bool:
    """Can a name with a numeral end before token i, as nothing is measured or counted there?"""
    word = tokens.words[i]
    if word in _AFTER_FIGURE or unit_after(tokens, i) is not None:
        return False
    if tokens.kinds[i] != "word" or word[0].isupper():
        return True
    return tokens.low[i] in AFTER_NAME or not is_plural(tokens.low[i])


def _starts_sentence(tokens: Tokens, i: int) -> bool:
    before = tokens.words[i - 1]
    return i == 0 or before in _SENTENCE_MARKS or (before == "-" and not tokens.glued(i))


def _capitalised(tokens: Tokens, i: int) -> Designation | None:
    """ "Six Nations", "First World War", "Big Four", "Twentieth Century Fox"."""
    word, before = tokens.words[i], tokens.words[i - 1]
    if tokens.low[i] not in _NAME_NUMBERS or not word[0].isupper() or word.isupper():
        return None
    if before.lower() in NAMING and before.istitle():
        return Designation(i, i + 1, "name_part", "name.numbered")
    after = tokens.low[i + 1]
    if after in _SCALES_AFTER_NAME or not (_named_before(tokens, i) or _named_after(tokens, i)):
        return None
    ordinal = read_ordinal(tokens, i)
    return Designation(i, ordinal.end if ordinal else i + 1, "name_part", "name.word")


def _named_before(tokens: Tokens, i: int) -> bool:
    """ "Big FOUR"."""
    before = tokens.words[i - 1]
    return before[:1].isupper() and before.lower() not in _NO_NAMES and not _starts_sentence(tokens, i - 1)


def _named_after(tokens: Tokens, i: int) -> bool:
    """ "the SIX Nations"."""
    after = tokens.words[i + 1]
    capital = after[:1].isupper() and after.isalpha() and after.lower() not in _NO_NAMES
    return capital and not _starts_sentence(tokens, i)
