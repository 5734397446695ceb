"""Passages: plain text that knows where each of its characters stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.reading.folding import fold
from flows.reading.passage import Passage, PassageBuilder
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


@given(st.text())
def test_folding_moves_no_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
