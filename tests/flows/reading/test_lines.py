"""Lines: where they stand, and which of them hold a stretch."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.lines import NEWLINE, PAGE_NEWLINE, PAGED_NEWLINE, LineIndex


def test_a_stretch_stands_on_the_lines_of_its_first_and_last_character() -> None:
    index = LineIndex.of("ab\n\ncd\nef")
    for start, end in combinations(range(10), 2):
        assert index.lines(start, end) == (index.line(start), index.line(end - 1))


def test_lines_end_at_any_newline() -> None:
    index = LineIndex.of("a\nb\r\nc\rd")
    assert [index.line(offset) for offset in (0, 1, 2, 5, 6, 7)] == [1, 1, 2, 3, 3, 4]


@pytest.mark.parametrize("newline", [NEWLINE, PAGED_NEWLINE, PAGE_NEWLINE])
@given(text=st.text(alphabet="a \r\n\f"))
def test_lines_and_what_ends_them_are_the_text(newline: re.Pattern[str], text: str) -> None:
    spans = list(LineIndex.of(text, newline).spans())
    ends = [found.group() for found in newline.finditer(text)]
    assert "".join(text[start:end] + after for (start, end), after in zip(spans, [*ends, ""], strict=True)) == text
    assert not any(newline.search(text[start:end]) for start, end in spans)
