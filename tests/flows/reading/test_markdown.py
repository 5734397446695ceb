"""Markdown to blocks: what is visible, and where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from flows.reading.document import Document
from flows.reading.media import MARKDOWN
from flows.reading.read import read


def document(source: str) -> Document:
    return read(source.encode(), media_type=MARKDOWN)


def kinds(source: str) -> list[tuple[str, str]]:
    return [(block.kind, block.passage.text) for block in document(source).blocks]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Growth of **42%** and *more*", "Growth of 42% and more"),
        ("***both*** and __x__ _y_", "both and x y"),
        ("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c"),
        ("**unclosed", "**unclosed"),
        ("**a*", "*a"),
        ("a `code  x` and `` ` ``", "a code  x and `"),
        (r"5 \* 3 and \q", r"5 * 3 and \q"),
        ("R&amp;D &#43; &nbsp;x &nope;", "R&D + \u00a0x &nope;"),
        ('see [the *report*](http://a.b/2024 "page 7") now', "see the report now"),
        ("[a](<b c> (t)) [d](e)f", "a df"),
        ("[ref][one] [one] [other]\n\n[one]: /u '2024'", "ref one [other]"),
        ("![chart 5](c.png) shows", "shows"),
        ("[![icon](i.png) Home](/)", "Home"),
        ("<http://a.b/c> and <em>tags</em> <!-- 7 -->", "http://a.b/c and tags"),
        ("one<br>two", "one\ntwo"),
        ("soft\nbreak\\\nand  \nhard", "soft break and hard"),
        ("**bold**\n*next*", "bold next"),
        ("`a\nb`", "a b"),
        ("tab\tinside", "tab\tinside"),
    ],
)
def test_inline_markup_is_hidden(source: str, shown: str) -> None:
    assert kinds(source) == [("paragraph", shown)]


def test_pieces_leave_markup_out() -> None:
    found = document("It grew by **4*2*%** in [2023](/x).")
    block = found.blocks[0]
    at = block.passage.text.index("42%")
    assert [found.text[start:end] for start, end in block.passage.pieces(at, at + 3)] == ["4", "2", "%"]


def test_an_entity_is_read_whole() -> None:
    found = document("R&amp;D")
    assert found.span(found.blocks[0], 1, 2, "t").pieces == ((1, 6),)


def test_blocks_of_every_kind() -> None:
    source = """# Harbour *traffic*

Overview
========

Table 1: Traffic

1. first
   goes on
   - nested

   > quoted

2. second

> a quote
> goes on

```sh
ls  -l
```

    indented

<div>shown <b>7</b></div>

***
"""
    assert [(block.kind, block.passage.text, block.parent) for block in document(source).blocks] == [
        ("heading", "Harbour traffic", None),
        ("heading", "Overview", None),
        ("caption", "Table 1: Traffic", None),
        ("list_item", "1. first goes on", None),
        ("list_item", "- nested", 3),
        ("quote", "quoted", 3),
        ("list_item", "2. second", None),
        ("quote", "a quote goes on", None),
        ("code", "ls  -l", None),
        ("code", "indented", None),
        ("paragraph", "shown 7", None),
    ]


def test_a_list_marker_is_part_of_its_item() -> None:
    block = document("10) **Berths**: two").blocks[0]
    assert (block.passage.text, block.content) == ("10) Berths: two", "Berths: two")


def test_text_deeper_than_the_parser_goes_is_not_lost() -> None:
    assert "deep 42%" in document("> " * 60 + "deep 42%").blocks[-1].passage.text


def test_a_table_shows_its_pipes_and_no_markup() -> None:
    source = "| **Port** | [Share](/s) |\n|---|--:|\n| `N` | 42% | behind the last column |\n| a\\|b |"
    assert kinds(source) == [("table", "| Port | Share |\n|---|--:|\n| N | 42% |\n| a|b |")]


def test_a_table_in_a_quote_in_a_list() -> None:
    assert kinds("- > | a | b |\n  > |---|---|\n  > | 1 | 2 |") == [("table", "| a | b |\n|---|---|\n| 1 | 2 |")]


def test_front_matter() -> None:
    found = document(
        "---\ntitle: Harbour traffic\nauthors:\n  - Ann Poe\n  - name: Bo Roe\ndate: 2024-05-03T08:00:00+08:00\n"
        "lastmod: '2024-05-04'\nlang: en\nurl: https://example.org/a\n---\nText.\n"
    )
    metadata = found.metadata
    assert (metadata.title, metadata.author) == ("Harbour traffic", "Ann Poe, Bo Roe")
    assert (metadata.published, metadata.modified) == (date(2024, 5, 3), date(2024, 5, 4))
    assert (metadata.language, metadata.url) == ("en", "https://example.org/a")
    assert [block.passage.text for block in found.blocks] == ["Text."]
    assert found.span(found.blocks[0], 0, 4, "t").line_start == 11


@pytest.mark.parametrize("source", ["---\n- a\n- b\n---\nText.", "---\n: [\n---\nText.", "---\n\nText.\n", "Text."])
def test_what_is_no_front_matter(source: str) -> None:
    found = document(source)
    assert found.metadata.author is None
    assert found.blocks[-1].passage.text == "Text."


def test_the_title_is_the_heading_at_the_top() -> None:
    assert document("# Harbour\n\nText.").metadata.title == "Harbour"
    assert document("Text.\n\n# Harbour").metadata.title is None
