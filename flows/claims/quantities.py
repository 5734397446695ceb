"""Figures: a number with its sign, currency, scale, unit, bounds and comparator; ranges; compound measures.

Each reader works on tokens and gives a `Figure`, which knows the tokens it covers and the value columns it stands for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from flows.claims.comparators import bounds, comparator_after, comparator_before, or_equal
from flows.claims.numbers import LARGEST, Number, read_number
from flows.claims.tokens import Tokens
from flows.claims.units import MINOR_CURRENCIES, Unit, currency_before, unit_after
from flows.claims.vocabulary.number_words import FOLDS, MULTIPLE_VERBS, MULTIPLE_WORDS
from schemas.rows import Comparator, UnitKind, Value

_NO_UNIT = Unit(None, "none", 0, 0)
# How many of the second make one of the first, where the two are said together ("5 feet 10 inches").
_PARTS = {
    ("foot", "inch"): 12, ("yard", "foot"): 3, ("pound", "ounce"): 16, ("stone", "pound"): 14,
    ("kilometre", "metre"): 1000, ("metre", "centimetre"): 100, ("mile", "yard"): 1760,
    ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60, ("hour", "second"): 3600,
}  # fmt: skip
_JOINERS = frozenset({"-", "–", "~", "to", "through", "till", "—"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at tokens [start, end); `number` is where its first number stands, `counted_from` what follows it."""

    start: int
    end: int
    number: int
    value: Decimal | None
    high: Decimal | None
    unit: Unit
    comparator: Comparator
    rule: str
    vague: bool = False
    tolerance: Decimal | None = None

    def columns(self) -> Value:
        """The value columns; raises OverflowError for a figure that no float holds."""
        unit_kind: UnitKind = self.unit.kind
        if self.high is not None and self.value is not None:
            low, high = sorted((_float(self.value), _float(self.high)))
            return Value(value_low=low, value_high=high, unit_kind=unit_kind, unit=self.unit.name, comparator="between")
        value = _float(self.value or Decimal(0))
        if self.vague:
            return Value(value_low=value, unit_kind=unit_kind, unit=self.unit.name, comparator="at_least")
        low_, high_ = bounds(self.comparator, value)
        if self.tolerance is not None:
            low_, high_ = _float(Decimal(value) - self.tolerance), _float(Decimal(value) + self.tolerance)
        return Value(
            value=value,
            value_low=low_,
            value_high=high_,
            unit_kind=unit_kind,
            unit=self.unit.name,
            comparator=self.comparator,
        )


def _float(value: Decimal) -> float:
    if abs(value) > LARGEST:
        raise OverflowError(f"{value:.3E} is too large")
    return float(value) + 0.0  # no negative zero


@dataclass(frozen=True, slots=True)
class _Amount:
    """A signed number with the currency before and the unit after it."""

    start: int
    end: int
    number: Number
    value: Decimal
    unit: Unit | None
    tolerance: Decimal | None = None


def read_figure(tokens: Tokens, i: int) -> Figure | None:
    """The figure whose number starts at token i, with what stands before it."""
    return _multiple(tokens, i) or _numeric(tokens, i)


def _numeric(tokens: Tokens, i: int) -> Figure | None:
    amount = _amount(tokens, i)
    if amount is None:
        return _bare_measure(tokens, i)
    amount = _compound(tokens, amount)
    figure = _range(tokens, amount) or Figure(
        amount.start, amount.end, i, amount.value, None, amount.unit or _NO_UNIT, "eq", "quantity.number",
        amount.number.form == "vague", amount.tolerance,
    )  # fmt: skip
    figure = _ratio(figure, amount)
    return _aged(tokens, _compared(tokens, figure))


_AGED = frozenset("aged age ages turning turns turned".split())
_UNDER = frozenset("under over".split())
_PERSONS = frozenset(
    "people women men children adults patients voters girls boys workers drivers players those residents anyone everyone teenagers".split()
)


def _aged(tokens: Tokens, figure: Figure) -> Figure:
    """An age is a length of time: "aged 40 to 75", "Ingeborg Maas, 57,", "people under 45", "turns 20"."""
    if figure.unit.kind != "none" or not (0 <= (figure.value or 0) <= 120):
        return figure
    i = figure.start
    before = tokens.low[i - 1]
    after_age = before in _AGED or (before in ("of", "from", "between", "to") and tokens.low[i - 2] in _AGED)
    after_persons = tokens.low[i] in _UNDER and tokens.low[i - 1] in _PERSONS
    if after_age or after_persons or _apposed_age(tokens, figure):
        return replace(figure, unit=Unit("year", "duration", figure.end, figure.end), rule="quantity.age")
    return figure


def _apposed_age(tokens: Tokens, figure: Figure) -> bool:
    """ "Maas, 57, had": a small whole number between commas after a name or a person's role."""
    i, number = figure.start, tokens.words[figure.start]
    closed = tokens.words[figure.end] in (",", ".") and figure.end == i + 1 and tokens.words[i - 1] == ","
    named = tokens.words[i - 2][:1].isupper() or tokens.low[i - 2] in _PERSONAL
    return closed and named and number.isdecimal() and len(number) == 2 and 16 <= int(number) <= 99


_PERSONAL = frozenset(
    "president man woman mother father minister winger striker chairman teacher driver nurse farmer widow pensioner".split()
)


def _ratio(figure: Figure, amount: _Amount) -> Figure:
    """A fraction without a unit is a ratio: "a third of", "one in five"."""
    if amount.number.form == "fraction" and figure.unit.kind == "none" and 0 < amount.value < 1:
        return replace(figure, unit=Unit(None, "ratio", figure.end, figure.end), rule="quantity.fraction")
    return figure


def _amount(tokens: Tokens, i: int) -> _Amount | None:
    """The amount whose number starts at token i."""
    start, sign = _sign_before(tokens, i)
    money = currency_before(tokens, start)
    number = read_number(tokens, i, money=money is not None)
    if number is None:
        return None
    if money is not None:
        start = money.start
        outer, outer_sign = _sign_before(tokens, start)
        if sign > 0 and outer_sign < 0:
            start, sign = outer, outer_sign
    end, tolerance = _plus_minus(tokens, number.end)
    unit = unit_after(tokens, end, money=money)
    if money is not None:
        end = _repeated(tokens, unit.end if unit else end, money)
        unit = replace(unit or money, start=money.start, end=end)
    elif unit is not None:
        end = unit.end
        if tolerance is None:
            end, tolerance = _plus_minus(tokens, end)
            end = end if tolerance is None else _repeated(tokens, end, unit)
    elif number.form == "fraction" and (unit := _of_one(tokens, end)):
        end = unit.end
    if tokens.low[end : end + 2] == ["below", "zero"]:
        end, sign = end + 2, -sign
    return _Amount(start, end, number, sign * number.value, unit, tolerance)


def _of_one(tokens: Tokens, i: int) -> Unit | None:
    """The unit of "half A MILE", "a quarter OF AN HOUR"."""
    j = i + (tokens.low[i] == "of")
    return unit_after(tokens, j + 1) if tokens.low[j] in ("a", "an") else None


def _repeated(tokens: Tokens, i: int, unit: Unit) -> int:
    """The token after a unit that is said again: "US$10 USD", "5% ± 0.5%"."""
    again = unit_after(tokens, i)
    return again.end if again and (again.kind, again.name) == (unit.kind, unit.name) else i


def _sign_before(tokens: Tokens, i: int) -> tuple[int, int]:
    """(token the signed number starts at, 1 or -1)."""
    word = tokens.low[i - 1]
    if word in ("minus", "negative") and tokens.kinds[i] != "sign":
        return (i, 1) if tokens.low[i - 2] == "or" else (i - 1, -1)
    if word in ("-", "–") and i >= 1:
        apart = i == 1 or not tokens.glued(i - 1) or tokens.words[i - 2] in ("(", "[", "$", "€", "£", "=", "~")
        range_mark = tokens.kinds[i - 2] == "numeral" or (not tokens.glued(i) and tokens.kinds[i - 2] == "word")
        if apart and not range_mark and (tokens.glued(i) or i == 1):
            return i - 1, -1
    return i, 1


def _plus_minus(tokens: Tokens, i: int) -> tuple[int, Decimal | None]:
    """The tolerance after a number: "±0.01", "+/- 1e-5", "plus or minus 3"."""
    j = i
    if tokens.words[i] == "±":
        j = i + 1
    elif tokens.low[i : i + 3] in (["+", "/", "-"], ["plus", "or", "minus"]):
        j = i + 3
    number = read_number(tokens, j) if j > i else None
    return (number.end, number.value) if number else (i, None)


def _compound(tokens: Tokens, amount: _Amount) -> _Amount:
    """ "5 feet 10 inches", "thirteen dollars and forty-five cents", "two years and a half", "2 hours and 3 minutes"."""
    share, unit = Decimal(1), amount.unit
    while unit is not None and unit.name is not None and unit.kind in ("currency", "physical", "duration"):
        if tokens.low[amount.end : amount.end + 3] == ["and", "a", "half"]:
            return replace(amount, end=amount.end + 3, value=amount.value + share / 2)
        part = _part(tokens, amount, unit)
        if part is None:
            return amount
        share /= part[1]
        amount, unit = replace(amount, end=part[0].end, value=amount.value + part[0].value * share), part[0].unit
    return amount


def _part(tokens: Tokens, amount: _Amount, unit: Unit) -> tuple[_Amount, int] | None:
    """The smaller measure said together with an amount, and how many of it make one of the larger unit."""
    j = amount.end
    j += tokens.words[j] == "," and unit.kind == "physical"
    j += tokens.low[j] == "and"
    if tokens.kinds[j] not in ("numeral", "fraction", "word"):
        return None
    second = _amount(tokens, j)
    if second is None or second.start != j or not 0 <= second.value < 2000:
        return None
    name = second.unit.name if second.unit else None
    if unit.kind == "currency":
        cents = name in MINOR_CURRENCIES or (
            name is None and tokens.low[second.end] == "c" and tokens.glued(second.end)
        )
        spelled = (
            name is None
            and j == amount.end
            and tokens.kinds[j - 1] == "word"
            and unit.end == j
            and not tokens.words[second.end].isalnum()
        )
        if unit.name in MINOR_CURRENCIES or not (cents or spelled) or second.value >= 100:
            return None
        return replace(second, end=second.end + (cents and name is None)), 100
    size = _PARTS.get((unit.name or "", name or ""))
    return (second, size) if size and second.value < 10 * size else None


def _range(tokens: Tokens, first: _Amount) -> Figure | None:
    """Two amounts that bound one figure: "5-10%", "US $89 to $93 billion", "between 5 and 10 per cent", "8- to 16-metre"."""
    lead = tokens.low[first.start - 1]
    opener, start = _opener(tokens, first.start)
    j = first.end
    if tokens.words[j] == "-" and tokens.low[j + 1] == "to":
        j += 1
    joiner = tokens.low[j]
    if (
        joiner not in _JOINERS
        and not (joiner == "and" and opener == "between")
        and not (joiner == "and" and opener == "from")
    ):
        return None
    number_at = _second_number(tokens, j + 1)
    if number_at is None:
        return None
    second = _amount(tokens, number_at)
    if second is None or second.start > number_at:
        return None
    if not _forms_range(tokens, first, second, opener, joiner):
        return None
    if second.unit is None and first.unit is not None and (per := unit_after(tokens, second.end, money=first.unit)):
        second = replace(second, unit=per, end=per.end)
    if joiner == "to" and opener is None and first.unit and second.unit and _changes(tokens, first.start):
        return None
    low, high, unit = _shared(first, second)
    if low is None or (opener is None and low > high and not unit.name):
        return None
    if opener is None and low > high:
        return None
    return Figure(
        start if opener else first.start, second.end, first.number.start, low, high, unit, "between", "quantity.range"
    )


def _opener(tokens: Tokens, i: int) -> tuple[str | None, int]:
    """The word that opens a range before token i, if any, and where it stands."""
    for back in (1, 2):
        if tokens.low[i - back] in ("between", "from"):
            inner = tokens.low[i - 1]
            if back == 1 or inner in ("about", "around", "approximately", "roughly", "some", "$"):
                return tokens.low[i - back], i - back
    return None, i


def _second_number(tokens: Tokens, i: int) -> int | None:
    """Where the second number of a range starts, past a sign, a currency or an "about"."""
    j = i
    for _ in range(5):
        if tokens.kinds[j] in ("numeral", "fraction") or (tokens.kinds[j] == "word" and read_number(tokens, j)):
            return j
        money = any(
            (unit := currency_before(tokens, end)) is not None and unit.start == j
            for end in range(j + 1, min(j + 4, len(tokens) + 1))
        )
        if (
            money
            or tokens.words[j] in ("$", "-", "~", "∼")
            or tokens.low[j] in ("about", "around", "approximately", "nearly", "almost", "as", "over")
        ):
            j += 1
            continue
        if tokens.kinds[j] == "word" and tokens.words[j + 1] in ("$", "€", "£", "¥"):
            j += 1
            continue
        return None
    return None


def _forms_range(tokens: Tokens, first: _Amount, second: _Amount, opener: str | None, joiner: str) -> bool:
    units = (first.unit, second.unit)
    if all(units) and units[0] and units[1] and units[0].name != units[1].name:
        per = units[1].name and units[0].name and units[1].name.startswith(f"{units[0].name} per ")
        if not per:
            return False
    if first.unit is not None and first.unit.kind != "currency" and second.unit is None:
        return False
    if opener == "from" and _changes(tokens, first.start - 1):
        return False
    if opener == "from" and joiner in ("to", "-", "–", "and", "through", "till"):
        return True
    if joiner == "—":
        return False
    return second.value != 0 or first.value < 0


_CHANGE_STEMS = (
    "goes", "going", "go", "ris", "rose", "fall", "fell", "grow", "grew", "increas", "decreas", "declin", "drop", "climb", "jump", "slip", "slid", "surg", "soar", "shrink", "shrank",
    "shrunk", "rais", "lower", "cut", "reduc", "up", "down", "widen", "narrow", "improv", "expand", "plung", "tumbl", "eas", "dip", "gain", "los", "chang", "mov", "went", "swell",
    "swoll", "doubl", "tripl", "halv", "advanc", "retreat", "recover", "rebound", "hike", "boost", "trim", "slash", "push", "bring", "brought", "took", "tak",
)  # fmt: skip


def _changes(tokens: Tokens, i: int) -> bool:
    """Does a verb of change stand within a few words before a "from" at token i, so that two levels are told?"""
    for j in range(i - 1, max(-1, i - 8), -1):
        if tokens.kinds[j] == "sign" and tokens.words[j] not in ("'", "-", "%", "$") and not (tokens.words[j] == "," and j == i - 1):
            return False
        if tokens.low[j].startswith(_CHANGE_STEMS) and tokens.low[j] not in ("cutting-edge", "losses", "upon", "takes"):
            return tokens.low[j] not in ("reduced",) or tokens.kinds[j - 1] == "word"
    return False


def _shared(first: _Amount, second: _Amount) -> tuple[Decimal | None, Decimal, Unit]:
    """The two values on one scale, and the unit that both have: "US $89 to $93 billion" lends the billion."""
    low, high = first.value, second.value
    if second.number.scaled and not first.number.scaled and second.number.value:
        scale = _scale(second.number)
        if low * scale <= high and abs(low) < 1000:
            low *= scale
    unit = second.unit or first.unit or _NO_UNIT
    if first.unit and second.unit and first.unit.kind == "currency" and second.unit.kind != "currency":
        return None, high, unit
    return low, high, unit


def _scale(number: Number) -> Decimal:
    """The largest power of a thousand (or lakh, crore) that a scaled number was multiplied by."""
    for scale in (
        Decimal(10) ** 12,
        Decimal(10) ** 9,
        Decimal(10) ** 7,
        Decimal(10) ** 6,
        Decimal(10) ** 5,
        Decimal(10) ** 3,
        Decimal(100),
    ):
        if number.value >= scale:
            return scale
    return Decimal(1)


def _compared(tokens: Tokens, figure: Figure) -> Figure:
    """The figure with the comparators around it."""
    before = comparator_before(tokens, figure.start)
    if before is not None and not _spans_time(tokens, figure, before[1]):
        name, start = before
        figure = replace(figure, start=start, comparator=name if figure.high is None else figure.comparator)
        outer = comparator_before(tokens, start)
        if outer is not None and name in ("eq", "approx"):
            figure = replace(figure, start=outer[1], comparator=outer[0] if outer[0] != "eq" else name)
        figure = replace(figure, end=or_equal(tokens, figure.end))
    after = comparator_after(tokens, figure.end)
    if after is not None and figure.high is None and figure.comparator in ("eq", "approx", "over"):
        figure = replace(figure, end=after[1], comparator=after[0] if figure.comparator != "over" else "over")
        if figure.unit.kind == "none" and (unit := unit_after(tokens, after[1])) is not None:
            figure = replace(figure, end=unit.end, unit=unit)
    return figure


def _spans_time(tokens: Tokens, figure: Figure, start: int) -> bool:
    """ "over five years" tells how long, "for over five years" more than five."""
    plain = tokens.low[start : figure.start] in (["over"], ["within"], ["in", "more", "than"])
    return plain and figure.unit.kind == "duration" and tokens.low[start - 1] not in _BEFORE_OVER


_BEFORE_OVER = frozenset(
    "for of is was took takes take lasted lasts spent with after than by well just and be been aged".split()
)


ARTICLE_UNITS = frozenset(
    "gallon litre liter kilogram kg kilometre kilometer km mile tonne ton acre hectare inch metre meter dollar euro penny cent "
    "kibibyte gigabyte terabyte megabyte lb barrel gram teaspoon tablespoon pound pint yard ounce ml millilitre milliliter".split()
)


def _bare_measure(tokens: Tokens, i: int) -> Figure | None:
    """ "a gallon of beer": an article before a unit's name counts one, unless a rate is meant ("5 dollars a barrel")."""
    if tokens.low[i] not in ("a", "an"):
        return None
    unit = unit_after(tokens, i + 1)
    halved = unit is not None and tokens.low[unit.end : unit.end + 3] == ["and", "a", "half"]
    if (
        unit is None
        or not halved
        and (tokens.low[i + 1] not in ARTICLE_UNITS or (i and tokens.low[i - 1] not in _BEFORE_ONE_UNIT))
    ):
        return None
    if not halved and tokens.kinds[unit.end] == "word" and tokens.low[unit.end] not in _AFTER_ONE_UNIT:
        return None
    amount = _compound(tokens, _Amount(i, unit.end, Number(Decimal(1), i, i + 1, "words"), Decimal(1), unit))
    return _compared(tokens, Figure(i, amount.end, i, amount.value, None, unit, "eq", "quantity.article"))


_BEFORE_ONE_UNIT = frozenset(
    "want weighs weighed cost costs costing for about than over under nearly almost half above below least , is was and to just".split()
)
_AFTER_ONE_UNIT = frozenset("of and is was each away from in for on or to".split())


def _multiple(tokens: Tokens, i: int) -> Figure | None:
    """ "doubled", "more than tripled", "threefold", "2.5 times", "ten-fold", "twice the": a ratio."""
    low = tokens.low[i]
    if low in MULTIPLE_VERBS and not _is_double_noun(tokens, i):
        return _compared(tokens, _times(i, i + 1, MULTIPLE_VERBS[low], "quantity.multiple_verb"))
    if low in FOLDS:
        return _compared(tokens, _times(i, i + 1, FOLDS[low], "quantity.fold"))
    if low in MULTIPLE_WORDS and tokens.low[i + 1] in ("as", "the", "its", "that", "their", "what", "his", "her"):
        return _compared(tokens, _times(i, i + 1, MULTIPLE_WORDS[low], "quantity.multiple"))
    number = read_number(tokens, i)
    if number is None or number.form == "vague":
        return None
    j = number.end + (tokens.words[number.end] == "-")
    if tokens.low[j] == "fold":
        return _compared(tokens, _times(i, j + 1, number.value, "quantity.fold"))
    return None


def _times(start: int, end: int, value: Decimal, rule: str) -> Figure:
    return Figure(start, end, start, value, None, Unit("times", "ratio", end - 1, end), "eq", rule)


def _is_double_noun(tokens: Tokens, i: int) -> bool:
    """ "a double room", "doubles match", "triple jump", "double-digit": no multiple."""
    low = tokens.low[i]
    if low.endswith(("ed", "ing")):
        return False
    return tokens.words[i + 1] == "-" or low.endswith("s") or tokens.low[i - 1] in ("a", "the", "an", "of", "one") or tokens.low[i + 1] not in (
        "the", "its", "their", "that", "to", "by", "in", "from", "over", "what", "his", "her", "our", "this", "as", ",", ".", "last",
    )  # fmt: skip
