"""Units and currencies around a number."""

from __future__ import annotations

import pytest

from flows.claims.nouns import noun_of
from flows.claims.tokens import tokenise
from flows.claims.units import Unit, currency_before, unit_after
from flows.claims.units.forms import forms_of

# what follows a 5, kind, name
AFTER = [
    ("%", "percent", "percent"),
    (" percent", "percent", "percent"),
    (" per cent", "percent", "percent"),
    (" pct", "percent", "percent"),
    (" percentage points", "percentage_point", "percentage point"),
    (" pp", "percentage_point", "percentage point"),
    (" basis points", "percentage_point", "basis point"),
    ("bps", "percentage_point", "basis point"),
    (" dollars", "currency", "USD"),
    (" euros", "currency", "EUR"),
    (" million pounds", None, None),
    (" Hong Kong dollars", "currency", "HKD"),
    ("€", "currency", "EUR"),
    (" km", "physical", "kilometre"),
    (" square miles", "physical", "square mile"),
    (" km2", "physical", "square kilometre"),
    (" m s-1", "physical", "metre per second"),
    (" mph", "physical", "mile per hour"),
    (" kilometres per hour", "physical", "kilometre per hour"),
    ("-inch", "physical", "inch"),
    (" kWh", "physical", "kilowatt hour"),
    (" tonnes", "physical", "tonne"),
    (" GB", "physical", "gigabyte"),
    ("°C", "physical", "degree Celsius"),
    (" years", "duration", "year"),
    ("-month", "duration", "month"),
    (" weeks", "duration", "week"),
    (" straight weeks", "duration", "week"),
    (" hours a day", "duration", "hour per day"),
    ("x", "ratio", "times"),
    (" times more", "ratio", "times"),
    ("% a year", "percent", "percent per year"),
    (" dollars per barrel", "currency", "USD per barrel"),
    (" euros/kg", "currency", "EUR per kilogram"),
    (" euros a month", "currency", "EUR per month"),
    (" dollars per million tablets", "currency", "USD per million tablet"),
    (" times a day", "count", "time per day"),
]
# "in" is not inches, "m" no metre in front of people, five times in May no multiple, and so on.
NOT_A_UNIT = [
    " in my car",
    " in May",
    " as a",
    " at home",
    " are",
    " firms",
    " bar owners",
    " a year earlier",
    ", m",
    "",
]
# text in front of a 5, the currency's code
BEFORE = [
    ("$", "USD"),
    ("US$", "USD"),
    ("US $", "USD"),
    ("HK$", "HKD"),
    ("NT$", "TWD"),
    ("A$", "AUD"),
    ("S$", "SGD"),
    ("£", "GBP"),
    ("€", "EUR"),
    ("¥", "JPY"),
    ("EUR ", "EUR"),
    ("USD", "USD"),
    ("RMB ", "CNY"),
    ("Rs. ", "INR"),
    ("CHF ", "CHF"),
]
NO_CURRENCY = ["firms ", "in ", "two dollars ", "about ", ""]
NOUNS = [
    ("firms", "firm"),
    ("people", "person"),
    ("children", "child"),
    ("companies", "company"),
    ("boxes", "box"),
    ("churches", "church"),
    ("businesses", "business"),
    ("buses", "bus"),
    ("housewives", "housewife"),
    ("series", "series"),
    ("class", "class"),
    ("crisis", "crisis"),
    ("virus", "virus"),
    ("gas", "gas"),
    ("pages", "page"),
]


def after(text: str) -> Unit | None:
    return unit_after(tokenise("5" + text), 1)


@pytest.mark.parametrize(("text", "kind", "name"), AFTER)
def test_reads_the_unit_behind_a_number(text: str, kind: str | None, name: str | None) -> None:
    unit = after(text)
    assert (unit.kind, unit.name) == (kind, name) if unit else kind is None


@pytest.mark.parametrize("text", NOT_A_UNIT)
def test_leaves_what_is_no_unit(text: str) -> None:
    assert after(text) is None


@pytest.mark.parametrize(("text", "code"), BEFORE)
def test_reads_the_currency_in_front_of_a_number(text: str, code: str) -> None:
    tokens = tokenise(f"at {text}5")
    unit = currency_before(tokens, len(tokens) - 1)
    assert unit is not None
    assert (unit.kind, unit.name, unit.start) == ("currency", code, 1)


@pytest.mark.parametrize("text", NO_CURRENCY)
def test_leaves_what_is_no_currency(text: str) -> None:
    tokens = tokenise(f"{text}5")
    assert currency_before(tokens, len(tokens) - 1) is None


@pytest.mark.parametrize(("plural", "singular"), NOUNS)
def test_makes_nouns_singular(plural: str, singular: str) -> None:
    assert noun_of(plural) == singular


@pytest.mark.parametrize("name", ["currencies", "units"])
def test_every_form_of_a_vocabulary_stands_for_something(name: str) -> None:
    forms = forms_of(name)
    assert all(forms.exact.values())
    assert all(forms.any_case.values())
    assert all(forms.any_case[form] == forms.exact[form] for form in forms.exact.keys() & forms.any_case.keys())
