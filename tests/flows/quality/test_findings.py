"""Findings of one document: each rule fires on the damage it is for, and on nothing like it."""

from __future__ import annotations

import pytest

from flows.quality.findings import find
from flows.reading.document import Document
from flows.reading.media import MARKDOWN, TEXT
from flows.reading.read import read
from schemas.codes import CODES
from tests.support.damage import ARTICLE, fired


def document(source: str, media_type: str = TEXT) -> Document:
    return read(source.encode(), media_type=media_type)


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("Visit the lively \u6e2f\u53e3tour market of the old harbour.", ["\u6e2f\u53e3tour"]),
        ("Visit the lively \u6e2f\u53e3 market of the old harbour.", ["\u6e2f\u53e3"]),
        ("The \u6e2f\u53e3 market of the old harbour is open.", ["\u6e2f\u53e3"]),
        (
            "Visit the lively \u0440\u044b\u043d\u043e\u043a market of the old harbour.",
            ["\u0440\u044b\u043d\u043e\u043a"],
        ),
        ("The town is old. \u6e2f\u53e3 Ships come and go.", ["\u6e2f\u53e3"]),
        ("The town is old. \u6e2f\u53e3 is its name.", []),
        ("The decay of \u03b1 particles is slow.", []),
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
        ("The island s 2,600 residents wait.", ["island s 2,600"], ["island's 2,600"]),
        ("In today?s harbour ships wait.", ["today?s harbour"], ["today's harbour"]),
        ("The womens team doesnt play.", ["womens", "doesnt"], ["women's", "doesn't"]),
        ("Its not the wind. Its been a slow year.", ["Its not the", "Its been"], ["It's not the", "It's been"]),
        ("Its not inconsiderable harbour is its own, as its a-list is.", [], []),
        ("The county s fishermen's guild waits.", ["county s fishermen"], ["county's fishermen"]),
        ("Its not certain. Its not entirely convincing plot fails.", ["Its not certain"], ["It's not certain"]),
        ("He can cant the beam, as is his wont.", [], []),
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
