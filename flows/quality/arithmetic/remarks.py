"""What the arithmetic audit has to say: a code, the row it is about, and what was expected and stated."""

from __future__ import annotations

from typing import NamedTuple

from schemas.rows import Span


class Remark(NamedTuple):
    """`expected` is what the arithmetic gives, in words; `actual` what the text states, NULL if it states nothing."""

    code: str
    span: Span
    expected: str
    actual: str | None


def contradiction(span: Span, expected: str, actual: str) -> Remark:
    return Remark("arithmetic_contradiction", span, expected, actual)
