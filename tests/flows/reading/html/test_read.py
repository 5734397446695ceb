from __future__ import annotations

from flows.extract import extract
from flows.reading.document import Document
from flows.reading.media import HTML
from flows.reading.read import read

PAGE = """<!DOCTYPE html>
<title>Fares</title>
<article>
<h1>Ferry fares</h1>
<p>Fares rose by&nbsp;4.2%,
the board&rsquo;s report said.<br>Riders were told <b>in May</b>.</p>
<ul><li>North: 12%<ul><li>of it at night</ul><li>South</ul>
<table>
<caption>Riders by line</caption>
<tr><th>Line<th>2023
<tr><td>North<td>1,200
<tr><td>South<td>
</table>
<p>The crews, who had asked for boats that do not break down, were not heard, and said so.</p>
"""


def page() -> Document:
    return read(PAGE.encode(), media_type=HTML)


def test_every_character_of_a_block_knows_where_it_stands() -> None:
    for block in page().blocks:
        for at, character in enumerate(block.passage.text):
            for start, end in block.passage.pieces(at, at + 1):
                assert PAGE[start:end] in (character, "&nbsp;", "&rsquo;") or PAGE[start:end].isspace()


def test_a_page_becomes_blocks_under_their_headings() -> None:
    found = [(block.kind, block.passage.text, block.section_path, block.parent) for block in page().blocks]
    assert found == [
        ("heading", "Ferry fares", (), None),
        (
            "paragraph",
            "Fares rose by\u00a04.2%, the board\u2019s report said.\nRiders were told in May.",
            ("Ferry fares",),
            None,
        ),
        ("list_item", "North: 12%", ("Ferry fares",), None),
        ("list_item", "of it at night", ("Ferry fares",), 2),
        ("list_item", "South", ("Ferry fares",), None),
        ("caption", "Riders by line", ("Ferry fares",), None),
        ("table", "Line\t2023\nNorth\t1,200\nSouth", ("Ferry fares",), None),
        (
            "paragraph",
            "The crews, who had asked for boats that do not break down, were not heard, and said so.",
            ("Ferry fares",),
            None,
        ),
    ]


def test_tags_and_the_head_are_hidden() -> None:
    document = page()
    hidden = "".join(document.text[start:end] for start, end in document.hidden)
    assert "<title>Fares</title>" in hidden
    assert "Ferry" not in hidden


def test_a_table_starts_at_the_line_of_its_tag_and_its_cells_where_they_stand() -> None:
    rows = extract(PAGE.encode(), media_type=HTML)
    (table,) = rows.source_tables
    lines = PAGE.splitlines()
    assert lines[table.line_start - 1] == "<table>"
    assert table.caption == "Riders by line"
    assert [lines[cell.line_start - 1] for cell in rows.cells if cell.quote] == [
        "<tr><th>Line<th>2023",
        "<tr><th>Line<th>2023",
        "<tr><td>North<td>1,200",
        "<tr><td>North<td>1,200",
        "<tr><td>South<td>",
    ]
    empty = rows.cells[-1]
    assert (empty.quote, empty.pieces, lines[empty.line_start - 1]) == ("", (), "<tr><td>South<td>")


def test_figures_of_prose_and_tables_are_read() -> None:
    rows = extract(PAGE.encode(), media_type=HTML)
    assert [(row.quote, row.value) for row in rows.quantities if row.role == "value"] == [
        ("4.2%", 4.2),
        ("12%", 12.0),
        ("1,200", 1200.0),
    ]
