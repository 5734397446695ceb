"""Which currency an article means by a name or sign that several countries use: "$" in Canada, "pesos" in Chile."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from flows.claims.readings import Reading
from flows.claims.vocabulary import load

Money = Mapping[str, str]
"""By the currency that a name or sign means by itself, the one that an article means by it."""

_BARE = r"(?<![A-Za-z.$])(?<!US )(?<!U\.S\. )\$"
_NAMES = re.compile(rf"{_BARE}|\b(?P<noun>pesos?|rupees?|shillings?|pounds)\b")
_PREFIXED = re.compile(r"\b(?:C|CA|CAD|A|AU|AUD|NZ|NZD|S|SGD|HK|HKD) ?\$|\b(?:CAD|AUD|NZD|SGD|HKD) ?\d")
"""Where some dollars have their country in front, a bare sign means the American one."""
_CAPITAL = re.compile(r"(?<!\w)[A-Z][\w.]*")
"""A word that may tell of a place, perhaps with the stop behind it."""
_COUNTRY = re.compile(r"\b[A-Z]\w* \Z")
"""In front of a name that is told apart: "Mexican pesos"."""
_LONGEST_COUNTRY = 20
_FEWEST = {"USD": 3}
"""How often its country must be told of, where the name by itself means another currency; else twice."""
_FEWEST_ELSEWHERE = 2


@cache
def _places() -> dict[str, tuple[str, str]]:
    """By a word for a place: the currency that the name means by itself, and the one of the place."""
    return {
        place: (next(iter(codes)), code)
        for codes in load("local_money").values()
        for code, places in codes.items()
        for place in places.split()
    }


def money_of(text: str) -> Money:
    """What an article means by names of money; empty where it uses none that several countries share."""
    if not _NAMES.search(text):
        return {}
    places, capitals = _places(), _CAPITAL.findall(text)
    told = Counter(places[word] for found in capitals if (word := found if found in places else found[:-1]) in places)
    return {
        usual: code
        for (usual, code), count in _likeliest(told).items()
        if code != usual and not (usual == "USD" and _PREFIXED.search(text))
    }


def _likeliest(told: Counter[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """For each name the currency whose country is told of most, if it is told of often and more than the usual one."""
    found: dict[str, tuple[tuple[str, str], int]] = {}
    for (usual, code), count in told.most_common():
        enough = count >= _FEWEST.get(usual, _FEWEST_ELSEWHERE) and count > told[usual, usual]
        if usual not in found and (enough or code == usual):
            found[usual] = (usual, code), count
    return dict(found.values())


def in_money(text: str, readings: Sequence[Reading], money: Money) -> list[Reading]:
    """The readings of a text, those of a bare name or sign in the currency that the article means."""
    return [_local(text, reading, money) for reading in readings] if money else list(readings)


def _local(text: str, reading: Reading, money: Money) -> Reading:
    unit = reading.value.unit
    code = money.get((unit or "")[:3])
    if unit is None or code is None or reading.value.unit_kind != "currency":
        return reading
    name = _NAMES.search(text, reading.start, reading.end)
    if name is None or (name["noun"] and _COUNTRY.search(text, max(0, name.start() - _LONGEST_COUNTRY), name.start())):
        return reading
    return reading._replace(value=reading.value._replace(unit=code + unit[3:]))
