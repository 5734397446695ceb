from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.claims.attributions.quotations import Quotations


def found(text: str) -> list[str]:
    quotations = Quotations.of(text)
    return [text[start:end] for start, end in zip(quotations.starts, quotations.ends, strict=True)]


def test_marks_pair_up() -> None:
    assert found('He said "yes" and ("no") today.') == ['"yes"', '"no"']


def test_a_quotation_left_open_ends_with_the_block() -> None:
    assert found('He said: "Yes. No') == ['"Yes. No']


def test_looks_up_by_place() -> None:
    quotations = Quotations.of('a "bc" d')
    assert quotations.around(3) == (2, 6)
    assert quotations.opening_at(2) == (2, 6)
    assert quotations.closing_at(6) == (2, 6)
    assert quotations.around(0) is None
    assert quotations.opening_at(3) is None


@given(st.text(alphabet='a" .,', max_size=40))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    quotations = Quotations.of(text)
    edges = [edge for pair in zip(quotations.starts, quotations.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
