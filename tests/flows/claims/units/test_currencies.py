"""Money by its names, signs and countries, before and after the number."""

from __future__ import annotations

import pytest

from flows.claims.ledger import read_ledger
from tests.support.figures import told

BEFORE = [
    ("KSh 500", 500, "KES"),
    ("Tk 500 crore", 5e9, "BDT"),
    ("S/ 35", 35, "PEN"),
    ("RD$ 250", 250, "DOP"),
    ("Mex$120", 120, "MXN"),
    ("Fr 12.50", 12.5, "CHF"),
    ("GH₵12", 12, "GHS"),
    ("Php 900", 900, "PHP"),
    ("minus $40", -40, "USD"),
    ("$40 mil", 4e7, "USD"),
    ("rmb 45", 45, "CNY"),
    ("aed 45", 45, "AED"),
    ("KD 45", 45, "KWD"),
    ("R5m", 5e6, "ZAR"),
    ("E£45", 45, "EGP"),
    ("₾45", 45, "GEL"),
    ("SKr 45", 45, "SEK"),
]
AFTER = [
    ("60 U.S. dollars", 60, "USD"),
    ("60 American dollars", 60, "USD"),
    ("60 Singaporean dollars", 60, "SGD"),
    ("60 UK pounds", 60, "GBP"),
    ("60 pounds sterling", 60, "GBP"),
    ("60 Pakistan rupees", 60, "PKR"),
    ("60 CFA francs", 60, "XOF"),
    ("60 Icelandic kronur", 60, "ISK"),
    ("60 Turkish liras", 60, "TRY"),
    ("60 new Israeli shekels", 60, "ILS"),
    ("60 Uzbek soums", 60, "UZS"),
    ("60 Burmese kyats", 60, "MMK"),
    ("60 meticais", 60, "MZN"),
    ("60 birr", 60, "ETB"),
    ("60 rand", 60, "ZAR"),
    ("60 BTC", 60, "BTC"),
    ("60 eurocents", 60, "cent"),
    ("60 pounds", 60, "pound"),
    ("60 centavos", 60, "centavo"),
    ("60 thb", 60, "THB"),
    ("60 zł", 60, "PLN"),
    ("60 руб", 60, "RUB"),
    ("60 dirhams", 60, "AED"),
    ("60 million marks", 6e7, "DEM"),
    ("60 marks", 60, "mark"),
    ("60Rp from the core", 60, None),
    ("60p0 was used", 60, None),
    ("1 pound 50 pence", 1.5, "GBP"),
    ("a million-pound deal", 1e6, "GBP"),
    ("a ten-pound baby", 10, "pound"),
]
OPEN = [("60 dinars", "dinar"), ("60 riyals", "riyal"), ("60 kroner", "krone"), ("60 shillings", "shilling")]
OF_MANY = [
    ("millions of dollars", 1e6, "USD"),
    ("tens of billions of euros", 1e10, "EUR"),
    ("hundreds of kilometres", 100, "kilometre"),
    ("thousands of homes", 1000, "home"),
]
WON = [
    ("it cost 20 million won", 2e7, "KRW"),
    ("it cost 15,000 won to enter", 15000, "KRW"),
    ("some 2 million won the right to vote", 2e6, None),
    ("all 40 won", 40, None),
]


@pytest.mark.parametrize(("text", "value", "unit"), [*BEFORE, *AFTER, *OF_MANY, *WON])
def test_reads_money(text: str, value: float, unit: str | None) -> None:
    assert told(text) == [(value, unit)]


@pytest.mark.parametrize(("text", "unit"), OPEN)
def test_money_of_several_countries_is_money_all_the_same(text: str, unit: str) -> None:
    (reading,) = read_ledger(text)
    assert (reading.value.unit_kind, reading.value.unit) == ("currency", unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("fees of $30 p.a.", "USD per year"),
        ("5% per annum", "percent per year"),
        ("40 cents a kilo", "cent per kilogram"),
    ],
)
def test_reads_what_money_is_paid_for(text: str, unit: str) -> None:
    assert told(text)[0][1] == unit


def test_the_size_of_a_deal_is_no_figure() -> None:
    assert told("a multi-million-dollar deal") == []
