"""Findings of one document: each rule fires on the damage it is for, and on nothing like it."""

from __future__ import annotations

import pytest

from flows.quality.findings import find
from flows.reading.document import Document
from flows.reading.media import MARKDOWN, TEXT
from flows.reading.read import read
from schemas.codes import CODES

ARTICLE = (
    "The harbour authority said on Monday that traffic had grown again. It will add two more berths before the "
    "summer, one of them for ferries. The works are to cost less than was planned.\n\n"
)


def document(source: str, media_type: str = TEXT) -> Document:
    return read(source.encode(), media_type=media_type)


def fired(source: str, code: str, media_type: str = TEXT) -> list[str]:
    return [found.quote for found in find(document(source, media_type)) if found.code == code]


@pytest.mark.parametrize(
    ("ending", "quotes"),
    [
        ("The city is well placed to navigate the", ["navigate the"]),
        ("Traffic is expected to grow by a further two per cent in the year after next", ["after next"]),
        ("The new berths will be paid for by a levy that the shipping lines have call...", ["have call"]),
        ("The berths, the cranes and the ferries,", ["the ferries,"]),
        ("Traffic is expected to grow.", []),
        ("\u201cWe expect traffic to grow.\u201d", []),
        ("Traffic is expected to grow.[12]", []),
        ("Reporting by Ann Poe in Hong Kong and Bo Roe in Beijing; editing by Cy Doe", []),
        ("\u00a9 2024 Harbour News", []),
        ("More at https://example.org/a/long/path/to/the/page/of/the/report/about/the/works", []),
        ("- berths in the north of the harbour\n- cranes in the south of the harbour", []),
        ("- berths in the north of the harbour and", ["harbour and"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", []),
    ],
)
def test_truncated_end(ending: str, quotes: list[str]) -> None:
    assert [quote.rstrip(".") for quote in fired(ARTICLE + ending, "truncated_end")] == quotes


def test_a_text_that_never_ends_a_sentence_is_not_cut_short() -> None:
    assert not fired("a list of words that goes on for a while and never has an end mark", "truncated_end")


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("The plan has several parts, including:\n\n" + ARTICLE, 1),
        ("Notable examples include:\n\n" + ARTICLE, 1),
        ("The parts are as follows:", 1),
        ("The plan has three main parts:\n\nThese parts are to be built at once, and they are to cost the same.", 1),
        ("The plan has several parts, including:\n\n- berths\n- cranes", 0),
        ("The survey found several critical problems:\n| a | b |\n|---|---|\n| 1 | 2 |", 0),
        ("The plan has several parts, including:\n\nBerths in the north\n\nCranes in the south", 0),
        ("The plan has several parts, including:\n\nBerths: two in the north, to be built first of all.", 0),
        ("He put it like this:\n\n\u201cWe shall build, and we shall build here, whatever it may cost.\u201d", 0),
        ("The reason is simple:\n\n" + ARTICLE, 0),
        ("This happened for two reasons:\n\n" + ARTICLE, 0),
        ("The plan includes: berths, cranes and ferries.", 0),
    ],
)
def test_dangling_list_intro(source: str, count: int) -> None:
    assert len(fired(source, "dangling_list_intro")) == count


def test_teasers_are_found_one_by_one() -> None:
    teasers = [
        "Gardens of the North: A Guide for Visitors The oldest garden of the city was laid out by a merchant who ...",
        "How to Read a Tide Table Without Getting Wet The first thing to learn is that the sea does not wait for ...",
    ]
    assert fired(ARTICLE + "\n".join(teasers), "teaser") == teasers


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("The school (often referenced as in academic circles) has grown.", ["referenced as in"]),
        ("The outlook for digital remains good.", ["for digital remains"]),
        ("The of the plan is unclear.", ["The of"]),
        ("Firms praised their and asked for more.", ["their and"]),
        ("The outlook for digital trade remains good.", []),
        ("He was described as in good health.", []),
        ("The will of the people and the in crowd.", []),
        ("As in the past, what he dreamt of was peace.", []),
        ("The rich are few, and in general is no answer.", []),
        ("The word \u201cthe\u201d is short, and \u201cthe is\u201d is wrong.", []),
    ],
)
def test_missing_words(sentence: str, quotes: list[str]) -> None:
    assert fired(sentence, "missing_words") == quotes


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("Visit the lively \u6e2f\u53e3tour market of the old harbour.", ["\u6e2f\u53e3tour"]),
        ("Visit the lively \u6e2f\u53e3 market of the old harbour.", ["\u6e2f\u53e3"]),
        ("Visit the harbour (\u6e2f\u53e3) and its market.", []),
        ("Visit Ann Poe \u5b89 in her market in the harbour.", []),
        ("The word \u6e2f\u53e3 means harbour in the language.", []),
        ("The sign said \u201c\u6e2f\u53e3\u201d in the old harbour.", []),
        ("\u6e2f\u53e3\u7684\u5e02\u5834\u5728 old town \u7684\u4e2d\u5fc3\u3002", []),
    ],
)
def test_injected_token(sentence: str, quotes: list[str]) -> None:
    assert fired(sentence, "injected_token") == quotes


@pytest.mark.parametrize(
    ("sentence", "quotes", "expected"),
    [
        ("In today s harbour ships wait.", ["today s harbour"], ["today's harbour"]),
        ("Let s peek at what we ve seen.", ["Let s peek", "we ve seen"], ["Let's peek", "we've seen"]),
        ("They don t know.", ["don t know"], ["don't know"]),
        ("The letter s is common, and the s sound too.", [], []),
        ("It took 10 s to load.", [], []),
        ("Today's harbour.", [], []),
    ],
)
def test_lost_apostrophe(sentence: str, quotes: list[str], expected: list[str]) -> None:
    found = [finding for finding in find(document(sentence)) if finding.code == "lost_apostrophe"]
    assert [finding.quote for finding in found] == quotes
    assert [finding.expected for finding in found] == expected


def test_replaced_characters() -> None:
    found = find(read(b"Prices \xff rose \xfe again.", media_type=TEXT))
    assert [(finding.code, finding.actual) for finding in found] == [("replaced_characters", "2")]


def test_prose_in_a_table() -> None:
    table = "| Port | Share |\n|---|---|\n| North | 42% |\n"
    prose = "The share of the north has grown by a third since then."
    assert fired(table + prose, "prose_in_table", MARKDOWN) == [prose]
    assert not fired(f"{table}\n{prose}", "prose_in_table", MARKDOWN)
    assert not fired(f"{table}South", "prose_in_table", MARKDOWN)


@pytest.mark.parametrize("source", ["", " \n\t\r\n", "\ufeff"])
def test_an_empty_document(source: str) -> None:
    (finding,) = find(document(source))
    assert (finding.code, finding.pieces, finding.quote, finding.line_start) == ("empty_document", (), "", 1)


def test_findings_are_numbered_in_reading_order_and_known() -> None:
    found = find(document("In today s harbour, the of it.\n\nThe plan includes:\n\n" + ARTICLE + "It ends with the"))
    assert [finding.finding_no for finding in found] == list(range(len(found)))
    assert [finding.char_start for finding in found] == sorted(finding.char_start for finding in found)
    assert {finding.code for finding in found} <= CODES.keys()
    assert all(finding.severity == CODES[finding.code].severity for finding in found)


@pytest.mark.parametrize(
    "source",
    ["the " * 200_000, "a s " * 100_000, "\u6e2f " * 100_000, "including: " * 50_000, "of digital " * 80_000],
    ids=["the", "s", "han", "including", "adjectives"],
)
def test_hostile_text_takes_no_more_than_its_length(source: str) -> None:
    find(document("x " + source))
