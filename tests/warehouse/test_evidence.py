from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.evidence import lines_that_differ, quotes_that_differ, reads_as, unledgered_digits, untiled_text

PLAIN, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"


@pytest.mark.parametrize(
    ("source", "quote", "media_type"),
    [
        ("42% of firms", "42% of firms", PLAIN),
        ("42% of\nfirms", "42% of firms", PLAIN),
        ("42% of\r\n  firms", "42% of firms", PLAIN),
        ("42% of\nfirms", "42% of\nfirms", PLAIN),
        ("| a |\r\n| b |", "| a |\n| b |", PLAIN),
        ("四成\n公司", "四成公司", PLAIN),
        ("R&amp;D at AT&T", "R&D at AT&T", MARKDOWN),
        ("R&amp;D", "R&amp;D", MARKDOWN),
        (r"5\* of a\|b", "5* of a|b", MARKDOWN),
        (r"`\*` and \*", r"`\*` and *", MARKDOWN),
        ("&#8364;5", "€5", MARKDOWN),
        ("north<br>south<BR />east", "north\nsouth\neast", MARKDOWN),
        ("`<br>` and a < b", "`<br>` and a < b", MARKDOWN),
        ("deposits \n<br>> no", "deposits \n> no", MARKDOWN),
        ("fares rose\n<br><br> in May", "fares rose \n\n in May", MARKDOWN),
        ("fares rose\n  <br> in May", "fares rose \n in May", MARKDOWN),
        ("six" + "<br>" * 7 + " months", "six" + "\n" * 7 + " months", MARKDOWN),
        ("share\n \x1e42%", "share  42%", PLAIN),
        ("", "", PLAIN),
    ],
)
def test_a_quote_is_the_plain_text_of_its_source(source: str, quote: str, media_type: str) -> None:
    assert reads_as([source], quote, media_type)


@pytest.mark.parametrize(
    ("source", "quote", "media_type"),
    [
        ("42% of firms", "43% of firms", PLAIN),
        ("42% of firms", "42% of firm", PLAIN),
        ("42% of firm", "42% of firms", PLAIN),
        ("42% of  firms", "42% of firms", PLAIN),
        ("R&amp;D", "R&D", PLAIN),
        (r"5\*", "5*", PLAIN),
        ("north<br>south", "north\nsouth", PLAIN),
        ("north<hr>south", "north\nsouth", MARKDOWN),
        ("of\nfirms", "of   firms", PLAIN),
        ("north<br>south", "northsouth", MARKDOWN),
        ("42%", "", PLAIN),
        ("", "42%", PLAIN),
    ],
)
def test_any_other_text_is_not(source: str, quote: str, media_type: str) -> None:
    assert not reads_as([source], quote, media_type)


@given(st.text(max_size=60), st.sampled_from([PLAIN, MARKDOWN, HTML]))
def test_every_text_reads_as_itself_and_not_as_more(text: str, media_type: str) -> None:
    assert reads_as([text], text, media_type)
    assert not reads_as([text], text + "x", media_type)
    assert not reads_as([text + "x"], text, media_type)


@pytest.mark.parametrize(
    ("pieces", "quote"),
    [
        (["R&amp;D at AT&T"], "R&D at AT&T"),
        (["5&nbsp;%", "\n  rose"], "5\u00a0% rose"),
        (["North", "south"], "North\nsouth"),
        (["12%", "8%"], "12%\t8%"),
        (["fer", "ry"], "ferry"),
        (["a &#32;\n b"], "a b"),
        (["x = 1\n  y"], "x = 1\n  y"),
        (["a", "  b"], "a\n  b"),
        (["&lt;b&gt;"], "&lt;b&gt;"),
        (["&#" + "9" * 9999 + ";&#00065;"], "\ufffdA"),
    ],
)
def test_the_pieces_of_a_page_read_as_its_quote(pieces: list[str], quote: str) -> None:
    assert reads_as(pieces, quote, HTML)


@pytest.mark.parametrize(
    ("pieces", "quote"),
    [
        (["12%", "8%"], "12%8"),
        (["12%", "8%"], "12%  8%"),
        (["12% "], "12%"),
        (["12%"], " 12%"),
        (["1 2%"], "12%"),
        (["12"], "21"),
        (["CO", "2"], "CO₂"),
        (["R&D"], "R&amp;D"),
        (["a b"], "a\tb"),
    ],
)
def test_any_other_text_is_not_the_quote_of_a_page(pieces: list[str], quote: str) -> None:
    assert not reads_as(pieces, quote, HTML)


def test_a_long_source_is_read_in_one_pass() -> None:
    for hostile in (
        "\\" * 10**5,
        "&" * 10**5,
        " " * 10**5,
        "&amp" * 25_000,
        "<br" * 25_000,
        "\n" * 10**5,
        "\n<br>" * 20_000,
    ):
        assert not reads_as([hostile], hostile[:-1] + "x", MARKDOWN)
        assert not reads_as([hostile], hostile[:-1] + "x", HTML)


TEXT = "Fares rose 3%.\nThey\nfell 12%."


def test_pieces_are_joined_in_order() -> None:
    assert list(quotes_that_differ(TEXT, PLAIN, [([(0, 6), (11, 14)], "Fares 3%.")])) == []
    found = list(quotes_that_differ(TEXT, PLAIN, [([(0, 5)], "Fare"), ([], "Fare")]))
    assert [(problem.code, problem.start, problem.shown) for problem in found] == [("quote_differs", 0, "Fare")] * 2


def test_stored_lines_are_compared() -> None:
    assert list(lines_that_differ(TEXT, [(0, 14, "Fares rose 3%."), (15, 19, "They")])) == []
    assert [found.start for found in lines_that_differ(TEXT, [(15, 19, "Then")])] == [15]


@pytest.mark.parametrize(
    ("blocks", "hidden", "codes"),
    [
        ([(0, 14), (15, 29)], [], []),
        ([(0, 14), (20, 29)], [(15, 19)], []),
        ([(0, 14), (20, 29)], [], ["text_uncovered"]),
        ([(0, 14), (15, 28)], [], ["text_uncovered"]),
        ([(0, 19), (15, 29)], [], ["text_covered_twice"]),
        ([], [], ["text_uncovered"] * 6),
    ],
)
def test_blocks_must_tile_the_visible_text(blocks: list, hidden: list, codes: list[str]) -> None:
    assert [found.code for found in untiled_text(TEXT, blocks, hidden)] == codes


@pytest.mark.parametrize(
    ("blocks", "ledger", "codes"),
    [
        ([(0, 29)], [(11, 13), (25, 28)], []),
        ([(0, 29)], [(11, 13)], ["numeral_unledgered"]),
        ([(0, 29)], [(11, 13), (25, 26)], ["numeral_unledgered"]),
        ([(0, 29)], [(6, 13), (11, 12), (25, 28)], ["numeral_ledgered_twice"]),
        ([(0, 14)], [(11, 13)], []),
    ],
)
def test_every_visible_digit_has_one_ledger_row(blocks: list, ledger: list, codes: list[str]) -> None:
    assert [found.code for found in unledgered_digits(TEXT, PLAIN, blocks, ledger)] == codes


@pytest.mark.parametrize(
    ("text", "media_type", "shown"),
    [
        ("a&#124;b and &there4;", MARKDOWN, []),
        ("a&#124;b", PLAIN, ["124"]),
        ("&#49; boat", MARKDOWN, ["49"]),
        ("&frac12 &there4; &#8211;", HTML, []),
        ("&#49 &copy2024 &b1;", HTML, ["49", "2024", "1"]),
        ("10<sup>6</sup>", HTML, ["10", "6"]),
    ],
)
def test_digits_in_the_name_of_an_entity_are_markup(text: str, media_type: str, shown: list[str]) -> None:
    assert [found.shown for found in unledgered_digits(text, media_type, [(0, len(text))], [])] == shown
