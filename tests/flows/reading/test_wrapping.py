"""Whether a newline ends a paragraph: hard-wrapping a paragraph changes nothing."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.media import TEXT
from flows.reading.read import read

PROSE = """
the central bank said that prices rose by 42% in 2023 and firms with over 1,500 staff HK$10 billion Hong Kong
well-known long-term (GDP) however, \u201cquoted\u201d growth. Next It administration's internationalisation U.S.
5-10% \u20ac3.5m a I
"""
WORDS = st.sampled_from(PROSE.split())
SENTENCE = st.lists(WORDS, min_size=4, max_size=40).map(lambda words: "The " + " ".join(words) + " end.")
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)


def paragraphs(source: str) -> list[str]:
    return [block.passage.text for block in read(source.encode(), media_type=TEXT).blocks]


@given(st.lists(PARAGRAPH, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_hard_wrapping_at_60_columns_keeps_the_paragraphs(source: list[str], newline: str) -> None:
    wrapped = (newline * 2).join(newline.join(textwrap.wrap(paragraph, 60)) for paragraph in source)
    assert paragraphs(wrapped) == paragraphs((newline * 2).join(source)) == source


@given(st.lists(PARAGRAPH, min_size=1, max_size=5))
def test_wrapping_with_plain_newlines_moves_no_offset(source: list[str]) -> None:
    unwrapped = "\n\n".join(source)
    wrapped = "\n\n".join(
        textwrap.fill(paragraph, 60, break_on_hyphens=False, break_long_words=False) for paragraph in source
    )
    documents = [read(text.encode(), media_type=TEXT) for text in (unwrapped, wrapped)]
    spans = [[block.passage.pieces(0, len(block.passage.text)) for block in one.blocks] for one in documents]
    assert spans[0] == spans[1]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            "The first paragraph is one long line that nobody has wrapped, and it goes on for quite some time, longer "
            "than any line that a program would leave.\nThe second follows at once.",
            ["The first", "The second"],
            id="unwrapped lines are paragraphs",
        ),
        pytest.param(
            "Rates rise for a third time\nBy Ann Poe\n3 May 2024\n\nThe bank raised its rate by a quarter point.",
            ["Rates rise", "By Ann", "3 May", "The bank"],
            id="short lines stay apart",
        ),
        pytest.param(
            "A wrapped paragraph whose lines run on to the margin at\nsixty columns or so, and its last one is short.\n"
            "Its neighbour starts on the next line, for which there was\nroom enough above, so that it is a paragraph.",
            ["A wrapped", "Its neighbour"],
            id="a line that ended early ends its paragraph",
        ),
    ],
)
def test_newlines(source: str, expected: list[str]) -> None:
    found = paragraphs(source)
    assert len(found) == len(expected)
    assert all(text.startswith(start) for text, start in zip(found, expected, strict=True))


def test_a_word_split_at_its_hyphen_is_one_word_again() -> None:
    source = "House prices in the city rose for the seventh month, a well-\nknown sign that firms were hiring again."
    assert "a well-known sign" in paragraphs(source)[0]


def test_a_suspended_hyphen_keeps_its_space() -> None:
    source = "House prices rose again in the spring, and so did the short-\nand long-term rates that banks charge."
    assert "the short- and long-term" in paragraphs(source)[0]


def test_wrapped_chinese_is_joined_without_a_space() -> None:
    line = "\u9999\u6e2f\u7d93\u6fdf\u5728\u53bb\u5e74\u7b2c\u4e09\u5b63\u7e7c\u7e8c\u589e\u9577" * 2
    assert paragraphs(f"{line}\n{line}\n{line}\u3002") == [f"{line * 3}\u3002"]
