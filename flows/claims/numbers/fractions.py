"""Fractions in digits and words: "2½", "10 1/2", "two thirds", "half a million", "five and a half"."""

from __future__ import annotations

from decimal import Decimal

from flows.claims.nouns import is_plural
from flows.claims.numbers.cardinals import read_cardinal
from flows.claims.numbers.digits import read_digits, sign_value
from flows.claims.numbers.number import Number
from flows.claims.numbers.scales import past_hyphen, scale_at
from flows.claims.tokens import Tokens
from flows.claims.units import unit_after
from flows.claims.vocabulary import words_of
from flows.claims.vocabulary.number_words import (
    ANY_SCALES,
    CARDINALS,
    DENOMINATORS,
    ORDINAL_ENDINGS,
    ORDINALS,
    SCALE_ORDINALS,
    SCALE_SIGNS,
    SCALES,
    UNIT_DENOMINATORS,
)

_AFTER_FRACTION = words_of("numbers", "after_fraction")
_MEASURED = words_of("numbers", "measured")
_AFTER_DIGITS = {word for word in DENOMINATORS if word.endswith("s")} - {"halves", "quarters"}
_AFTER_HYPHEN = ANY_SCALES.keys() | words_of("numbers", "after_fraction_hyphen")
LARGEST_DENOMINATOR = 64
"""Above it no fraction is written that is more than one."""
_ENDINGS = ORDINAL_ENDINGS | {ending + "s" for ending in ORDINAL_ENDINGS}
"""Of a denominator in digits: "1/1000TH", "2/3RDS"."""
_SPANS = words_of("numbers", "spans")
_BEFORE_PLACE = words_of("nouns", "owners")
_BARE, _AFTER_BARE = words_of("numbers", "bare_fractions"), words_of("numbers", "after_bare_fraction")


def read_mixed_fraction(tokens: Tokens, i: int) -> Number | None:
    """A fraction in digits, perhaps after a whole number: "2½", "10 1/2", "1-1/2", "3/4"."""
    sign, slashed, upper_at = tokens.kinds[i + 1] == "fraction", _slash(tokens, i + 1), _numerator_after(tokens, i)
    number = read_digits(tokens, i) if sign or slashed or upper_at else None
    if number is None:
        return None
    if sign:
        value = number.value + sign_value(tokens.words[i + 1])
        return Number(value, i, i + 2, "fraction") if number.form == "digits" else None
    if slashed:
        return _slashed(tokens, number, i, Decimal(0))
    upper = read_digits(tokens, upper_at) if upper_at and number.whole else None
    return upper and _slashed(tokens, upper, i, number.value)


def _numerator_after(tokens: Tokens, i: int) -> int | None:
    """Where the "1" of "10 1/2" or of "1-1/2" stands."""
    hyphen = tokens.words[i + 1] == "-" and tokens.glued(i + 1) and tokens.glued(i + 2)
    j = i + 1 + hyphen
    return j if tokens.kinds[j] == "numeral" and _slash(tokens, j + 1) else None


def _slashed(tokens: Tokens, upper: Number, start: int, whole: Decimal) -> Number | None:
    """The fraction with this numerator and a slash after it; after a whole number it is below one."""
    lower = read_digits(tokens, upper.end + 1)
    if lower is None or not lower.value or "." in tokens.words[upper.end + 1]:
        return None
    if not (upper.whole and lower.whole) or (start < upper.start and upper.value >= lower.value):
        return None
    if upper.value > lower.value > LARGEST_DENOMINATOR:
        return None  # "120/80 mmHg"
    ordinal = tokens.low[lower.end] in _ENDINGS and tokens.glued(lower.end)
    return Number(whole + upper.value / lower.value, start, lower.end + ordinal, "fraction")


def _slash(tokens: Tokens, i: int) -> bool:
    return tokens.words[i] in ("/", "⁄") and tokens.glued(i) and tokens.glued(i + 1)


def with_fraction(tokens: Tokens, head: Number) -> Number:
    """ "five AND A HALF million", "two million AND ONE HALF" (half a million), "one billion and a half million"."""
    fraction = _said_after(tokens, head)
    if fraction is None:
        return head
    if scale := scale_at(tokens, fraction.end):
        value = head.value + fraction.value * scale[0] if head.scaled else (head.value + fraction.value) * scale[0]
        return Number(value, head.start, scale[1], head.form, True, (scale[0],))
    unit = _last_scale(tokens, head) if head.scaled else Decimal(1)
    return Number(head.value + fraction.value * unit, head.start, fraction.end, head.form, head.scaled, head.lends)


def _said_after(tokens: Tokens, head: Number) -> Number | None:
    """The fraction after "and", perhaps between hyphens ("four-AND-A-HALF hours")."""
    i = past_hyphen(tokens, head.end)
    if tokens.low[i] not in ("and", "&"):
        return None
    j = past_hyphen(tokens, i + 1)
    return _plain_fraction(tokens, j) or _bare_fraction(tokens, j) or _fraction_in_digits(tokens, head)


def _last_scale(tokens: Tokens, head: Number) -> Decimal:
    word = tokens.low[head.end - 1]
    return ANY_SCALES.get(word) or SCALE_SIGNS.get(word) or Decimal(1)


def _plain_fraction(tokens: Tokens, i: int) -> Number | None:
    """ "a half", "one fourth", "two thirds", "three quarters": a numerator below twenty and a denominator."""
    word = tokens.low[i]
    upper = 1 if word in ("a", "an") else CARDINALS.get(word)
    if not upper:
        return None
    lower = read_denominator(tokens, past_hyphen(tokens, i + 1), several=upper > 1)
    return lower and Number(upper / lower.value, i, lower.end, "fraction")


def _fraction_in_digits(tokens: Tokens, head: Number) -> Number | None:
    """The "3/4" of "5 and 3/4"."""
    plain = head.whole and not head.scaled and _slash(tokens, head.end + 2)
    fraction = read_mixed_fraction(tokens, head.end + 1) if plain else None
    return fraction if fraction and fraction.value < 1 else None


def _bare_fraction(tokens: Tokens, i: int) -> Number | None:
    """The "half" of "two AND HALF years", the "quarter" of "one AND QUARTER million": what it is part of follows."""
    size, measured = DENOMINATORS.get(tokens.low[i]), tokens.low[i + 1]
    if measured == "of":
        measured = tokens.low[i + 2]
    if size is None or tokens.low[i] not in _BARE or not (measured in _AFTER_BARE or measured in ANY_SCALES):
        return None
    return Number(1 / Decimal(size), i, i + 1, "fraction")


def read_denominator(tokens: Tokens, i: int, *, several: bool) -> Number | None:
    """The lower part of a fraction: "thirds", "quarter", "twenty-fifth", "hundred and fifth", "ten-thousandth"."""
    if tokens.low[i] == "ten" and (
        scale := SCALE_ORDINALS.get(tokens.low[past_hyphen(tokens, i + 1)].removesuffix("s"))
    ):
        return Number(10 * scale, i, past_hyphen(tokens, i + 1) + 1, "ordinal")
    base, j = _base_of_denominator(tokens, i)
    word = tokens.low[j]
    size = UNIT_DENOMINATORS.get(word) if base else None
    size = size or DENOMINATORS.get(word)
    if size is None or (base and size >= 100):
        return None
    if several and not word.endswith("s") and word not in ("half", "quarter"):
        return None
    return Number(base + size, i, j + 1, "ordinal")


def _base_of_denominator(tokens: Tokens, i: int) -> tuple[Decimal, int]:
    """The "twenty" of "twenty-fifth", and the token after it and its joint."""
    lower = read_cardinal(tokens, i) if tokens.low[i] in CARDINALS else None
    if lower is None or not lower.value or (lower.value < 20 and not lower.scaled):
        return Decimal(0), i
    return lower.value, past_hyphen(tokens, lower.end + (tokens.low[lower.end] == "and"))


def as_numerator(tokens: Tokens, head: Number) -> Number | None:
    """ "two THIRDS", "twenty-three FIFTHS", "1 OVER twenty-one"; "one THIRD of" but not "one third party"."""
    if tokens.low[head.end] == "over" and (spoken := _over(tokens, head)):
        return spoken
    if head.form == "digits" and not (head.whole and tokens.low[head.end] in _AFTER_DIGITS):
        return None
    j = past_hyphen(tokens, head.end)
    one = head.value == 1 or (j > head.end and head.value < 10 and tokens.glued(j))  # "a two-third majority"
    lower = read_denominator(tokens, j, several=not one)
    if lower is None or (head.value == 1 and not ends_fraction(tokens, lower.end)):
        return None
    return scaled_fraction(tokens, Number(head.value / lower.value, head.start, lower.end, "fraction"))


def _over(tokens: Tokens, head: Number) -> Number | None:
    if not head.whole or head.value >= 100:
        return None
    lower = read_cardinal(tokens, head.end + 1) or read_digits(tokens, head.end + 1)
    if lower is None or lower.value <= head.value or tokens.low[lower.end] in _SPANS:
        return None
    return Number(head.value / lower.value, head.start, lower.end, "fraction")


def scaled_fraction(tokens: Tokens, fraction: Number) -> Number:
    """The fraction, of a scale word if one follows: "a quarter MILLION", "three quarters OF A MILLION"."""
    j = past_hyphen(tokens, fraction.end)
    if tokens.low[j] == "of" and tokens.low[j + 1] in ("a", "an", "one"):
        j += 2
    elif tokens.low[j] in ("a", "an"):
        j += 1
    j = past_hyphen(tokens, j)
    word = tokens.low[j]
    if word not in SCALES or word == "hundred":
        return fraction
    return Number(fraction.value * SCALES[word], fraction.start, j + 1, "fraction", True, (SCALES[word],))


def ends_fraction(tokens: Tokens, i: int) -> bool:
    """Can a fraction with the numerator one end before token i?"""
    if tokens.words[i] == "-" and tokens.glued(i) and tokens.glued(i + 1):
        return _goes_with_hyphen(tokens, i)
    if tokens.low[i - 3] in _MEASURED:
        return True
    return tokens.kinds[i] != "word" or tokens.low[i] in _AFTER_FRACTION or tokens.low[i - 1] in ("half", "quarter")


def _goes_with_hyphen(tokens: Tokens, i: int) -> bool:
    """ "a quarter-mile", "a half-point", "a half-million"; but "a quarter-final", "a half-baked plan"."""
    return tokens.low[i + 1] in _AFTER_HYPHEN or unit_after(tokens, i) is not None


def read_half(tokens: Tokens, i: int) -> Number | None:
    """ "half a million", "half of", "half-", "a quarter of a million": a fraction without a numerator."""
    word = tokens.low[i]
    if word not in ("half", "halves", "quarter"):
        return _part_of_unit(tokens, i)
    hyphen = (tokens.words[i + 1] == "-" and _goes_with_hyphen(tokens, i + 1)) or _parts_measure(tokens, i)
    if word == "quarter" and not (hyphen or tokens.low[i + 1] in SCALES or tokens.low[i + 3] in SCALES):
        return _part_of_unit(tokens, i)
    fraction = scaled_fraction(tokens, Number(1 / DENOMINATORS[word], i, i + 1, "fraction"))
    return fraction if fraction.scaled or word == "half" or hyphen else None


def _parts_measure(tokens: Tokens, i: int) -> bool:
    """ "QUARTER cup", "QUARTER mile"; but "third quarter tonnes"."""
    if tokens.low[i - 1] in ORDINALS or tokens.kinds[i + 1] != "word" or is_plural(tokens.low[i + 1]):
        return False
    unit = unit_after(tokens, i + 1)
    return unit is not None and (unit.kind == "physical" or unit.name == "hour")


def _part_of_unit(tokens: Tokens, i: int) -> Number | None:
    """ "QUARTER of an hour", "TENTH of a gallon", "FOURTH of litre": a unit is parted; "the fourth of May" is none."""
    size = DENOMINATORS.get(tokens.low[i])
    if size is None or tokens.low[i + 1] != "of" or tokens.low[i - 1] in _BEFORE_PLACE:
        return None
    unit = unit_after(tokens, i + 2 + (tokens.low[i + 2] in ("a", "an")))
    return Number(1 / size, i, i + 1, "fraction") if unit and unit.kind in ("physical", "duration") else None
