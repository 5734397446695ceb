from __future__ import annotations

from warehouse.report.marks import Mark
from warehouse.report.passages import of_blocks, of_lines, segments_of
from warehouse.report.rows import PageBlock, SourceLine


def test_the_first_line_of_each_page_says_so() -> None:
    lines = [SourceLine("e", number, page, 0, "") for number, page in enumerate([1, 1, 2, 2, 3], 1)]
    assert [passage.page for passage in of_lines(lines)] == [1, None, 2, None, 3]
    assert [passage.page for passage in of_lines([SourceLine("e", 1, None, 0, "")])] == [None]


def shown(block: PageBlock, *marks: Mark) -> list[tuple[str, str]]:
    (segments,) = segments_of(list(of_blocks([block])), marks)
    return [(segment.text, segment.classes) for segment in segments]


def test_a_block_reads_as_its_quote_and_is_marked_at_its_characters() -> None:
    #        0         1         2
    #        0123456789012345678901234567890
    # source <p>R&amp;D took <b>5</b>%.<br>No
    block = PageBlock("e", 7, "R&D took 5%.\nNo", [3, 18, 23, 29], ["R&amp;D took ", "5", "%.", "No"])
    segments = shown(block, Mark(18, 19, "figure"), Mark(23, 24, "figure"), Mark(3, 10, "source"))
    assert "".join(text for text, _ in segments) == block.quote
    assert segments == [
        ("R&D", "source"),
        (" took ", ""),
        ("5", "figure"),
        ("%", "figure"),
        (".", ""),
        ("\n", ""),
        ("No", ""),
    ]


def test_white_space_is_read_once() -> None:
    assert shown(PageBlock("e", 1, "a b c", [0, 20], ["a\n   b", "c"])) == [("a b", ""), (" ", ""), ("c", "")]
