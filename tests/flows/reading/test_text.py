"""Plain text to blocks."""

from __future__ import annotations

import textwrap

import pytest

from flows.reading.document import Block
from flows.reading.media import TEXT
from flows.reading.read import read

PROSE = "The harbour authority said on Monday that traffic had grown again, and that it would add two more berths."


def blocks(source: str) -> tuple[Block, ...]:
    return read(source.encode(), media_type=TEXT).blocks


def kinds(source: str) -> list[tuple[str, str]]:
    return [(block.kind, block.passage.text) for block in blocks(source)]


def test_a_pipe_table_ends_at_the_first_line_without_a_pipe() -> None:
    table = "| Port | Share |\n|---|---|\n| North | 42% |"
    assert kinds(f"{PROSE}\n{table}\n{PROSE}") == [("paragraph", PROSE), ("table", table), ("paragraph", PROSE)]


@pytest.mark.parametrize(
    "table",
    [
        "Port | Share\n---|---\nNorth | 42%",
        "Port | Share\n-----+------\nNorth | 42%",
        "+------+-----+\n| Port | Yes |\n+------+-----+\n| East | 4   |\n+------+-----+",
        "| North | 42% |\n| South | 7% |",
    ],
)
def test_tables_of_other_makes(table: str) -> None:
    assert kinds(table) == [("table", table)]


@pytest.mark.parametrize("line", ["Home | About | Contact", "a || b", "| note", "5 | 6"])
def test_a_pipe_is_no_table(line: str) -> None:
    assert {kind for kind, _ in kinds(f"{line}\n{PROSE}")} <= {"paragraph", "heading"}


def test_numbered_sections_are_items_with_their_numbers() -> None:
    found = blocks(f"  1. Berths: {PROSE}\n  2. Cranes: {PROSE}\n\nConclusion: {PROSE}")
    assert [block.kind for block in found] == ["list_item", "list_item", "paragraph"]
    assert found[0].passage.text.startswith("1. Berths: ")
    assert found[1].content.startswith("Cranes: ")


def test_items_are_nested_by_indent_and_belong_to_their_announcement() -> None:
    found = blocks(
        "The plan has these parts:\n- berths\n  - two in the north\n- cranes that were\n  ordered last year\n"
    )
    assert [(block.kind, block.parent) for block in found] == [
        ("paragraph", None),
        ("list_item", 0),
        ("list_item", 1),
        ("list_item", 0),
    ]
    assert found[3].passage.text == "- cranes that were ordered last year"


@pytest.mark.parametrize(("width", "start"), [(72, "15."), (90, "- a")])
def test_a_wrapped_line_that_starts_like_an_item_is_none(width: int, start: str) -> None:
    prose = (
        "Traffic through the harbour grew last year for the first time since the crisis of the year - and by more "
        "than the forecast, as the new berths were opened in time for the season. The count of cranes rose to 14 or "
        "15. The authority will add two more berths next year."
    )
    wrapped = textwrap.fill(prose, width)
    assert start in [line[:3] for line in wrapped.splitlines()]
    assert kinds(wrapped) == [("paragraph", prose)]


def test_headings_and_sections() -> None:
    found = blocks(
        f"Harbour traffic grows\n\nBy Ann Poe\n\nOverview\n\n{PROSE}\n\n2.1 Berths in the north\n\n{PROSE}\n\n"
        f"Outlook\n-------\n{PROSE}\n\n# Sources\n{PROSE}"
    )
    assert [(block.passage.text, block.level) for block in found if block.kind == "heading"] == [
        ("Harbour traffic grows", 1),
        ("Overview", 2),
        ("2.1 Berths in the north", 3),
        ("Outlook", 2),
        ("Sources", 1),
    ]
    assert [block.section_path for block in found if block.passage.text == PROSE] == [
        ("Harbour traffic grows", "Overview"),
        ("Harbour traffic grows", "Overview", "2.1 Berths in the north"),
        ("Harbour traffic grows", "Outlook"),
        ("Sources",),
    ]


@pytest.mark.parametrize(
    "lines", ["Finance\nTrade\nHealth", "By Ann Poe", "3 May 2024", "12 Harbour Road,\nNorth Point", "It rained."]
)
def test_short_lines_that_are_no_headings(lines: str) -> None:
    found = kinds(f"{PROSE}\n\n{lines}\n\n{PROSE}") if "\n" not in lines else kinds(f"{PROSE}\n\n{lines}")
    assert {kind for kind, _ in found} == {"paragraph"}


def test_numbers_that_count_on_are_a_list_not_headings() -> None:
    assert {kind for kind, _ in kinds("1. Berths\n\n2. Cranes\n\n3. Ferries")} == {"list_item"}


def test_quotes_code_and_rules() -> None:
    document = read(b"> first\n> second\n>\n> third\n\n* * *\n\n```\nx = 1\n```\n", media_type=TEXT)
    assert [(block.kind, block.passage.text) for block in document.blocks] == [
        ("quote", "first"),
        ("quote", "second"),
        ("quote", "third"),
        ("code", "x = 1"),
    ]
    shown = [document.text[start:end] for start, end in document.hidden]
    assert shown == [">", ">", ">", ">", "* * *", "```", "```"]


@pytest.mark.parametrize("bound", [">99 %", ">= 3 points"])
def test_a_bound_at_the_start_of_a_wrapped_line_is_no_quote(bound: str) -> None:
    before = "The harbour's laboratory found that most samples had told"
    text = f"{before}\n{bound} in all of the runs that were made in that week."
    assert kinds(text) == [("paragraph", text.replace("\n", " "))]


def test_a_fence_that_nothing_closes_swallows_nothing() -> None:
    assert [kind for kind, _ in kinds(f"```\n{PROSE}\n\n{PROSE}")] == ["paragraph"] * 3


def test_captions() -> None:
    assert kinds("Table 2: Traffic by port\n| a | b |\n|---|---|\n| 1 | 2 |\nSource: Harbour Office")[0::2] == [
        ("caption", "Table 2: Traffic by port"),
        ("caption", "Source: Harbour Office"),
    ]


def test_a_short_line_right_above_a_table_names_the_table() -> None:
    found = blocks(f"Harbour traffic\n\n{PROSE}\n\nTraffic by port\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n{PROSE}")
    assert [block.kind for block in found] == ["heading", "paragraph", "caption", "table", "paragraph"]
    assert found[-1].section_path == ("Harbour traffic",)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_of_all_systems(newline: str) -> None:
    document = read(f"One.{newline}{newline}Two.".encode(), media_type=TEXT)
    assert [document.span(block, 0, 4, "t").line_start for block in document.blocks] == [1, 3]
