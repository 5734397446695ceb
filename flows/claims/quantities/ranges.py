"""Two amounts that bound one figure: "5-10%", "$89 to $93 billion", "between 5 and 10 per cent", "8- to 16-metre"."""

from __future__ import annotations

from decimal import Decimal

from flows.claims.numbers import read_number
from flows.claims.quantities.amounts import Amount, read_amount
from flows.claims.quantities.figure import Figure
from flows.claims.tokens import Tokens
from flows.claims.units import NO_UNIT, Unit, currency_before, unit_after
from flows.claims.vocabulary import words_of

_JOINTS = words_of("figures", "joints")
_JOINTS_AFTER_FROM = words_of("figures", "joints_after_from")
_AFTER_OPENER = words_of("figures", "after_opener")
_BEFORE_SECOND = words_of("figures", "before_second")
_CHANGES = words_of("changes", "up") | words_of("changes", "down") | words_of("figures", "other_changes")
_TELLS_CHANGE = _CHANGES - words_of("changes", "bounding")
_DASHES = frozenset("-–")
_SCORE_WORDS = words_of("figures", "score_words")
_NO_NAMES = words_of("designations", "no_names")
MOST_GOALS = 30
_INSIDE_CLAUSE = frozenset({"'", "-", "%", "$"})
_SECOND_REACH = 5
_CHANGE_REACH = 7
LARGEST_BARE = 1000
"""A number from here on is never short for so many thousands or millions."""


def read_range(tokens: Tokens, first: Amount) -> Figure | None:
    """The range that an amount opens."""
    opener, start = _opener(tokens, first.start)
    up = opener == "from" and tokens.low[first.end : first.end + 2] == ["up", "to"]
    j = first.end + (up or (tokens.words[first.end] == "-" and tokens.low[first.end + 1] == "to"))
    joint = tokens.low[j]
    if joint not in _JOINTS and not (joint == "and" and opener):
        return None
    second = _second(tokens, j + 1, of_money=_is_sign_of_money(first))
    if second is None or not _bound_one(tokens, first, second, opener, joint):
        return None
    second = _with_rate(tokens, first, second)
    low = _on_one_scale(first, second)
    if opener is None and low > second.value and low >= 0:
        return None
    return Figure(
        start=start if opener else first.start,
        end=second.end,
        value=low,
        high=second.value,
        unit=second.unit or first.unit or NO_UNIT,
        comparator="between",
        rule="quantity.range",
    )


def with_lent_scale(tokens: Tokens, first: Amount) -> Amount:
    """The amount on the scale of the one after it: "grew from 5 to 10 MILLION", "two or three HUNDRED"."""
    if first.number.scaled or (first.unit is not None and first.unit.kind != "currency"):
        return first
    if tokens.low[first.end] not in ("to", "or") or abs(first.value) >= LARGEST_BARE:
        return first
    second = _second(tokens, first.end + 1, of_money=_is_sign_of_money(first))
    if second is None or not second.number.lends or not _share_unit(first.unit, second.unit):
        return first
    return first._replace(value=_on_one_scale(first, second))


def _opener(tokens: Tokens, i: int) -> tuple[str | None, int]:
    """The word that opens a range before token i, if any, and where it stands."""
    for j in (i - 1, i - 2):
        if tokens.low[j] in ("between", "from") and (j == i - 1 or tokens.low[i - 1] in _AFTER_OPENER):
            return tokens.low[j], j
    return None, i


def _second(tokens: Tokens, i: int, *, of_money: bool) -> Amount | None:
    """The amount that ends the range."""
    number_at = _second_number(tokens, i)
    return None if number_at is None else read_amount(tokens, number_at, of_money=of_money)


def _is_sign_of_money(first: Amount) -> bool:
    """Does a currency stand before the first number, so that "2m" behind it are millions ("$1-2m")?"""
    return first.unit is not None and first.unit.kind == "currency" and first.unit.end <= first.number.end


def _with_rate(tokens: Tokens, first: Amount, second: Amount) -> Amount:
    """The second amount with the unit of the first, and what both are counted per ("$5 to 10 A MONTH")."""
    if second.unit is not None or first.unit is None:
        return second
    unit = unit_after(tokens, second.end, money=first.unit)
    return second._replace(unit=unit, end=unit.end) if unit else second


def _second_number(tokens: Tokens, i: int) -> int | None:
    """Where the second number of a range starts, past a sign, a currency or an "about"."""
    for j in range(i, i + _SECOND_REACH):
        kind = tokens.kinds[j]
        if kind in ("numeral", "fraction") or (kind == "word" and read_number(tokens, j)):
            return j
        if tokens.low[j] not in _BEFORE_SECOND and not _opens_currency(tokens, j):
            return None
    return None


def _opens_currency(tokens: Tokens, i: int) -> bool:
    """Does a currency's sign start at token i?"""
    if tokens.kinds[i] == "word" and tokens.words[i + 1] in ("$", "€", "£", "¥"):
        return True
    ends = range(i + 1, min(i + 4, len(tokens) + 1))
    return any((unit := currency_before(tokens, end)) and unit.start == i for end in ends)


def _bound_one(tokens: Tokens, first: Amount, second: Amount, opener: str | None, joint: str) -> bool:
    """Do two amounts with this joint bound one figure, or does each stand for itself?"""
    if not _share_unit(first.unit, second.unit):
        return False
    if opener == "from" and _tells_change(tokens, first.start - 1):
        return False
    if opener is None and joint == "to" and first.unit and _tells_change(tokens, first.start):
        return False
    if opener is None and joint in _DASHES and _is_score(tokens, first, second):
        return False
    if opener == "from" and joint in _JOINTS_AFTER_FROM:
        return True
    return joint != "—" and (second.value != 0 or first.value < 0)


def _share_unit(first: Unit | None, second: Unit | None) -> bool:
    """Can the two have one unit: the same, one of them unsaid, or one with what it is counted per?"""
    if first is None or first.name is None:
        return True
    if second is None or second.name is None:
        return first.kind == "currency"
    if first.name == "degree" and second.name.startswith("degree "):
        return True  # "25°-30° C"
    return first.name == second.name or second.name.startswith(f"{first.name} per ")


def _is_score(tokens: Tokens, first: Amount, second: Amount) -> bool:
    """Do two small bare numbers with a dash tell how a game ended ("lost 1 – 2 to", "Tunisia 1-2 England")?"""
    if first.unit or second.unit or max(first.value, second.value) > MOST_GOALS:
        return False
    if not _SCORE_WORDS.isdisjoint(tokens.low[max(0, first.start - _CHANGE_REACH) : first.start]):
        return True
    before, after = tokens.words[first.start - 1], tokens.words[second.end]
    return before.istitle() and after.istitle() and tokens.low[first.start - 1] not in _NO_NAMES


def _tells_change(tokens: Tokens, i: int) -> bool:
    """Does a verb of change stand within a few words before token i, so that two levels are told?"""
    for j in range(i - 1, max(-1, i - 1 - _CHANGE_REACH), -1):
        word = tokens.words[j]
        if tokens.kinds[j] == "sign" and word not in _INSIDE_CLAUSE and not (word == "," and j == i - 1):
            return False
        if tokens.low[j] in _TELLS_CHANGE:
            return True
    return False


def _on_one_scale(first: Amount, second: Amount) -> Decimal:
    """The lower value on the scale of the upper: "US $89 to $93 billion" lends the billion."""
    of_power = first.number.form == "digits" and bool(first.number.lends)
    if first.number.scaled or of_power or abs(first.value) >= LARGEST_BARE:
        return first.value
    scaled = (first.value * scale for scale in second.number.lends)
    return next((value for value in scaled if value <= second.value), first.value)
