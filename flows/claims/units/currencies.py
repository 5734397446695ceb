"""Currencies before and after a number: "HK$", "US $", "EUR", "Rs.", "dollars", "yen", "p"."""

from __future__ import annotations

from flows.claims.tokens import Tokens
from flows.claims.units.forms import forms_of
from flows.claims.units.unit import Unit
from flows.claims.vocabulary import entry_of, words_of
from flows.claims.vocabulary.number_words import ANY_SCALES, CARDINALS, SCALES

MINOR_CURRENCIES = words_of("units", "minor_currencies")
_MONEY_OF = words_of("units", "money_of")
_MONEY_LETTERS: dict[str, str] = entry_of("units", "money_letters")
_AFTER_MONEY_LETTER = SCALES.keys() | words_of("numbers", "signs_by_use", "plain") | {"m"}
_ALSO_WORDS: dict[str, str] = entry_of("units", "currencies_also_words")
_OBJECTS = words_of("units", "objects")
_NO_PEOPLE = frozenset({"billion", "bn", "trillion", "tn"})
"""Scales on which nobody wins anything."""
_PER = words_of("units", "per")
_AFTER_WHICH_NAME_ENDS = CARDINALS.keys() | ANY_SCALES.keys() | {"a"}
_PENCE = frozenset({"pence", "penny", "p"})
_ONLY_BEFORE = words_of("units", "only_before")
_RESOLUTIONS = words_of("units", "resolutions")
_LONGEST_SIGN = 4
_REPORTED = words_of("units", "reported_codes")
_SCALED_CODE, _CODE_SCALES = 4, frozenset("kKMB")
_LONGEST_NAME = 2
"""More tokens before a number are no name of its currency ("the Hong Kong dollar 10 years ago")."""


def currency_before(tokens: Tokens, i: int) -> Unit | None:
    """The currency whose sign or name ends right before token i."""
    if is_money_letter(tokens, i - 1):
        return Unit(_MONEY_LETTERS[tokens.words[i - 1]], "currency", i - 1, i)
    longest = forms_of("currencies").last.get(tokens.low[i - 1], 0)
    for n in range(min(longest, _LONGEST_SIGN, i), 0, -1):
        code = _code(tokens, i - n, i)
        if code and _is_money_sign(tokens, i - n, i, code):
            return Unit(code, "currency", i - n, i)
    return None


def is_money_letter(tokens: Tokens, i: int) -> bool:
    """Is the letter at token i a sign of money: "R12 million", "N5,000", but "R22" and "N95"?"""
    if tokens.words[i] not in _MONEY_LETTERS or tokens.glued(i) or not tokens.glued(i + 1):
        return False
    return "," in tokens.words[i + 1] or tokens.low[i + 2] in _AFTER_MONEY_LETTER


def _code(tokens: Tokens, start: int, end: int) -> str | None:
    """The currency that the tokens are a form of; signs with a country may be in lower case ("us$")."""
    forms, words = forms_of("currencies"), tuple(tokens.words[start:end])
    code = forms.exact.get(words)
    if code is None and words[-1] in ("$", "¥", "£") and words[0] not in ("a", "s"):
        code = forms.exact.get(tuple(word.upper() for word in words))
    if code is None and end - start <= _LONGEST_NAME and words[0].isalpha():
        code = forms.any_case.get(tuple(tokens.low[start:end]))
    return code


def _is_money_sign(tokens: Tokens, start: int, end: int, code: str) -> bool:
    """Does the form go with the number after it? A plural name belongs to the one before ("two dollars 50 people")."""
    word = tokens.words[end - 1]
    if not word.isalpha():
        return True
    after_number = tokens.kinds[start - 1] == "numeral" or tokens.low[start - 1] in _AFTER_WHICH_NAME_ENDS
    if after_number and (tokens.glued(start) or not tokens.glued(end)):
        return False
    if word == "pound":
        return False  # "$3 per pound 5 years ago"
    if word.islower():
        return (start == 0 or not word.endswith("s")) and code not in MINOR_CURRENCIES
    return not tokens.glued(start)


def read_currency(tokens: Tokens, i: int) -> Unit | None:
    """The currency that stands at token i, after a number."""
    found = forms_of("currencies").at(tokens, i)
    if found is None:
        code = scaled_code(tokens.words[i])
        return Unit(code, "currency", i, i + 1) if code else _also_word(tokens, i)
    name, end = found
    word = tokens.words[i]
    if tokens.words[end - 1] == "/" or (word == "p" and tokens.words[i - 1] in _RESOLUTIONS):
        return None  # "5 S/cm", "1080p"
    if tokens.kinds[end] == "numeral" and tokens.glued(end) and not tokens.glued(i):
        return None  # "3 USD50 cards", "3 $50 notes"
    if (
        (word == "pounds" or tokens.low[i] == "pound")
        and end == i + 1
        and _is_weight(tokens, i, end)
        and not _pence_at(tokens, end)
    ):
        return None
    return Unit(name, "currency", i, end) if _stands_behind(tokens, i, end) else None


def _stands_behind(tokens: Tokens, i: int, end: int) -> bool:
    """Can the sign be money behind a number; "1RS" and "0.2p0" cannot."""
    word = tokens.words[i]
    if tokens.glued(i) and (word in _ONLY_BEFORE or (tokens.glued(end) and tokens.kinds[end] in ("word", "numeral"))):
        return False
    short = len(word) <= 2 and word.isascii() and word.isalpha() and end == i + 1
    return not short or word.isupper() or tokens.glued(i)


def _also_word(tokens: Tokens, i: int) -> Unit | None:
    """ "20 million WON", "9 million WON a year", "5,000 MARKS"; but "20 million won a prize" and "20 won"."""
    code = _ALSO_WORDS.get(tokens.low[i])
    if code is None or not (tokens.low[i - 1] in ANY_SCALES or "," in tokens.words[i - 1]):
        return None
    large = tokens.low[i - 1] in _NO_PEOPLE or (tokens.low[i + 1] == "a" and tokens.low[i + 2] in _PER)
    return None if tokens.low[i + 1] in _OBJECTS and not large else Unit(code, "currency", i, i + 1)


def _is_weight(tokens: Tokens, i: int, end: int) -> bool:
    """ "20 pounds" may be a weight and are left to the measures; "20 million pounds" are money."""
    if tokens.low[i - 1 - (tokens.words[i - 1] == "-")] not in SCALES:
        return True
    return tokens.low[end] == "of" and tokens.low[end + 1] not in _MONEY_OF


def _pence_at(tokens: Tokens, i: int) -> bool:
    """ "three pounds FIFTY", "ten pounds and 50 PENCE"."""
    j = i + (tokens.low[i] == "and")
    if tokens.kinds[j] != "numeral" and tokens.low[j] not in CARDINALS:
        return False
    k = j + 1 + (tokens.low[j + 1] in CARDINALS) + 2 * (tokens.words[j + 1] == "-")
    return tokens.low[k] in _PENCE or (
        j == i and not tokens.words[k].isalnum() and CARDINALS.get(tokens.low[j], 0) > 16
    )


def is_currency_code(word: str) -> bool:
    """Is the word, as it is written, a sign or code of a currency?"""
    return (word,) in forms_of("currencies").exact


def scaled_code(word: str) -> str | None:
    """The currency code after a scale sign: the "EUR" of "MEUR", the "USD" of "kUSD"."""
    fits = len(word) == _SCALED_CODE and word[0] in _CODE_SCALES and word[1:] in _REPORTED
    return forms_of("currencies").exact.get((word[1:],)) if fits else None


def is_currency_name(low: str) -> bool:
    """Is the lower-case word a currency's name, in any case?"""
    return (low,) in forms_of("currencies").any_case
