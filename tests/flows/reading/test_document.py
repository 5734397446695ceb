"""Passages: plain text that knows where each of its characters stands."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from flows.reading.document import LineIndex, Passage, PassageBuilder
from flows.reading.folding import fold
from schemas.rows import Piece

SOURCE = "Growth of &amp; **42%**\r\n  in 2023"


def passage() -> Passage:
    builder = PassageBuilder(SOURCE)
    builder.take(0, 10)
    builder.put("&", 10, 15)
    builder.take(15, 16)
    builder.take(18, 21)
    builder.line_break(23, 27)
    builder.take(27, 34)
    return builder.build()


def test_a_passage_reads_its_stretches() -> None:
    assert passage().text == "Growth of & 42% in 2023"
    assert [SOURCE[start:end] for start, end in passage().pieces(8, 19)] == ["f &amp; ", "42%", "\r\n  in "]


def test_a_line_break_is_read_once() -> None:
    builder = PassageBuilder("a \n \n b")
    builder.take(0, 1)
    builder.line_break(1, 6)
    builder.line_break(1, 6)
    builder.take(6, 7)
    assert builder.build().text == "a b"


@given(st.integers(0, 23), st.integers(0, 23))
def test_a_cut_has_the_pieces_of_its_stretch(first: int, second: int) -> None:
    start, end = sorted((first, second))
    cut = passage().cut(start, end)
    assert cut.text == passage().text[start:end]
    assert cut.pieces(0, len(cut.text)) == passage().pieces(start, end)


@given(st.integers(0, 34), st.integers(0, 34))
def test_between_finds_what_was_read_there(first: int, second: int) -> None:
    start, end = sorted((first, second))
    found = passage().between(start, end)
    inside = [piece for piece in passage().pieces(0, 23) if piece.start < end and piece.end > start and start < end]
    assert bool(found.text) == bool(inside)


def test_stripped_keeps_the_places() -> None:
    found = Passage.verbatim("  a b ", 0, 6).stripped()
    assert (found.text, found.pieces(0, 3)) == ("a b", (Piece(2, 5),))
    assert Passage.verbatim("  ", 0, 2).stripped().text == ""


def test_a_stretch_stands_on_the_lines_of_its_first_and_last_character() -> None:
    index = LineIndex.of("ab\n\ncd\nef")
    for start, end in combinations(range(10), 2):
        assert index.lines(start, end) == (index.line(start), index.line(end - 1))


def test_lines_end_at_any_newline() -> None:
    index = LineIndex.of("a\nb\r\nc\rd")
    assert [index.line(offset) for offset in (0, 1, 2, 5, 6, 7)] == [1, 1, 2, 3, 3, 4]


@given(st.text())
def test_folding_moves_no_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
