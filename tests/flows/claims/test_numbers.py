"""Numbers in digits and words, as far as they reach."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.claims.nouns import is_plural
from flows.claims.numbers import digits_value, read_number, read_ordinal
from flows.claims.tokens import tokenise

# numeral, value
DIGITS = [
    ("42", "42"),
    ("1,234.5", "1234.5"),
    ("1.234,5", "1234.5"),
    ("1.234.567", "1234567"),
    ("12,34,567", "1234567"),
    ("1 234 567", "1234567"),
    ("1'234'567", "1234567"),
    ("1'234.56", "1234.56"),
    ("1,2e5", "120000"),
    ("1,5", "1.5"),
    ("4,200", "4200"),
    (".77", "0.77"),
    ("1.3e6", "1300000"),
    ("6.2x10^-4", "0.00062"),
    ("2.48×10-5", "0.0000248"),
    ("6×10⁵", "600000"),
    ("2^10", "1024"),
    ("8x2^10", "8192"),
    ("４２", "42"),
    ("٤٢", "42"),
]
# text, what the number is read from, value
WORDS = [
    ("two and a half million people", "two and a half million", 2_500_000),
    ("two million and a half", "two million and a half", 2_500_000),
    ("one hundred and twenty-one", "one hundred and twenty-one", 121),
    ("three hundred thousand and five", "three hundred thousand and five", 300_005),
    ("twelve hundred", "twelve hundred", 1200),
    ("forty two", "forty two", 42),
    ("five point five", "five point five", 5.5),
    ("zero point zero eight", "zero point zero eight", 0.08),
    ("a hundred and two", "a hundred and two", 102),
    ("a hundred and twenty thousand", "a hundred and twenty thousand", 120_000),
    ("a thousand two hundred and fifty", "a thousand two hundred and fifty", 1250),
    ("a thousand and one nights", "a thousand and one", 1001),
    ("a hundred, two of them", "a hundred", 100),
    ("2 million 300 thousand people", "2 million 300 thousand", 2_300_000),
    ("3 crore 20 lakh", "3 crore 20 lakh", 32_000_000),
    ("2 million and 300 people", "2 million", 2_000_000),
    ("a couple of thousand", "a couple of thousand", 2000),
    ("a couple hundred people", "a couple hundred", 200),
    ("2.33 k", "2.33 k", 2330),
    ("five grand a month", "five grand", 5000),
    ("ten grand pianos", "ten", 10),
    ("one twenty-fifth", "one twenty-fifth", 0.04),
    ("three twenty-fifths", "three twenty-fifths", 0.12),
    ("one twenty-five", "one twenty-five", 125),
    ("12 thousandths of it", "12 thousandths", 0.012),
    ("2 fifths of voters", "2 fifths", 0.4),
    ("3 quarters of growth", "3", 3),
    ("5 and 3/4 inches", "5 and 3/4", 5.75),
    ("seven and 5/8", "seven and 5/8", 7.625),
    ("one-in-five adults", "one-in-five", 0.2),
    ("two out of every five", "two out of every five", 0.4),
    ("a dozen eggs", "a dozen", 12),
    ("half a million", "half a million", 500_000),
    ("half a dozen", "half a dozen", 6),
    ("a quarter of a million", "a quarter of a million", 250_000),
    ("three quarters of a million", "three quarters of a million", 750_000),
    ("one and a half billion", "one and a half billion", 1.5e9),
    ("2.5 million", "2.5 million", 2_500_000),
    ("1.2bn", "1.2bn", 1.2e9),
    ("3 trn", "3 trn", 3e12),
    ("500k", "500k", 500_000),
    ("35m devices", "35m", 35_000_000),
    ("35m sprint", "35", 35),
    ("6 lakh", "6 lakh", 600_000),
    ("three lakh crore", "three lakh crore", 3e12),
    ("12 crore", "12 crore", 120_000_000),
    ("2½", "2½", 2.5),
    ("10 1/2 inches", "10 1/2", 10.5),
    ("3/4 of it", "3/4", 0.75),
    ("nil", "nil", 0),
]
SHARES = [
    ("a third of", "a third", Decimal(1) / 3),
    ("two-thirds of", "two-thirds", Decimal(2) / 3),
    ("three quarters of", "three quarters", Decimal("0.75")),
    ("one in five firms", "one in five", Decimal("0.2")),
    ("one in every six", "one in every six", Decimal(1) / 6),
    ("3 out of 10", "3 out of 10", Decimal("0.3")),
    ("nine out of ten", "nine out of ten", Decimal("0.9")),
    ("half of them", "half", Decimal("0.5")),
]
VAGUE = [
    ("tens of thousands of homes", "tens of thousands", 10_000),
    ("dozens of firms", "dozens", 12),
    ("hundreds of homes", "hundreds", 100),
    ("hundreds of millions", "hundreds of millions", 100_000_000),
    ("several hundred", "several hundred", 200),
    ("a few thousand", "a few thousand", 2000),
]
# What looks like a proportion and is none.
NO_SHARE = ["two in 2019", "5 in a row", "two in three days", "10 in 5"]
# One third of something is a fraction, one third party is not.
NO_FRACTION = ["one third party", "a second"]
NO_NUMBER = ["firm", "a firm", "several firms", "many", "a few people", "quarter", "of", ""]


def read(text: str, *, money: bool = False) -> tuple[str, Decimal, str] | None:
    tokens = tokenise(text)
    number = read_number(tokens, 0, money=money)
    return None if number is None else (text[: tokens.ends[number.end - 1]], number.value, number.form)


@pytest.mark.parametrize(("numeral", "value"), DIGITS)
def test_reads_digits(numeral: str, value: str) -> None:
    assert digits_value(numeral) == Decimal(value)


@pytest.mark.parametrize("numeral", ["9" * 400, "0^0", "0^-1", "10^99999999999"])
def test_leaves_what_is_no_figure(numeral: str) -> None:
    assert digits_value(numeral) is None


@pytest.mark.parametrize(("text", "surface", "value"), WORDS)
def test_reads_numbers(text: str, surface: str, value: float) -> None:
    found = read(text)
    assert found is not None
    assert found[:2] == (surface, Decimal(str(value)))


@pytest.mark.parametrize(("text", "surface", "value"), SHARES)
def test_reads_fractions(text: str, surface: str, value: Decimal) -> None:
    assert read(text) == (surface, value, "fraction")


@pytest.mark.parametrize(("text", "surface", "value"), VAGUE)
def test_reads_vague_numbers_by_their_least(text: str, surface: str, value: int) -> None:
    assert read(text) == (surface, Decimal(value), "vague")


@pytest.mark.parametrize("text", NO_SHARE)
def test_tells_a_proportion_from_a_place_or_a_time(text: str) -> None:
    found = read(text)
    assert found is None or found[2] != "fraction"


@pytest.mark.parametrize("text", NO_FRACTION)
def test_tells_a_fraction_from_an_order(text: str) -> None:
    found = read(text)
    assert found is None or found[2] != "fraction"


@pytest.mark.parametrize("text", NO_NUMBER)
def test_leaves_what_is_no_number(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(("text", "value"), [("5m", 5e6), ("5b", 5e9), ("2.5t", 2.5e12), ("7k", 7e3)])
def test_a_letter_scales_money(text: str, value: float) -> None:
    found = read(text, money=True)
    assert found is not None
    assert float(found[1]) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("third", 3),
        ("21st", 21),
        ("twenty-first", 21),
        ("thirty second", 32),
        ("hundredth", 100),
        ("two hundredth", 200),
        ("one hundred and first", 101),
        ("one hundred and twenty-third", 123),
        ("six thousand and seventh", 6007),
    ],
)
def test_reads_ordinals(text: str, value: int) -> None:
    ordinal = read_ordinal(tokenise(text), 0)
    assert ordinal is not None
    assert ordinal.value == value


@pytest.mark.parametrize("text", ["one hundredth", "five hundred first-year students", "two hundred seconds"])
def test_reads_no_ordinal_in_a_number(text: str) -> None:
    assert read_ordinal(tokenise(text), 0) is None


@pytest.mark.parametrize(
    ("word", "plural"),
    [("firms", True), ("people", True), ("bus", False), ("loss", False), ("crisis", False), ("gas", False)],
)
def test_knows_a_plural_by_its_look(word: str, plural: bool) -> None:
    assert is_plural(word) is plural


@given(st.integers(0, 10**15 - 1), st.booleans())
def test_every_whole_number_is_read_back(number: int, grouped: bool) -> None:
    written = f"{number:,}" if grouped else str(number)
    assert read(written) == (written, Decimal(number), "digits")


@given(st.integers(1, 10**12 - 1))
def test_every_spelled_number_is_read_back(number: int) -> None:
    written = spelled(number)
    found = read(written)
    assert found is not None
    assert found[:2] == (written, Decimal(number))


def spelled(number: int) -> str:
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            return (
                f"{spelled(number // scale)} {name}{joint}{spelled(rest)}".strip()
                if rest
                else f"{spelled(number // scale)} {name}"
            )
    ones = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
    )
    ones += "seventeen eighteen nineteen".split()
    if number < 20:
        return ones[number]
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()[number // 10 - 2]
    return f"{tens}-{ones[number % 10]}" if number % 10 else tens
