"""Amounts: a signed number with its currency or unit, its tolerance, and the smaller measures said together with it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from flows.claims.nouns import is_plural
from flows.claims.numbers import Number, read_number, read_pointed
from flows.claims.quantities.tolerances import read_tolerance
from flows.claims.tokens import Tokens
from flows.claims.units import MINOR_CURRENCIES, Unit, currency_before, unit_after
from flows.claims.vocabulary import entry_of, words_of
from flows.claims.vocabulary.number_words import DENOMINATORS
from schemas.rows import UnitKind

_PARTS: dict[str, dict[str, int]] = entry_of("figures", "parts")
_BARE_PARTS: dict[str, str] = entry_of("figures", "bare_parts")
_POINTS: dict[str, str] = entry_of("figures", "points")
_AFTER_NAME = words_of("designations", "after_name")
_BEFORE_LOSS = words_of("figures", "before_loss")
_SIGNS = frozenset("+-–±")
_BEFORE_SIGN = frozenset({"(", "[", "$", "€", "£", "=", "~"})
_AT_END = words_of("figures", "bare_parts_at_end")
_BEFORE_TWO = words_of("figures", "before_two")
_DEGREES = "degree"
_CLOCK = frozenset({"hour", "minute"})
MOST_OF_PART = 2000
CENTS = 100
TWO_DIGITS = 2


class Amount(NamedTuple):
    """An amount at tokens [start, end); `value` is the number with its sign."""

    start: int
    end: int
    number: Number
    value: Decimal
    unit: Unit | None
    tolerance: Decimal | None = None


def read_amount(tokens: Tokens, i: int, *, of_money: bool = False) -> Amount | None:
    """The amount whose number starts at token i, with the sign and currency that stand before it.

    `of_money` where its currency stands farther before ("$1-2m").
    """
    pointed = read_pointed(tokens, i)
    start, sign = _sign_before(tokens, pointed.start if pointed else i)
    money = currency_before(tokens, start)
    number = pointed or read_number(tokens, i, money=of_money or money is not None)
    if number is None:
        return None
    if money is not None:
        start = money.start
        outer, outer_sign = _sign_before(tokens, start)
        start, sign = (outer, outer_sign) if sign > outer_sign else (start, sign)
    end, tolerance = read_tolerance(tokens, number.end)
    if (named := _named(tokens, start, end)) is not None:
        return Amount(start - 1, end, number, number.value, named)
    unit = unit_after(tokens, end, money=money) if money else _unit(tokens, end, number)
    if unit is not None:
        end, tolerance = (unit.end, tolerance) if tolerance is not None else read_tolerance(tokens, unit.end)
        if money is not None or tolerance is not None:
            end = _repeated(tokens, end, unit)
        unit = unit._replace(end=end)
    if tokens.low[end : end + 2] == ["below", "zero"]:
        unit = unit or Unit(_DEGREES, "physical", end, end)
        end, sign = end + 2, -sign
    elif money is not None and _is_loss(tokens, start, end):
        start, end, sign = start - 1, end + 1, -sign
    return Amount(start, end, number, sign * number.value, unit, tolerance)


def _is_loss(tokens: Tokens, start: int, end: int) -> bool:
    """Is the money in brackets that are no aside, as accounts write what is below zero ("net income was ($4m)")?"""
    return tokens.words[start - 1] == "(" and tokens.words[end] == ")" and tokens.low[start - 2] in _BEFORE_LOSS


def _named(tokens: Tokens, start: int, end: int) -> Unit | None:
    """The unit of a point on a scale that has a name of its own ("absolute zero") and does not count what follows."""
    name = _POINTS.get(" ".join(tokens.low[start - 1 : end])) if start else None
    if name is None or (tokens.kinds[end] == "word" and tokens.low[end] not in _AFTER_NAME):
        return None
    return Unit(name, "physical", end, end)


def _unit(tokens: Tokens, i: int, number: Number) -> Unit | None:
    """The unit after a number; after a vague one or a fraction, of one.

    "millions OF DOLLARS", "half A MILE", "a quarter OF AN HOUR", "a quarter OF HOUR", "half OF ONE PERCENT",
    "0.3 OF A POINT".
    """
    unit = unit_after(tokens, i)
    if unit is None and number.form == "vague" and tokens.low[i] == "of":
        return unit_after(tokens, i + 1)
    part = number.form == "fraction" or tokens.low[i - 1] in DENOMINATORS or 0 < number.value < 1
    if unit is not None or not part:
        return unit
    j = i + (tokens.low[i] == "of")
    if tokens.low[j] in ("a", "an"):
        return unit_after(tokens, j + 1)
    if j > i and tokens.low[j] in ("one", "1"):
        whole = unit_after(tokens, j + 1)
        return whole if whole and whole.kind in ("percent", "percentage_point") else None
    return unit_after(tokens, j) if j > i and (number.value > 1 or not is_plural(tokens.low[j])) else None


def _repeated(tokens: Tokens, i: int, unit: Unit) -> int:
    """The token after a unit that is said again: "US$10 USD", "5% ± 0.5%"."""
    again = unit_after(tokens, i)
    return again.end if again and (again.kind, again.name) == (unit.kind, unit.name) else i


def _sign_before(tokens: Tokens, i: int) -> tuple[int, int]:
    """(token the signed number starts at, 1 or -1)."""
    word = tokens.low[i - 1]
    if word in ("minus", "negative") and tokens.words[i] not in _SIGNS and tokens.low[i - 2] != "or":
        return i - 1, -1
    if i >= 1 and word in ("-", "–") and _is_minus(tokens, i - 1):
        return i - 1, -1
    return i, 1


def _is_minus(tokens: Tokens, i: int) -> bool:
    """Is the dash at token i a minus, and no hyphen and no mark of a range?"""
    if i == 0:
        return True
    before = tokens.kinds[i - 1]
    apart = not tokens.glued(i) or tokens.words[i - 1] in _BEFORE_SIGN
    return apart and tokens.glued(i + 1) and before != "numeral"


def with_parts(tokens: Tokens, amount: Amount) -> Amount:
    """ "5 feet 10 inches", "thirteen dollars and forty-five cents", "two years and a half", "2 hours and 3 minutes"."""
    share, unit = Decimal(1), amount.unit
    while unit is not None and unit.name is not None and unit.kind in ("currency", "physical", "duration"):
        fraction = _fraction_after(tokens, amount.end)
        if fraction is not None and tokens.low[amount.start - 1] not in _BEFORE_TWO:
            return amount._replace(end=fraction.end, value=amount.value + share * fraction.value)
        part = _part(tokens, amount, unit)
        if part is None:
            return amount
        smaller, size = part
        share /= size
        amount, unit = amount._replace(end=smaller.end, value=amount.value + smaller.value * share), smaller.unit
    return amount


def _fraction_after(tokens: Tokens, i: int) -> Number | None:
    """The "and a half" of "a mile and a half", and "and half" or "and a quarter" at the end of their phrase."""
    if tokens.low[i] != "and" or tokens.kinds[i + 1] != "word":
        return None
    fraction = read_number(tokens, i + 1)
    if fraction is None or fraction.form != "fraction" or not 0 < fraction.value < 1:
        return None
    ended = tokens.kinds[fraction.end] not in ("word", "numeral")
    return fraction if ended or tokens.low[i + 1 : i + 3] == ["a", "half"] else None


def _part(tokens: Tokens, amount: Amount, unit: Unit) -> tuple[Amount, int] | None:
    """The smaller measure said together with an amount, and how many of it make one of the larger unit."""
    j = amount.end
    comma = tokens.words[j] == "," and (unit.kind == "physical" or unit.name in _CLOCK)
    j += comma or (tokens.words[j] in ("-", ".") and tokens.low[j - 1] in _BARE_PARTS)
    both = tokens.low[j] == "and"
    j += both
    if both and tokens.low[amount.start - 1] in _BEFORE_TWO:
        return None
    if tokens.kinds[j] not in ("numeral", "fraction", "word"):
        return None
    second = read_amount(tokens, j)
    if second is None or second.start != j or not 0 <= second.value < MOST_OF_PART:
        return None
    if unit.kind == "currency":
        cents = _cents(tokens, amount, unit, second)
        return (cents, CENTS) if cents else None
    second = _in_smaller_unit(tokens, unit, amount.end, second)
    name = second.unit.name if second.unit else None
    size = _PARTS.get(unit.name or "", {}).get(name or "")
    if not size or (comma and tokens.low[second.end] == "of"):
        return None
    return (second, size) if second.value < (size if unit.name in _CLOCK else 10 * size) else None


def _in_smaller_unit(tokens: Tokens, unit: Unit, end: int, second: Amount) -> Amount:
    """The second amount in the unit that its place gives it: "6 ft 3 IN", "six foot TWO", "3h 20M", "1h30"."""
    form = tokens.low[second.end] if second.unit is None else tokens.words[second.end - 1]
    if (unit.name, form) == ("foot", "in") and second.unit is None:
        return _of_unit(second, "inch", "physical", second.end + 1)
    if (unit.name, form) == ("hour", "m"):
        return _of_unit(second, "minute", "duration", second.end)
    whole = tokens.low[end - 1]
    name = _BARE_PARTS.get(whole) if second.unit is None else None
    size = _PARTS.get(unit.name or "", {}).get(name or "")
    if name is None or size is None or not _is_bare_part(tokens, second, size, whole):
        return second
    return _of_unit(second, name, unit.kind, second.end)


def _of_unit(amount: Amount, name: str, kind: UnitKind, end: int) -> Amount:
    return amount._replace(unit=Unit(name, kind, amount.end, end), end=end)


def _is_bare_part(tokens: Tokens, second: Amount, size: int, whole: str) -> bool:
    """Is a number without a unit a part of what stands before it, and counts nothing ("six foot 3 men")?"""
    if second.value >= size or not second.number.whole or tokens.words[second.end] in ("-", "%", "/"):
        return False
    if whole in _AT_END:
        return not tokens.words[second.end].isalnum()
    return tokens.kinds[second.end] != "word" or not is_plural(tokens.low[second.end])


def _cents(tokens: Tokens, amount: Amount, unit: Unit, second: Amount) -> Amount | None:
    """The minor currency of an amount: "forty cents", "40c", or "50" right after the name ("two dollars 50")."""
    if unit.name in MINOR_CURRENCIES or second.value >= CENTS:
        return None
    if second.unit and second.unit.name:
        return second if second.unit.name in MINOR_CURRENCIES else None
    if tokens.low[second.end] == "c" and tokens.glued(second.end):
        return second._replace(end=second.end + 1)
    return second if _is_bare_cents(tokens, amount, unit, second) else None


def _is_bare_cents(tokens: Tokens, amount: Amount, unit: Unit, second: Amount) -> bool:
    """ "two dollars 50", "twenty dollars and 43", "$3 and fourteen", "$20 43": a number that ends its phrase.

    "$7 and 12" are two prices.
    """
    named = unit.end == amount.end and tokens.kinds[unit.end - 1] == "word"
    both = second.start > amount.end
    if tokens.words[second.end].isalnum() or not second.number.whole:
        return False
    if second.number.form == "words":
        return both or named
    if named and not both:
        return True
    return (named or not both) and len(tokens.words[second.start]) == TWO_DIGITS
