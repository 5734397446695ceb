"""A paragraph longer than any article is told of; a long text in paragraphs is not."""

from __future__ import annotations

from flows.quality.findings import find
from flows.quality.overlong_paragraph import LONGEST
from flows.reading.read import read


def codes(text: str) -> list[str]:
    return [found.code for found in find(read(text.encode(), media_type="text/plain"))]


def test_a_paragraph_without_end_is_told_of() -> None:
    assert codes("The harbour was quiet all day. " * (LONGEST // 30)).count("overlong_paragraph") == 1


def test_a_long_text_in_paragraphs_is_not() -> None:
    paragraphs = (f"On day {n} the harbour was quiet, and nobody came. " * 5 for n in range(LONGEST // 200))
    assert "overlong_paragraph" not in codes("\n\n".join(paragraphs))
