from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.report.marks import TITLES, Mark, cut

LINE = "Fares rose 3% and 4%."


@pytest.mark.parametrize(
    ("marks", "segments"),
    [
        ([], [(LINE, "")]),
        ([Mark(0, 5, "a")], [("Fares", "a"), (" rose 3% and 4%.", "")]),
        ([Mark(0, 21, "a"), Mark(11, 13, "b")], [("Fares rose ", "a"), ("3%", "a b"), (" and 4%.", "a")]),
        ([Mark(0, 10, "b"), Mark(6, 13, "a")], [("Fares ", "b"), ("rose", "a b"), (" 3%", "a"), (" and 4%.", "")]),
        ([Mark(0, 5, "a"), Mark(5, 10, "b")], [("Fares", "a"), (" rose", "b"), (" 3% and 4%.", "")]),
        ([Mark(3, 3, "a"), Mark(9, 4, "a")], [(LINE, "")]),
        ([Mark(-4, 99, "a b")], [(LINE, "a b")]),
    ],
)
def test_a_line_is_cut_at_every_edge(marks: list[Mark], segments: list[tuple[str, str]]) -> None:
    (line,) = cut([(0, LINE)], marks)
    assert [(segment.text, segment.classes) for segment in line] == segments


def test_the_shortest_stretch_is_told_first() -> None:
    (line,) = cut([(0, LINE)], [Mark(11, 13, "figure", "3"), Mark(0, 21, "claim", "all"), Mark(0, 21, "claim", "too")])
    assert [segment.title for segment in line] == ["all\ntoo", "3\nall\ntoo", "all\ntoo"]


def test_no_more_is_told_than_a_reader_takes_in() -> None:
    (line,) = cut([(0, LINE)], [Mark(0, 21, "claim", str(number)) for number in range(9)])
    assert line[0].title.splitlines() == [*map(str, range(TITLES)), f"and {9 - TITLES} more"]


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[list[tuple[int, str]], list[Mark]]:
    text = draw(st.text("ab\n", max_size=60))
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    offsets = st.integers(0, len(text))
    marks = st.builds(Mark, offsets, offsets, st.sampled_from("xyz"), st.sampled_from(["", "one", "two"]))
    return lines, draw(st.lists(marks, max_size=12))


@given(marked_texts())
def test_each_character_wears_the_layers_over_it_and_no_other(given: tuple[list[tuple[int, str]], list[Mark]]) -> None:
    lines, marks = given
    for (start, text), segments in zip(lines, cut(lines, marks), strict=True):
        worn = [(character, segment.classes) for segment in segments for character in segment.text]
        assert worn == [
            (character, " ".join(sorted({mark.layer for mark in marks if mark.start <= at < mark.end})))
            for at, character in enumerate(text, start)
        ]


def test_the_time_grows_with_the_marks_and_not_with_their_overlaps() -> None:
    def seconds(count: int) -> float:
        text = "1 " * count
        nested = [Mark(at, 2 * count, "claim", str(at)) for at in range(0, 2 * count, 2)]
        figures = [Mark(at, at + 1, "figure", str(at)) for at in range(0, 2 * count, 2)]
        began = time.process_time()
        assert sum(map(len, cut([(0, text)], nested + figures))) == 2 * count
        return time.process_time() - began

    seconds(1000)
    assert seconds(20_000) < 40 * max(seconds(2000), 0.005)
