"""The rows of lines and blocks."""

from __future__ import annotations

from flows.reading.media import MARKDOWN, TEXT
from flows.reading.read import read
from flows.reading.rows import block_rows, line_rows


def test_lines_are_the_text_without_its_newlines() -> None:
    rows = line_rows(read(b"one\r\n\r\ntwo\rthree\n", media_type=TEXT))
    assert [(row.line_no, row.char_start, row.text) for row in rows] == [
        (1, 0, "one"),
        (2, 5, ""),
        (3, 7, "two"),
        (4, 11, "three"),
        (5, 17, ""),
    ]


def test_blocks_quote_their_pieces() -> None:
    document = read(b"# Ports\n\nTraffic **grew**.\n\n- north\n", media_type=MARKDOWN)
    rows = block_rows(document)
    assert [(row.kind, row.quote, row.level, row.section_path) for row in rows] == [
        ("heading", "Ports", 1, ()),
        ("paragraph", "Traffic grew.", None, ("Ports",)),
        ("list_item", "- north", None, ("Ports",)),
    ]
    for row in rows:
        assert row.quote == "".join(document.text[start:end] for start, end in row.pieces)
