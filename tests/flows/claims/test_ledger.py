"""The number ledger: every numeral of a text has one row, and its role."""

from __future__ import annotations

import pytest

from flows.claims.ledger import read_ledger

V, P, N, R, I, O, U = "value", "period", "name_part", "reference", "idiom", "ordinal", "unresolved"  # noqa: E741
# text, its rows in order
TEXTS = [
    ("Nothing was said.", []),
    ("Sales rose 5% in 2023.", [("5%", V), ("in 2023", P)]),
    ("In 2019, 300 people left.", [("In 2019", P), ("300", V)]),
    ("From 2014 to 2018 output fell from 9 to 8 tonnes.", [("From 2014 to 2018", P), ("9", V), ("8 tonnes", V)]),
    ("Prices more than doubled over five years.", [("more than doubled", V), ("five years", V)]),
    ("GPT-4 has 5G and 3D but cost $100m.", [("GPT-4", N), ("5G", N), ("3D", N), ("$100m", V)]),
    ("One of the three firms, no one knows which, left.", [("One", I), ("three", V), ("one", I)]),
    ("They won 4-1 in front of 20,000 people.", [("4", V), ("1", V), ("20,000", V)]),
    ("See Section 4, page 12.", [("4", R), ("12", R)]),
    ("The second-largest bank has 12 branches.", [("second", O), ("12", V)]),
    ("The fund lost " + "9" * 400 + " dollars.", [("9" * 400, U)]),
    ("港幣一百億元", [("一百億", U)]),
    ("約三成企業", [("三成", U)]),
    ("between 5 and 10 per cent in Q3 2024", [("between 5 and 10 per cent", V), ("in Q3 2024", P)]),
    ("at 8:30 on 5 May", [("8:30", R), ("5 May", P)]),
]


@pytest.mark.parametrize(("text", "rows"), TEXTS, ids=[text[:40] for text, _ in TEXTS])
def test_gives_every_numeral_its_role(text: str, rows: list[tuple[str, str]]) -> None:
    found = read_ledger(text)
    assert [one.role for one in found] == [role for _, role in rows]
    for one, (surface, _) in zip(found, rows, strict=True):
        assert surface.removeprefix("in ").removeprefix("In ") in text[one.start : one.end]


def test_a_list_shares_the_unit_of_its_last_figure() -> None:
    assert [one.value.unit for one in read_ledger("doses of 45 and 50 mg")] == ["milligram", "milligram"]


def test_two_bounds_of_one_figure_are_one_row() -> None:
    (found,) = read_ledger("above 1000 and below 1500 units")
    assert (found.value.value_low, found.value.value_high, found.value.comparator) == (1000, 1500, "between")


def test_a_row_can_be_moved() -> None:
    (found,) = read_ledger("over 30 firms")
    moved = found.moved(7)
    assert (moved.start, moved.end, moved.counted) == (7, 14, (15, 20))
    assert moved.value == found.value
