"""Numbers in digits and words: "1.2", "two and a half million", "a third", "3 million and a quarter", "tens of thousands".

A number is read at a token index and says where it ends; units, comparators and roles are the business of others.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import regex

from flows.claims.tokens import Tokens
from flows.claims.vocabulary.number_words import (
    CARDINALS,
    DENOMINATORS,
    GLUED_SCALE_SIGNS,
    ORDINALS,
    PLAIN_SCALE_SIGNS,
    PLURAL_SCALES,
    SCALE_ORDINALS,
    SCALE_SIGNS,
    SCALES,
)

Form = Literal["digits", "words", "fraction", "vague", "ordinal"]

MAX_DIGITS = 300
LARGEST = Decimal("1e300")
"""What is larger is no figure, and no float holds it for long."""
MAX_SCALES = 4
"""Scale words that one number may have: "hundred thousand million" has three."""
_POWER = regex.compile(r"(?P<base>[\d.,' ]+?)(?: ?[x×*·] ?(?P<factor>\d+))?(?:\^|(?=[+-]))(?P<exponent>[+-]?\d+)$")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_SUPERSCRIPT = regex.compile(r"[⁺⁻⁰¹²³⁴-⁹]+$")
_VULGAR = {c: Decimal(a) / Decimal(b) for c, a, b in zip("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒", "112131234151135711", "2 3 3 4 4 5 5 5 5 6 6 7 8 8 8 8 9 10".split(), strict=True)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens [start, end). A vague one ("dozens") has only a lower bound, in `value`."""

    value: Decimal
    start: int
    end: int
    form: Form
    scaled: bool = False


def digits_value(numeral: str) -> Decimal | None:
    """The value of a numeral token ("1,234.5", "1.234,5", "6.2x10^-4"), or None if no figure is so large."""
    if len(numeral) > MAX_DIGITS:
        return None
    if superscript := _SUPERSCRIPT.search(numeral):
        numeral = f"{numeral[: superscript.start()]}^{superscript.group().translate(_SUPERSCRIPTS)}"
    try:
        power = _POWER.match(numeral) if "e" not in numeral and "E" not in numeral else None
        value = _power(power) if power else Decimal(plain_digits(numeral))
    except ArithmeticError:
        return None
    return value if value.is_finite() else None


def _power(found: regex.Match[str]) -> Decimal:
    base, exponent = Decimal(plain_digits(found["base"].strip())), int(found["exponent"])
    if found["factor"] is None:
        return base**exponent
    return base * Decimal(found["factor"]) ** exponent


def plain_digits(numeral: str) -> str:
    """The numeral without grouping marks and with a decimal point."""
    numeral = numeral.replace(" ", "").replace("'", "")
    head, comma, tail = numeral.rpartition(",")
    if not comma:
        return numeral.replace(".", "") if numeral.count(".") > 1 else numeral
    if "." in tail or (len(tail) == 3 and "." not in head):
        return numeral.replace(",", "")
    return f"{head.replace('.', '').replace(',', '')}.{tail}"


_STARTS = frozenset(
    CARDINALS.keys() | SCALES.keys() | PLURAL_SCALES.keys()
    | {"a", "an", "half", "halves", "quarter", "several", "few", "many", "tens", "scores"}
)  # fmt: skip


def read_number(tokens: Tokens, i: int, *, money: bool = False) -> Number | None:
    """The longest number that starts at token i. `money` allows "5m", "5b" and "5t" after a currency sign."""
    if tokens.kinds[i] not in ("numeral", "fraction") and tokens.low[i] not in _STARTS:
        return None
    number = (
        _vague(tokens, i)
        or _half_first(tokens, i)
        or _article_first(tokens, i)
        or _out_of(tokens, i)
        or _counted_up(tokens, i, money)
    )
    return number if number is not None and number.value <= LARGEST else None


def _counted_up(tokens: Tokens, i: int, money: bool) -> Number | None:
    """A cardinal with what may follow it: a decimal part, a fraction, a scale."""
    head = _mixed_fraction(tokens, i) or _digits(tokens, i) or _cardinal(tokens, i)
    if head is None:
        return None
    head = _spoken_decimal(tokens, head)
    head = _times_scale(tokens, head, money)
    return _as_numerator(tokens, head) or _with_fraction(tokens, head)


def _digits(tokens: Tokens, i: int) -> Number | None:
    if tokens.kinds[i] == "fraction":
        return Number(_VULGAR[tokens.words[i]], i, i + 1, "fraction") if tokens.words[i] in _VULGAR else None
    if tokens.kinds[i] != "numeral":
        return None
    value = digits_value(tokens.words[i])
    return None if value is None else Number(value, i, i + 1, "digits")


def _mixed_fraction(tokens: Tokens, i: int) -> Number | None:
    """ "2½", "10 1/2", "3/4", "1 over 3"."""
    whole, j = Decimal(0), i
    number = _digits(tokens, i)
    if number is None:
        return None
    if number.form == "digits" and tokens.kinds[i + 1] == "fraction" and tokens.words[i + 1] in _VULGAR:
        return Number(number.value + _VULGAR[tokens.words[i + 1]], i, i + 2, "fraction")
    if _is_integer(number.value) and tokens.kinds[i + 1] == "numeral" and _slash(tokens, i + 2):
        whole, j = number.value, i + 1
    if _slash(tokens, j + 1) and (upper := _digits(tokens, j)) and (lower := _digits(tokens, j + 2)):
        proper = j == i or upper.value < lower.value
        if (
            lower.value
            and proper
            and _is_integer(upper.value)
            and _is_integer(lower.value)
            and "." not in tokens.words[j + 2]
        ):
            return Number(whole + upper.value / lower.value, i, j + 3, "fraction")
    return None


def _slash(tokens: Tokens, i: int) -> bool:
    return tokens.words[i] in ("/", "⁄") and tokens.glued(i) and tokens.glued(i + 1)


def _is_integer(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _joint(tokens: Tokens, i: int) -> int:
    """The index after a hyphen that joins two number words ("twenty-one", "one - fourth"), or i."""
    return i + 1 if tokens.words[i] == "-" and tokens.kinds[i + 1] == "word" else i


def _cardinal(tokens: Tokens, i: int) -> Number | None:
    """Number words up to the first one that cannot go on: "one hundred and twenty-one", "three lakh crore"."""
    total, group, last_scale, j = Decimal(0), None, None, i
    while True:
        k = _next_word(tokens, j, first=j == i, after_scale=group is None or group % 100 == 0)
        word = tokens.low[k]
        if word in CARDINALS and (grown := _grown(group, CARDINALS[word])) is not None:
            group = grown
        elif word in SCALES and word != "dozen" and (group is not None or total):
            scale = SCALES[word]
            if scale == 100:
                if group is None or group >= 100:
                    break
                group *= 100
            elif group is None or (last_scale is not None and scale > last_scale):
                total, group = (total + (group or 0)) * scale, None
                last_scale = scale
            else:
                total, group, last_scale = total + group * scale, None, scale
        elif (
            k > j
            and group is None
            and last_scale
            and (inner := _digits(tokens, k))
            and inner.value < last_scale
            and k == j
        ):
            group = inner.value
        else:
            break
        j = k + 1
    if j == i:
        return None
    return Number(total + (group or 0), i, j, "words", scaled=group is None)


def _grown(group: Decimal | None, value: int) -> Decimal | None:
    """The number after one more word below a hundred, or None where the word starts another number."""
    if group is None:
        return Decimal(value)
    if group >= 100 and group % 100 == 0 and value:
        return group + value
    if 20 <= group % 100 and group % 10 == 0 and 0 < value < 10:
        return group + value
    if 0 < group < 10 and 20 <= value and value % 10 == 0:  # "one twenty", as it is spoken
        return group * 100 + value
    return None


def _next_word(tokens: Tokens, i: int, *, first: bool, after_scale: bool) -> int:
    """The index of the next number word, past a hyphen, or past "and" and a comma where a scale came before."""
    if first:
        return i
    if tokens.words[i] == "-":
        return i + 1
    if after_scale and tokens.words[i] in ("and", "&", ",") and tokens.low[i + 1] in CARDINALS:
        small = CARDINALS[tokens.low[i + 1]] < 20
        if tokens.words[i] == "and" and small and tokens.low[i + 2] in DENOMINATORS:
            return i
        return i + 1
    return i


def _spoken_decimal(tokens: Tokens, head: Number) -> Number:
    """ "five point five", "zero point zero eight", "1 point 1"."""
    if tokens.low[head.end] != "point":
        return head
    digits, j = "", head.end + 1
    while (word := tokens.low[j]) in CARDINALS:
        digits, j = digits + str(CARDINALS[word]), j + 1
    if not digits and tokens.kinds[j] == "numeral" and tokens.words[j].isdigit():
        digits, j = tokens.words[j], j + 1
    if not digits or len(digits) > MAX_DIGITS:
        return head
    return Number(head.value + Decimal(f"0.{digits}"), head.start, j, head.form)


def _times_scale(tokens: Tokens, head: Number, money: bool) -> Number:
    """The number times the scale words and signs that follow it: "2.5 million", "1.2bn", "3 hundred and one"."""
    end, value, scaled = head.end, head.value, head.scaled
    for _ in range(MAX_SCALES):
        if (scale := _scale_at(tokens, end, money and not scaled)) is None:
            break
        end, value, scaled = scale[1], value * scale[0], True
    if (
        scaled
        and not head.scaled
        and (rest := _rest(tokens, end, scale_of=value / head.value if head.value else value))
    ):
        end, value = rest.end, value + rest.value
    return Number(value, head.start, end, head.form, scaled)


def _rest(tokens: Tokens, i: int, scale_of: Decimal) -> Number | None:
    """What is counted on after a scale: "3 hundred AND ONE", "6 crore AND TWO HUNDRED"."""
    j = i + 1 if tokens.low[i] in ("and", "&") else i
    if tokens.low[j + 1] in DENOMINATORS:
        return None
    rest = _cardinal(tokens, j)
    return rest if rest and rest.value < scale_of else None


def _scale_at(tokens: Tokens, i: int, money: bool) -> tuple[Decimal, int] | None:
    j = _joint(tokens, i)
    word = tokens.low[j]
    if word in SCALES or word in PLURAL_SCALES:
        followed_by_of = tokens.low[j + 1] == "of" and word in PLURAL_SCALES
        return None if followed_by_of and word != "dozens" else (SCALES.get(word) or PLURAL_SCALES[word], j + 1)
    return abbreviated_scale(tokens, i, money)


def abbreviated_scale(tokens: Tokens, i: int, money: bool) -> tuple[Decimal, int] | None:
    """A scale sign such as "bn", "k", "m" after digits; one-letter signs need money, or stand glued before a noun."""
    if tokens.kinds[i] != "word" or tokens.low[i] not in SCALE_SIGNS:
        return None
    word, low = tokens.words[i], tokens.low[i]
    if tokens.kinds[i - 1] != "numeral":
        return (SCALE_SIGNS[low], i + 1) if low == "cr" else None
    glued = tokens.glued(i)
    fits = (
        low in PLAIN_SCALE_SIGNS
        or (glued and word in GLUED_SCALE_SIGNS and not (word == "K" and "." in tokens.words[i - 1]))
        or (glued and word == "M")
        or (money and (glued or low != "g") and low != "g")
        or (glued and word in ("m", "M", "b", "B", "MM", "mm") and _counts(tokens, i + 1, word))
        or (word in ("M", "MM") and not glued and _counts(tokens, i + 1, word))
    )
    return (SCALE_SIGNS[low], i + 1) if fits else None


_DIMENSIONS = frozenset("wide long tall high deep thick away apart from above below of in x by to and or".split())


def _counts(tokens: Tokens, i: int, sign: str) -> bool:
    """Does a plural noun follow, so that "35m devices" counts and "35m sprint" measures?"""
    if tokens.kinds[i] != "word" or tokens.glued(i) or tokens.low[i] in _DIMENSIONS:
        return False
    words = [tokens.low[k] for k in range(i, i + 3) if tokens.kinds[k] == "word"]
    return sign != "mm" and any(is_plural(word) for word in words[:2])


_PLURALS = frozenset("people men women children police households staff cattle sheep feet teeth mice".split())
_NOT_PLURALS = ("ss", "us", "is", "ous", "'s")


def is_plural(word: str) -> bool:
    """Does a lower-case word look like a plural noun?"""
    return word in _PLURALS or (len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURALS))


def _with_fraction(tokens: Tokens, head: Number) -> Number:
    """ "five AND A HALF million", "two million AND ONE HALF" (half a million), "one billion and a half million"."""
    if tokens.low[head.end] not in ("and", "&"):
        return head
    fraction = _plain_fraction(tokens, head.end + 1)
    if fraction is None:
        return head
    if (scale := _scale_at(tokens, fraction.end, False)) is not None:
        value = head.value + fraction.value * scale[0] if head.scaled else (head.value + fraction.value) * scale[0]
        return Number(value, head.start, scale[1], head.form, True)
    unit = _last_scale(tokens, head) if head.scaled else Decimal(1)
    return Number(head.value + fraction.value * unit, head.start, fraction.end, head.form, head.scaled)


def _last_scale(tokens: Tokens, head: Number) -> Decimal:
    word = tokens.low[head.end - 1]
    return SCALES.get(word) or PLURAL_SCALES.get(word) or SCALE_SIGNS.get(word) or Decimal(1)


def _plain_fraction(tokens: Tokens, i: int) -> Number | None:
    """ "a half", "one fourth", "two thirds", "three quarters": a numerator below twenty and a denominator."""
    word = tokens.low[i]
    upper = 1 if word in ("a", "an") else CARDINALS.get(word)
    if not upper:
        return None
    denominator = _denominator(tokens, _joint(tokens, i + 1), several=upper > 1)
    return denominator and Number(upper / denominator.value, i, denominator.end, "fraction")


def _denominator(tokens: Tokens, i: int, *, several: bool) -> Number | None:
    """The lower part of a fraction: "thirds", "quarter", "twenty-fifth", "hundred and fifth"."""
    lower = _cardinal(tokens, i) if tokens.low[i] in CARDINALS else None
    base, j = (lower.value, lower.end) if lower and (lower.value >= 20 or lower.scaled) else (Decimal(0), i)
    if base:
        j = _joint(tokens, j + 1 if tokens.low[j] == "and" else j)
    word = tokens.low[j]
    if word not in DENOMINATORS or (base and DENOMINATORS[word] >= 100):
        return None
    if several and not word.endswith("s") and word not in ("half", "quarter"):
        return None
    return Number(base + DENOMINATORS[word], i, j + 1, "ordinal")


def _as_numerator(tokens: Tokens, head: Number) -> Number | None:
    """ "two THIRDS", "twenty-three FIFTHS", "1 OVER twenty-one"; "one THIRD of" but not "one third party"."""
    if tokens.low[head.end] == "over" and _is_integer(head.value) and head.value < 100:
        lower = _cardinal(tokens, head.end + 1) or _digits(tokens, head.end + 1)
        if lower and lower.value > head.value and not _unit_like(tokens, lower.end):
            return Number(head.value / lower.value, head.start, lower.end, "fraction")
    denominator = _denominator(tokens, _joint(tokens, head.end), several=head.value != 1)
    if denominator is None or head.form == "digits":
        return None
    if head.value == 1 and not _ends_fraction(tokens, denominator.end):
        return None
    fraction = Number(head.value / denominator.value, head.start, denominator.end, "fraction")
    return _scaled_fraction(tokens, fraction)


def _scaled_fraction(tokens: Tokens, fraction: Number) -> Number:
    """ "a quarter MILLION", "three quarters OF A MILLION"."""
    j = fraction.end
    if tokens.low[j] == "of" and tokens.low[j + 1] in ("a", "an", "one"):
        j += 2
    elif tokens.low[j] in ("a", "an"):
        j += 1
    word = tokens.low[_joint(tokens, j)]
    if word in SCALES and word != "hundred":
        return Number(fraction.value * SCALES[word], fraction.start, _joint(tokens, j) + 1, "fraction", True)
    return fraction


_AFTER_FRACTION = frozenset(
    "if when since of the a an in on at to by from as are is was were have had has say said will would that which who less more higher lower "
    "fewer larger smaller bigger cheaper and or but million billion trillion thousand dozen this its their his her our".split()
)


_MEASURED = frozenset("about around nearly almost over than roughly by approximately as under least up".split())


def _ends_fraction(tokens: Tokens, i: int) -> bool:
    if tokens.low[i - 3] in _MEASURED:
        return True
    return tokens.kinds[i] != "word" or tokens.low[i] in _AFTER_FRACTION or tokens.low[i - 1] in ("half", "quarter")


def _unit_like(tokens: Tokens, i: int) -> bool:
    return tokens.low[i] in ("years", "months", "days", "weeks", "hours")


def _half_first(tokens: Tokens, i: int) -> Number | None:
    """ "half a million", "half million", "half a dozen", "a quarter of a million", "half of", "half the"."""
    word = tokens.low[i]
    if word not in ("half", "quarter", "halves"):
        return None
    if word == "quarter" and not (
        tokens.words[i + 1] == "-" or tokens.low[i + 1] in SCALES or tokens.low[i + 3] in SCALES
    ):
        return None
    fraction = Number(1 / DENOMINATORS[word], i, i + 1, "fraction")
    scaled = _scaled_fraction(tokens, fraction)
    if scaled.scaled:
        return scaled
    return fraction if word == "half" or tokens.words[i + 1] == "-" else None


def _article_first(tokens: Tokens, i: int) -> Number | None:
    """ "a hundred and two", "a dozen", "a third", "an eighth"; "hundred thousand" without a word before it."""
    article = tokens.low[i] in ("a", "an")
    j = i + 1 if article else i
    word = tokens.low[j]
    if article and word in DENOMINATORS or (article and (tokens.low[j] in CARDINALS and CARDINALS[word] >= 20)):
        denominator = _denominator(tokens, j, several=False)
        if denominator and _ends_fraction(tokens, denominator.end):
            return _scaled_fraction(tokens, Number(1 / denominator.value, i, denominator.end, "fraction"))
        return None
    if word not in SCALES or (not article and word == "dozen" and tokens.low[i - 1] == "of"):
        return None
    value, end = SCALES[word], j + 1
    if value == 100 and (rest := _rest(tokens, end, Decimal(100))):
        value, end = value + rest.value, rest.end
    head = _times_scale(tokens, Number(value, i, end, "words", scaled=end == j + 1), False)
    return _as_numerator(tokens, head) or _with_fraction(tokens, head)


def _out_of(tokens: Tokens, i: int) -> Number | None:
    """ "one in five", "3 out of 10": a proportion, where the first is the smaller."""
    first = _cardinal(tokens, i) or _digits(tokens, i)
    if first is None or not _is_integer(first.value) or first.scaled:
        return None
    noun = (
        first.value < 10
        and tokens.kinds[first.end] == "word"
        and tokens.low[first.end + 1] == "in"
        and tokens.low[first.end] not in _NO_SHARE
    )
    words = (tokens.low[first.end + noun], tokens.low[first.end + 1 + noun])
    j = first.end + noun + (2 if words == ("out", "of") else 1) if words == ("out", "of") or words[0] == "in" else 0
    if noun and tokens.kinds[j] != "word":
        return None
    if words == ("in", "every"):
        j += 1
    second = (_article_first(tokens, j) or _cardinal(tokens, j) or _digits(tokens, j)) if j else None
    second = second and _times_scale(tokens, second, False)
    if second is None or not _is_integer(second.value) or not 0 < first.value < second.value:
        return None
    if words[0] == "in" and (second.value > 1000 and second.form == "digits" and "," not in tokens.words[j]):
        return None  # "two in 2019"
    if words[0] == "in" and _in_is_no_share(tokens, first, second):
        return None
    return Number(first.value / second.value, i, second.end, "fraction")


_NO_SHARE = frozenset(
    "of out in and or to million billion thousand hundred percent times year years month months day days week weeks".split()
)
_TIMES = frozenset("years year months month weeks week days day hours hour minutes minute seconds quarters".split())


def _in_is_no_share(tokens: Tokens, first: Number, second: Number) -> bool:
    """ "won two in three days" counts wins; a bare month ("2 in april") is no number at all."""
    return tokens.low[second.end] in _TIMES and first.value != 1


def _vague(tokens: Tokens, i: int) -> Number | None:
    """ "tens of thousands", "dozens", "hundreds of", "several hundred", "a few thousand": a lower bound."""
    word = tokens.low[i]
    if word in ("several", "few", "many") or (word == "a" and tokens.low[i + 1] == "few"):
        j = i + 2 if word == "a" else i + 1
        scale = _scale_at(tokens, j, False)
        if scale is None or tokens.kinds[j] != "word":
            return None
        number = _times_scale(tokens, Number(2 * scale[0], i, scale[1], "vague", True), False)
        return Number(number.value, i, number.end, "vague", True)
    if word not in PLURAL_SCALES and word not in ("tens", "scores"):
        return None
    value, j = PLURAL_SCALES.get(word) or Decimal(10 if word == "tens" else 20), i + 1
    for _ in range(MAX_SCALES):
        if tokens.low[j] not in ("of", "and") or (scale_word := tokens.low[j + 1]) not in PLURAL_SCALES:
            break
        value, j = value * PLURAL_SCALES[scale_word], j + 2
    return Number(value, i, j, "vague", True)


_ORDINAL_STARTS = frozenset(
    ORDINALS.keys() | SCALE_ORDINALS.keys() | {word for word, n in CARDINALS.items() if n >= 20}
)


def read_ordinal(tokens: Tokens, i: int) -> Number | None:
    """ "third", "21st", "twenty-first", "hundredth"."""
    if tokens.kinds[i] != "numeral" and tokens.low[i] not in _ORDINAL_STARTS:
        return None
    if tokens.kinds[i] == "numeral" and tokens.low[i + 1] in ("st", "nd", "rd", "th") and tokens.glued(i + 1):
        value = digits_value(tokens.words[i])
        return None if value is None else Number(value, i, i + 2, "ordinal")
    word = tokens.low[i]
    if word in ORDINALS or word in SCALE_ORDINALS:
        return Number(Decimal(ORDINALS.get(word) or SCALE_ORDINALS[word]), i, i + 1, "ordinal")
    tens = CARDINALS.get(word, 0)
    last = tokens.low[i + 2] if tokens.words[i + 1] == "-" else tokens.low[i + 1]
    if tens >= 20 and ORDINALS.get(last, 99) < 10:
        return Number(Decimal(tens + ORDINALS[last]), i, i + (3 if tokens.words[i + 1] == "-" else 2), "ordinal")
    return None
