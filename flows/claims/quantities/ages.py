"""Ages: "aged 40 to 75", "Ingeborg Maas, 57,", "people under 45", "turns 20"."""

from __future__ import annotations

from flows.claims.quantities.figure import Figure
from flows.claims.tokens import Tokens
from flows.claims.units import Unit
from flows.claims.vocabulary import words_of
from schemas.rows import Comparator

_AGED = words_of("figures", "aged")
_PERSONS = words_of("figures", "persons")
_PERSONAL = words_of("figures", "personal")
_WHOSE = words_of("figures", "whose_age")
_GROUPS: dict[str, Comparator] = {"over": "over", "under": "under"}
_PARTS_OF_TEN = {"early": (0, 4), "mid": (4, 6), "late": (5, 9)}
OLDEST = 120
APPOSED = range(16, 100)
"""Numbers between commas that are taken for ages."""


def as_age(tokens: Tokens, figure: Figure) -> Figure:
    """The figure, as a length of time where it is an age."""
    if figure.unit.kind != "none" or not 0 <= figure.value <= OLDEST:
        return figure
    if tokens.words[figure.end] == "s" and tokens.glued(figure.end):
        return _of_group(tokens, figure)
    if not _is_age(tokens, figure):
        return figure
    return figure._replace(unit=Unit("year", "duration", figure.end, figure.end), rule="quantity.age")


def _of_group(tokens: Tokens, figure: Figure) -> Figure:
    """ "in her 40s" is 40 to 49 years, "in their late 30s" 35 to 39, "the over-65s" are over 65."""
    end, i = figure.end + 1, figure.start
    unit = Unit("year", "duration", end, end)
    if tokens.low[i] in _GROUPS:
        return figure._replace(end=end, unit=unit, rule="quantity.age")
    if tokens.low[i - 1] in ("and", "or") and tokens.words[i - 2] == "s" and tokens.glued(i - 2):
        i -= 3  # "in their 20s and 30s"
    part = tokens.low[i - 2] if tokens.words[i - 1] == "-" else tokens.low[i - 1]
    if (bound := _GROUPS.get(part)) is not None:
        return figure._replace(comparator=bound, end=end, unit=unit, rule="quantity.age")
    if part in _PARTS_OF_TEN:
        i = tokens.low.index(part, i - 2)
    if tokens.low[i - 1] not in _WHOSE or figure.value % 10 or figure.high is not None:
        return figure
    low, high = _PARTS_OF_TEN.get(part, (0, 9))
    value, last = figure.value + low, figure.value + high
    return figure._replace(end=end, value=value, high=last, comparator="between", unit=unit, rule="quantity.age")


def _is_age(tokens: Tokens, figure: Figure) -> bool:
    i = figure.start
    before = tokens.low[i - 1]
    if before in _AGED or (before in ("of", "from", "between", "to") and tokens.low[i - 2] in _AGED):
        return True
    if before in ("and", "or", "to") and tokens.low[i - 3] in _AGED and tokens.kinds[i - 2] == "numeral":
        return True
    if tokens.low[i] in ("under", "over") and before in _PERSONS:
        return True
    return _is_apposed(tokens, figure)


def _is_apposed(tokens: Tokens, figure: Figure) -> bool:
    """ "Maas, 57, had": a small whole number between commas after a name or a person's role."""
    i, number = figure.start, tokens.words[figure.start]
    if figure.end != i + 1 or tokens.words[i - 1] != "," or tokens.words[figure.end] not in (",", "."):
        return False
    person = tokens.words[i - 2][:1].isupper() or tokens.low[i - 2] in _PERSONAL
    return person and len(number) == 2 and number.isdecimal() and int(number) in APPOSED
