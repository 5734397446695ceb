"""Figures: value, bounds and unit of one expression, as the press writes it."""

from __future__ import annotations

import pytest

from flows.claims.ledger import read_ledger
from flows.reading.folding import fold
from schemas.rows import Comparator, UnitKind, Value

Bounds = tuple[float | None, float | None]
# text (the figure in brackets), low, high, comparator, unit
MONEY = [
    ("a [HK$10 billion] fund", 1e10, 1e10, "eq", "HKD"),
    ("worth [US$1.2bn] now", 1.2e9, 1.2e9, "eq", "USD"),
    ("a deal of [€3.5m]", 3.5e6, 3.5e6, "eq", "EUR"),
    ("a plan of [RMB 3.2 trillion]", 3.2e12, 3.2e12, "eq", "CNY"),
    ("sales of [USD34.6 million]", 3.46e7, 3.46e7, "eq", "USD"),
    ("it cost [US $89 to $93 billion]", 8.9e10, 9.3e10, "between", "USD"),
    ("rents of [HK$1,200-1,500 per month]", 1200, 1500, "between", "HKD per month"),
    ("it cost [$1.5m-$2m]", 1.5e6, 2e6, "between", "USD"),
    ("[between 5 and 10 euros a month]", 5, 10, "between", "EUR per month"),
    ("paid [thirteen dollars and forty-five cents]", 13.45, 13.45, "eq", "USD"),
    ("oil at [$80 a barrel]", 80, 80, "eq", "USD per barrel"),
    ("power at [8 euros/kWh]", 8, 8, "eq", "EUR per kilowatt hour"),
    ("a profit of [5 cents per share]", 5, 5, "eq", "cent per share"),
    ("lost [-$5 million]", -5e6, -5e6, "eq", "USD"),
    ("net income was [($4.2m)] last year", -4.2e6, -4.2e6, "eq", "USD"),
    ("the guide ([$25]) sold out", 25, 25, "eq", "USD"),
    ("[20 million pounds]", 2e7, 2e7, "eq", "GBP"),
    ("a [10-cent] tax", 10, 10, "eq", "cent"),
]
SHARES = [
    ("[42 %] of firms", 42, 42, "eq", "percent"),
    ("[5-10%] of firms", 5, 10, "between", "percent"),
    ("[23–32%] of firms", 23, 32, "between", "percent"),
    ("[between 5 and 10 per cent]", 5, 10, "between", "percent"),
    ("a [one-percent] levy", 1, 1, "eq", "percent"),
    ("[about 3.2 percent]", 3.2, 3.2, "approx", "percent"),
    ("lifted by [25 basis points]", 25, 25, "eq", "basis point"),
    ("up [2.5 percentage points]", 2.5, 2.5, "eq", "percentage point"),
    ("[one in five] firms", 0.2, 0.2, "eq", None),
    ("[a third] of voters", 1 / 3, 1 / 3, "eq", None),
    ("[two-thirds] of voters", 2 / 3, 2 / 3, "eq", None),
    ("[nearly half] of them", 0.5, 0.5, "approx", None),
    ("[5 ± 0.5%] of it", 4.5, 5.5, "eq", "percent"),
    ("[5% ± 0.5%] of it", 4.5, 5.5, "eq", "percent"),
    ("[5% plus or minus 0.5] points", 4.5, 5.5, "eq", "percent"),
]
MULTIPLES = [
    ("prices [more than doubled]", 2, None, "over", "times"),
    ("output [tripled]", 3, 3, "eq", "times"),
    ("debt [halved]", 0.5, 0.5, "eq", "times"),
    ("a [threefold] rise", 3, 3, "eq", "times"),
    ("[10 times] more than before", 10, 10, "eq", "times"),
    ("[2.5 times] as many", 2.5, 2.5, "eq", "times"),
    ("[twice] the rate", 2, 2, "eq", "times"),
    ("a [ten-fold] rise", 10, 10, "eq", "times"),
]
MEASURES = [
    ("[7]- or 8-inch guns", 7, 7, "eq", "inch"),
    ("7- or [8-inch] guns", 8, 8, "eq", "inch"),
    ("[8- to 16-metre] boats", 8, 16, "between", "metre"),
    ("it is [5 feet 10 inches] tall", 5 + 10 / 12, 5 + 10 / 12, "eq", "foot"),
    ("ran for [2 hours and 3 minutes]", 2.05, 2.05, "eq", "hour"),
    ("a [six-month] trial", 6, 6, "eq", "month"),
    ("[three and a half years] long", 3.5, 3.5, "eq", "year"),
    ("at [60 kilometres per hour]", 60, 60, "eq", "kilometre per hour"),
    ("it was [12 below zero]", -12, -12, "eq", "degree"),
    ("patients aged [40 to 75]", 40, 75, "between", "year"),
    ("Ingeborg Maas, [57], sings", 57, 57, "eq", "year"),
    ("it weighed [almost a tonne]", 1, 1, "approx", "tonne"),
    ("[half a mile] away", 0.5, 0.5, "eq", "mile"),
    ("[a quarter of hour] late", 0.25, 0.25, "eq", "hour"),
    ("it took [an hour and 40 minutes]", 1 + 40 / 60, 1 + 40 / 60, "eq", "hour"),
    ("after [two and half years]", 2.5, 2.5, "eq", "year"),
    ("it lasted [one hour and half].", 1.5, 1.5, "eq", "hour"),
    ("the wall is [6 ft 3 in] high", 6.25, 6.25, "eq", "foot"),
    ("cooled to [absolute zero] in space", 0, 0, "eq", "kelvin"),
    ("it fell to [-40 degrees on the Celsius scale]", -40, -40, "eq", "degree Celsius"),
]
COUNTS = [
    ("[over 1,500] technology companies", 1500, None, "over", "technology company"),
    ("[35m] devices", 3.5e7, 3.5e7, "eq", "device"),
    ("[tens of thousands] of homes", 10_000, None, "at_least", "home"),
    ("[dozens] of firms", 12, None, "at_least", "firm"),
    ("[up to 500,000] people", None, 500_000, "up_to", "person"),
    ("[at least 12] patients", 12, None, "at_least", "patient"),
    ("[fewer than 30] nurses", None, 30, "under", "nurse"),
    ("[50 or so] jobs", 50, 50, "approx", "job"),
    ("[18 or older]", 18, None, "at_least", None),
    ("[100 or below]", None, 100, "up_to", None),
    ("[500 minimum]", 500, None, "at_least", None),
    ("[above 1000 and below 1500] units", 1000, 1500, "between", "unit"),
    ("14 of the county's [92] homes", 92, 92, "eq", "home"),
    ("shot up to [90]", 90, 90, "eq", None),
    ("[scores] of houses burnt", 20, None, "at_least", "house"),
    ("there were [five] and half of them left", 5, 5, "eq", None),
]
KINDS: list[tuple[str, UnitKind]] = [
    ("[5] dollars", "currency"),
    ("[5]%", "percent"),
    ("[5] points", "none"),
    ("[5] firms", "count"),
    ("[5] km", "physical"),
    ("[5] years old", "duration"),
    ("[a third] of", "ratio"),
    ("[5] basis points", "percentage_point"),
    ("it was [5]", "none"),
]


def value_at(text: str) -> tuple[Value, str]:
    """The value that is read in the brackets of a text, and the text it is read from."""
    start, end = text.index("["), text.index("]") - 1
    plain = fold(text.replace("[", "").replace("]", ""))
    (found,) = [one for one in read_ledger(plain) if one.role == "value" and one.start < end and start < one.end]
    return found.value, plain[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "low", "high", "comparator", "unit"), [*MONEY, *SHARES, *MULTIPLES, *MEASURES, *COUNTS]
)
def test_reads_a_figure(
    text: str, low: float | None, high: float | None, comparator: Comparator, unit: str | None
) -> None:
    value, surface = value_at(text)
    assert (value.value_low, value.value_high) == (approximately(low), approximately(high))
    assert (value.comparator, value.unit) == (comparator, unit)
    assert surface == text[text.index("[") + 1 : text.index("]")]


def approximately(bound: float | None) -> object:
    return None if bound is None else pytest.approx(bound)


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_tells_what_kind_of_unit_it_is(text: str, kind: UnitKind) -> None:
    assert value_at(text)[0].unit_kind == kind


def test_a_range_has_bounds_and_no_value() -> None:
    assert value_at("[5-10%]")[0].value is None


def test_a_figure_as_stated_keeps_its_value_within_its_bound() -> None:
    value, _ = value_at("[over 30] firms")
    assert (value.value, value.value_low, value.value_high) == (30, 30, None)
