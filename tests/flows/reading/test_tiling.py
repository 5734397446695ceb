"""Promise 2: blocks, hidden stretches and white space tile the source text, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flows.reading.decoding import Unreadable
from flows.reading.document import Document
from flows.reading.folding import fold
from flows.reading.media import MARKDOWN, TEXT
from flows.reading.read import read

FRAGMENTS = st.sampled_from(
    [
        *(
            "word",
            "42%",
            "Prices rose.",
            "a\u00a0b",
            "\u9999\u6e2f",
            "\ufeff",
            "\u2028",
            "\x0c",
            "\x85",
            " ",
            "  ",
            "\t",
        ),
        *("\n", "\r", "\r\n", "\n\n", "  \n", "\\\n", ": ", "...", "\u2026"),
        *("# ", "## x ##", "---", "===", "***", "> ", ">", "- ", "* ", "1. ", "2) ", "    ", "```", "~~~", "``` py\n"),
        *("|", " | ", "|---|", "|---|---|\n", "| a | b |\n", r"\|", "+---+", "a | b\n"),
        *("*", "**", "_", "`", "``", "[", "]", "](", ")", "!", "[a](b)", "[a]: /u\n", "![x](y)", "<b>", "</b>", "<br>"),
        *("<!--", "-->", "<div>\n", "&amp;", "&#124;", "&lt", "\\", "\\*", "<http://a.b>", "---\ntitle: x\n---\n"),
    ]
)
SOURCES = st.one_of(st.lists(FRAGMENTS, max_size=40).map("".join), st.text(max_size=200))


def tiles(document: Document) -> None:
    pieces = [piece for block in document.blocks for piece in block.passage.pieces(0, len(block.passage.text))]
    assert pieces == sorted(pieces), "blocks stand in reading order"
    at = 0
    for start, end in sorted([*pieces, *document.hidden]):
        assert start < end
        assert start >= at, "no character belongs to two pieces"
        assert not document.text[at:start].strip(), "only white space lies between"
        at = end
    assert not document.text[at:].strip()


def quotes_are_the_text(document: Document) -> None:
    for block in document.blocks:
        text = block.passage.text
        assert text
        assert text == text.strip()
        for run in block.passage.runs:
            shown, stands = text[run.start : run.end], document.text[run.source_start : run.source_end]
            assert fold(shown) == fold(stands) or stands.isspace() or stands[0] in "&<"


@given(SOURCES, st.sampled_from([TEXT, MARKDOWN]))
@example("---\ntitle: x\n---\n\nText.", MARKDOWN)
@example("- - a\n  |b|c|\n  |-|-|\n  |`|`|", MARKDOWN)
@example("*a\n*\tb", MARKDOWN)
def test_blocks_and_hidden_text_tile_the_source(source: str, media_type: str) -> None:
    try:
        document = read(source.encode("utf-8", "surrogatepass"), media_type=media_type)
    except Unreadable:
        return
    tiles(document)
    quotes_are_the_text(document)


HOSTILE = {
    "nested quotes": "> " * 2000 + "deep 7",
    "nested lists": "- " * 2000 + "deep 7",
    "deepening list": "\n".join(" " * depth + "- item" for depth in range(400)),
    "unclosed fence": "text\n\n```\n" + "line 5\n" * 1000,
    "many fences": "".join("`" * (3 + count % 50) + " x\n" for count in range(2000)),
    "brackets": "[" * 50_000,
    "images": "![" * 30_000,
    "stars": "*a **b " * 10_000,
    "entities": "&amp;" * 20_000,
    "tags": "<a " * 20_000,
    "pipes": "|" * 50_000 + "\n" + "|-" * 50_000 + "|",
    "rows": "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 5_000,
    "soft breaks": "a\n" * 20_000,
    "definitions": "".join(f"[a{count}]: /u\n" for count in range(3_000)),
    "ellipses": "Something that reads like an opening of another article and then stops...\n" * 3_000,
    "colons": "Items:\n- a\n\n" * 3_000,
    "markers": "1. " * 30_000,
    "dates": "1 May, " * 20_000 + "x",
    "comments": "<!-- " * 20_000,
}


@pytest.mark.parametrize("media_type", [TEXT, MARKDOWN])
@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_input_is_read_whole(source: str, media_type: str) -> None:
    tiles(read(source.encode(), media_type=media_type))


@pytest.mark.parametrize("media_type", [TEXT, MARKDOWN])
def test_ten_megabytes_of_one_line_are_one_block(media_type: str) -> None:
    source = b"Prices rose by 5% and *fell* again. " * 280_000
    document = read(source, media_type=media_type)
    assert len(document.blocks) == 1
    tiles(document)
