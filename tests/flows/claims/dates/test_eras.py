"""Years and centuries that are told with their era."""

from __future__ import annotations

import pytest

from flows.claims.ledger import read_ledger

ERAS = [
    ("in 500 BC the city fell", "500 BC", "-0499"),
    ("in 44 B.C. he died", "44 B.C.", "-0043"),
    ("the ash of AD 79", "AD 79", "0079"),
    ("a wall of 300-250 BC", "300-250 BC", "-0299/-0249"),
    ("from 27 BC to AD 14", "from 27 BC to AD 14", "-0026/0014"),
    ("the 3rd century BC", "3rd century BC", "-02XX"),
    ("about 2000 BCE", "2000 BCE", "-1999"),
    ("ice until 12,000 BC", "until 12,000 BC", "../Y-11999"),
    ("by 1 BC", "by 1 BC", "../0000"),
]


@pytest.mark.parametrize(("text", "quote", "edtf"), ERAS)
def test_a_year_goes_with_its_era(text: str, quote: str, edtf: str) -> None:
    (reading,) = read_ledger(text)
    assert (reading.role, text[reading.start : reading.end]) == ("period", quote)
    assert (reading.period.period_edtf, reading.period.period_text) == (edtf, quote)


def test_a_province_is_no_era() -> None:
    (reading,) = read_ledger("In 2020 BC voters chose again")
    assert (reading.period.period_edtf, reading.period.period_text) == ("2020", "2020")
