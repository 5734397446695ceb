"""The unit that stands after a number, whatever its kind."""

from __future__ import annotations

from flows.claims.tokens import Tokens
from flows.claims.units.currencies import read_currency
from flows.claims.units.forms import forms_of
from flows.claims.units.measures import DURATIONS, read_measure
from flows.claims.units.percentages import read_percentage
from flows.claims.units.rates import read_rate
from flows.claims.units.unit import Unit
from flows.claims.vocabulary import words_of

_OCCASIONS = words_of("units", "occasions")
_LENGTHENING = words_of("units", "lengthening")
MOST_RATES = 3
"""How often a unit may go on with "per" ("mg per kg per day")."""


def unit_after(tokens: Tokens, i: int, *, money: Unit | None = None) -> Unit | None:
    """The unit that stands at token i, right after a number, with what it is counted per.

    After a number with its currency before it (`money`) only the latter can follow.
    """
    unit = money._replace(start=i, end=i) if money else _base(tokens, i)
    if unit is None:
        return None
    name, end = unit.name, unit.end
    for _ in range(MOST_RATES):
        rate = read_rate(tokens, end, money=unit.kind == "currency")
        if rate is None:
            break
        name, end = f"{name} per {rate[0]}", rate[1]
    return Unit(name, unit.kind, unit.start, end)


def _base(tokens: Tokens, i: int) -> Unit | None:
    """Percent, currency, measure or multiple; a hyphen may join them ("10-cent")."""
    dash = tokens.words[i] == "-" or (tokens.words[i] == "–" and tokens.glued(i) and tokens.glued(i + 1))
    j = i + 1 if dash and tokens.kinds[i + 1] == "word" else i
    return (
        read_percentage(tokens, j)
        or read_currency(tokens, j)
        or read_measure(tokens, j)
        or _times(tokens, j)
        or _occasions(tokens, j)
        or _lengthened(tokens, j)
    )


def _times(tokens: Tokens, i: int) -> Unit | None:
    """ "10 times more than", "ten times sales", "3x" make a multiple; "five times a week", "won three times" do not."""
    low = tokens.low[i]
    sign = low in ("x", "×") and tokens.glued(i) and tokens.kinds[i + 1] != "numeral"
    word = low == "times" and tokens.kinds[i + 1] == "word" and tokens.low[i + 1] not in _OCCASIONS
    return Unit("times", "ratio", i, i + 1) if sign or word else None


def _occasions(tokens: Tokens, i: int) -> Unit | None:
    """ "five TIMES a week": how often."""
    often = tokens.low[i] == "times" and read_rate(tokens, i + 1, money=False) is not None
    return Unit("time", "count", i, i + 1) if often else None


def _lengthened(tokens: Tokens, i: int) -> Unit | None:
    """ "four straight weeks", "three more years", "24 difficult years"."""
    found = forms_of("units").at(tokens, i + 1) if tokens.low[i] in _LENGTHENING else None
    return Unit(found[0], "duration", i, found[1]) if found and found[0] in DURATIONS else None
