"""What holds of every page: each word in one cell, the grid full, the same tables whatever the order of the words."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.pdf.page import Edges, Page, Rule, TableLayout
from flows.tables.pdf.find import MOST_WORDS, find_tables
from flows.tables.pdf.lines import room
from tests.support.layouts import drawn, word

TEXTS = st.sampled_from(["12", "1,310", "-", "$", "2009", "oats", "a long label", "(in tons)", "....", "Total", "7%"])
PLACES = st.tuples(st.integers(0, 12), st.integers(0, 20))


@st.composite
def columns(draw: st.DrawFn) -> Page:
    """A table in columns with some cells left empty, between other lines."""
    count = draw(st.integers(2, 5))
    cell = st.sampled_from(["12", "1,310", "88.5", "", "-", "7%"])
    body = draw(st.lists(st.lists(cell, min_size=count, max_size=count), min_size=2, max_size=9))
    lines = [["Harbour", *draw(st.permutations(["2008", "Boats", "Tons", "%", "All"]))[:count]]]
    lines += [[draw(st.sampled_from(["Mull", "Eel Bay", "The others"])), *row] for row in body]
    lines.insert(draw(st.integers(0, len(lines))), [draw(st.sampled_from(["", "Note: in tons", "Table 2. Boats"]))])
    words = [
        word(text, 60 + 80 * column + 24 * at, 60 + 12 * row)
        for row, texts in enumerate(lines)
        for column, cell_text in enumerate(texts)
        for at, text in enumerate(cell_text.split())
    ]
    across = draw(st.sets(st.integers(0, len(lines)), max_size=4))
    rules = [Rule(Edges(58, y, 58 + 80 * (count + 1), y), True) for y in (51.0 + 12 * row for row in sorted(across))]
    return Page(1, 600.0, 800.0, tuple(words), tuple(rules))


@st.composite
def scattered(draw: st.DrawFn) -> Page:
    """Texts at the stops of a tabulator, and lines across and down between them."""
    placed = draw(st.dictionaries(PLACES, TEXTS, max_size=80))
    stretch = draw(st.sampled_from([40, 25]))
    words = [
        word(text, 60 + column * stretch + at * 24, 60 + row * 12)
        for (column, row), texts in placed.items()
        for at, text in enumerate(texts.split())
    ]
    rules = [
        Rule(
            Edges(58 + stretch * x, 50 + 12 * y, 58 + stretch * (x if down else x + size), 50 + 12 * (y + size * down)),
            not down,
        )
        for x, y, size, down in draw(
            st.lists(st.tuples(st.integers(0, 8), st.integers(0, 15), st.integers(1, 12), st.booleans()), max_size=25)
        )
    ]
    return Page(1, 600.0, 800.0, tuple(words), tuple(rules))


def pages() -> st.SearchStrategy[Page]:
    return st.one_of(columns(), scattered())


def slots(table: TableLayout) -> list[tuple[int, int]]:
    return [
        (row, column)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]


def is_inside(middle: tuple[float, float], edges: Edges) -> bool:
    return edges.left < middle[0] < edges.right and edges.top < middle[1] < edges.bottom


@given(pages())
def test_every_word_inside_a_table_is_in_one_cell(page: Page) -> None:
    for table in find_tables(page):
        held = [id(word) for cell in table.cells for word in cell.words]
        inside = [id(word) for word in page.words if is_inside(room(word).centre, table.edges)]
        assert len(held) == len(set(held))
        assert set(inside) <= set(held)


@given(pages())
def test_cells_cover_the_grid_once(page: Page) -> None:
    for table in find_tables(page):
        covered = slots(table)
        height, width = max(row for row, _ in covered) + 1, max(column for _, column in covered) + 1
        assert sorted(covered) == [(row, column) for row in range(height) for column in range(width)]
        assert 0 <= table.header_rows < height
        assert height > 1
        assert width > 1


@given(pages())
def test_no_word_is_in_two_tables(page: Page) -> None:
    held = [id(word) for table in find_tables(page) for cell in table.cells for word in cell.words]
    assert len(held) == len(set(held))


@given(pages(), st.randoms(use_true_random=False))
def test_the_order_of_words_and_lines_does_not_matter(page: Page, random: Random) -> None:
    words, rules = list(page.words), list(page.rules)
    random.shuffle(words)
    random.shuffle(rules)
    assert find_tables(replace(page, words=tuple(words), rules=tuple(rules))) == find_tables(page)


def test_a_page_without_words_has_no_tables() -> None:
    assert not find_tables(Page(1, 600.0, 800.0, (), ()))


def test_a_size_in_other_units_does_not_matter() -> None:
    page = drawn("""
Harbour         2018      2019
Northhaven     1,204     1,310
Sandwick          88        79
""")
    half = [
        word._replace(edges=Edges(*(side / 2 for side in word.edges)), size=word.size / 2, baseline=word.baseline / 2)
        for word in page.words
    ]
    texts = [
        [[word.text for word in cell.words] for table in find_tables(page) for cell in table.cells]
        for page in (page, replace(page, words=tuple(half)))
    ]
    assert texts[0] == texts[1] != []


def hostile() -> list[tuple[str, Page]]:
    random = Random(7)
    scattered = tuple(word("12", random.uniform(0, 600), random.uniform(0, 800)) for _ in range(3_000))
    stacked = tuple(word("12", 60 + 200 * (at % 2), 60 + 12 * (at // 2)) for at in range(3_000))
    nested = tuple(
        Rule(edges, edges.width > edges.height)
        for at in range(200)
        for near, far in [(at, 800 - at)]
        for edges in (
            Edges(near, near, far, near),
            Edges(near, far, far, far),
            Edges(near, near, near, far),
            Edges(far, near, far, far),
        )
    )
    hatched = tuple(
        Rule(Edges(x, y, x + 40 * (at % 2), y + 40 * (1 - at % 2)), at % 2 == 1)
        for at in range(10_000)
        for x, y in [(random.uniform(0, 600), random.uniform(0, 800))]
    )
    return [
        ("scattered words", Page(1, 600.0, 800.0, scattered, ())),
        ("a page of lines", Page(1, 600.0, 18_000.0, stacked, ())),
        ("boxes in boxes", Page(1, 800.0, 800.0, scattered, nested)),
        ("hatching", Page(1, 600.0, 800.0, scattered, hatched)),
        ("too many words", Page(1, 600.0, 800.0, scattered[:1] * (MOST_WORDS + 1), ())),
    ]


@pytest.mark.parametrize("page", [pytest.param(page, id=name) for name, page in hostile()])
def test_hostile_pages_end(page: Page) -> None:
    start = process_time()
    find_tables(page)
    assert process_time() - start < 10
