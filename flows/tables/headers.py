"""What a header says about the cells under it: their unit, their scale, their period."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Protocol

import regex

from flows.reading.folding import fold
from schemas.rows import Period, Role, UnitKind, Value


class Reading(Protocol):
    """A numeral of a text as the claim reader reads it: text[start:end], its role, and its value or period."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def role(self) -> Role: ...
    @property
    def value(self) -> Value: ...
    @property
    def period(self) -> Period: ...


ReadValue = Callable[[str], Sequence[Reading]]
"""Reads the numerals of a folded text, in order."""


@dataclass(frozen=True, slots=True)
class HeaderUnit:
    """The unit that plain numbers of a column are in, and what they are multiplied by."""

    scale: float
    unit_kind: UnitKind
    unit: str | None

    def of(self, value: Value) -> Value:
        """A plain number in this unit."""
        return value._replace(
            value=_times(value.value, self.scale),
            value_low=_times(value.value_low, self.scale),
            value_high=_times(value.value_high, self.scale),
            unit_kind=self.unit_kind,
            unit=self.unit,
        )


_BRACKETS = regex.compile(r"[(\[]([^()\[\]]+)[)\]]")
_IN = regex.compile(r"\bin ([^(),;]+)(?=[,;(]|\Z)")
_COMPARED = regex.compile(r"\b(?:on|from|since|over|vs\.?|versus|against|than|to|with)\s*\Z", regex.IGNORECASE)
_PARTS = regex.compile(r"[,;]")
_PERCENT = regex.compile(r"%|\bper ?cent\b|\bpercent(?:age)?(?! point)\b|\bpct\b", regex.IGNORECASE)
_MONEY = regex.compile(
    r"(?<symbol>(?:\b[A-Z]{1,3})?[$\u20ac\u00a3\u00a5\u20a9\u20b9]|\b[A-Z]{3}\b)[ ]?(?<scale>'000s?|[A-Za-z]+)?"
)

# Scale words as headers write them, for the singular that a figure has.
SCALE_WORDS = {
    "'000": "thousand",
    "'000s": "thousand",
    "000": "thousand",
    "000s": "thousand",
    "000's": "thousand",
    "thousands": "thousand",
    "millions": "million",
    "mn": "million",
    "mln": "million",
    "mil": "million",
    "billions": "billion",
    "bn": "billion",
    "trillions": "trillion",
    "tn": "trillion",
}


def header_period(path: Sequence[str], read_value: ReadValue) -> Period | None:
    """The one period that a header names ("Expected Growth (2024)"), its basis "header"; None for none or several.

    What a change is measured against ("Change on 2022") is not when it was.
    """
    found = [
        reading.period._replace(period_basis="header")
        for header in map(fold, path)
        for reading in read_value(header)
        if reading.role == "period" and not _COMPARED.search(header, 0, reading.start)
    ]
    return found[0] if len(found) == 1 else None


def header_unit(path: Sequence[str], read_value: ReadValue) -> HeaderUnit | None:
    """The unit that a header names, the lowest header first: "Revenue (HK$ million)", "Share, %", "Area (sq km)"."""
    for text in reversed(path):
        header = fold(text)
        named = (_unit(phrase, read_value) for phrase in _phrases(header))
        whole = (_unit(phrase, read_value) for phrase in _bare_phrases(header))
        unit = next(filter(None, named), None) or next((unit for unit in whole if unit and _is_sure(unit)), None)
        if unit:
            return unit
    return None


def marked_unit(text: str, read_value: ReadValue) -> HeaderUnit | None:
    """The unit that a caption or a row header gives for its cells: in brackets, behind a comma, or after "in"."""
    folded = fold(text)
    phrases = [*_phrases(folded), *(found[1] for found in _IN.finditer(folded))]
    return next(filter(None, (_unit(phrase, read_value) for phrase in phrases)), None)


def _phrases(header: str) -> Iterator[str]:
    """Where a header names its unit: in brackets, or behind a comma."""
    for bracket in _BRACKETS.findall(header):
        yield bracket.strip()
        yield from (part.strip() for part in _PARTS.split(bracket)[1:])
        yield _PARTS.split(bracket)[0].strip()
    yield from (part.strip() for part in _BRACKETS.sub(" ", header).split(",")[1:])


def _bare_phrases(header: str) -> Iterator[str]:
    """What may be a unit without marks around it: all of a short header, an amount of money, a "%"."""
    outside = _BRACKETS.sub(" ", header).strip()
    yield outside if len(outside.split()) <= 2 else ""
    yield from (found[0] for found in _MONEY.finditer(outside))
    yield "%" if _PERCENT.search(header) else ""


def _is_sure(unit: HeaderUnit) -> bool:
    """Whether a bare word is a unit: "Year" and "Firms" are headers of years and firms."""
    return unit.unit_kind in ("currency", "percent", "percentage_point", "physical")


def _unit(phrase: str, read_value: ReadValue) -> HeaderUnit | None:
    if not phrase or any(character.isdigit() for character in phrase.replace("000", "")):
        return None
    if _PERCENT.fullmatch(phrase):
        return HeaderUnit(1.0, "percent", "percent")
    return next((unit for amount in _amounts(phrase) if (unit := _read(amount, read_value))), None)


def _amounts(phrase: str) -> Iterator[str]:
    """The phrase as the unit of one: "1 sq km", "HK$1 million"."""
    words = [SCALE_WORDS.get(word.casefold(), word) for word in phrase.removeprefix("in ").split()]
    if money := _MONEY.match(phrase.removeprefix("in ")):
        rest = phrase.removeprefix("in ")[money.end("symbol") :].split()
        yield " ".join([f"{money['symbol']}1", *(SCALE_WORDS.get(word.casefold(), word) for word in rest)])
    yield " ".join(["1", *words])


def _read(amount: str, read_value: ReadValue) -> HeaderUnit | None:
    readings = read_value(amount)
    if len(readings) != 1 or readings[0].role != "value" or readings[0].end - readings[0].start != len(amount):
        return None
    value = readings[0].value
    if value.value is None or (value.value == 1 and value.unit_kind in (None, "none")):
        return None
    return HeaderUnit(value.value, value.unit_kind or "none", value.unit)


def _times(figure: float | None, scale: float) -> float | None:
    """The figure in plain units, without the noise of binary fractions; None where no number is so large."""
    product = None if figure is None else round(figure * scale, 9)
    return product if product is None or isfinite(product) else None
