"""Numerals in digits: "1,234.5", "1.234,5", "1 234", "6.2x10^-4", "½"."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from flows.claims.numbers.number import LARGEST, Number
from flows.claims.tokens import Tokens

MAX_DIGITS = 300
"""A longer run of digits is no figure."""

# "6.2x10^-4", "2.48×10-5", "1.1^23": a base, perhaps a factor of it, and the exponent.
_POWER = re.compile(r"(?P<base>[\d.,' ]+?)(?: ?[x×*·] ?(?P<factor>\d+))?(?:\^|(?=[+-]))(?P<exponent>[+-]?\d+)$")
_TIMES = ("x", "×", "*", "·")
_SUPERSCRIPT = re.compile(r"[⁺⁻⁰¹²³⁴-⁹]+$")
_LINE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")


def read_digits(tokens: Tokens, i: int) -> Number | None:
    """The numeral or fraction sign at token i."""
    if tokens.kinds[i] == "fraction":
        return Number(sign_value(tokens.words[i]), i, i + 1, "fraction")
    word = tokens.words[i]
    value = digits_value(word) if tokens.kinds[i] == "numeral" else None
    return None if value is None else Number(value, i, i + 1, "digits", lends=power_of_ten(word))


def power_of_ten(numeral: str) -> tuple[Decimal, ...]:
    """The power of ten that "2.0 × 10-3" lends to the number before it in "1.5–2.0 × 10-3"."""
    base, mark, _ = numeral.partition("10") if any(sign in numeral for sign in _TIMES) else ("", "", "")
    power = digits_value(numeral[len(base) :]) if mark and base.rstrip()[-1:] in _TIMES else None
    return (power,) if power else ()


def sign_value(sign: str) -> Decimal:
    """The value of a fraction sign such as "½"."""
    upper, _, lower = unicodedata.normalize("NFKD", sign).partition("⁄")
    return Decimal(upper) / Decimal(lower)


def digits_value(numeral: str) -> Decimal | None:
    """The value of a numeral token, or None if no figure is so large ("1,234.5", "1.234,5", "6.2x10^-4")."""
    if len(numeral) > MAX_DIGITS:
        return None
    if numeral.isdecimal():
        return Decimal(numeral)
    if superscript := _SUPERSCRIPT.search(numeral):
        numeral = f"{numeral[: superscript.start()]}^{superscript.group().translate(_LINE)}"
    try:
        power = None if "e" in numeral or "E" in numeral else _POWER.match(numeral)
        value = _power(power) if power else Decimal(plain_digits(numeral))
    except ArithmeticError:
        return None
    return value if value <= LARGEST else None


def _power(found: re.Match[str]) -> Decimal:
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
    if "." in tail or (len(tail) == 3 and tail.isdecimal() and "." not in head):
        return numeral.replace(",", "")
    return f"{head.replace('.', '').replace(',', '')}.{tail}"
