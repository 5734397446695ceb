"""Hyphens at the ends of lines."""

from __future__ import annotations

import pytest

from flows.reading.pdf.hyphens import Hyphens

CASES = [
    ("an exam-", "ple of", "an example of"),
    ("a long-", "term plan", "a long-term plan"),
    ("the COVID-", "19 fund", "the COVID- 19 fund"),
    ("the Anglo-", "Irish treaty", "the Anglo-Irish treaty"),
    ("short-", "and long-term", "short- and long-term"),
    ("a well-in-", "formed board", "a well-informed board"),
    ("the end", "of it", "the end of it"),
    ("\u9999\u6e2f", "\u6e2f\u53e3", "\u9999\u6e2f\u6e2f\u53e3"),
]


@pytest.mark.parametrize(("line", "following", "read"), CASES)
def test_a_cut_word_is_joined(line: str, following: str, read: str) -> None:
    dropped, joint = Hyphens([]).glue(line, following)
    assert line[: len(line) - dropped] + joint + following == read


def test_the_documents_other_words_decide() -> None:
    assert Hyphens(["the coop owns"]).glue("the co-", "op owns") == (1, "")
    assert Hyphens(["the co-op owns"]).glue("the co-", "op owns") == (0, "")
    assert Hyphens(["a fact-based rule"]).glue("a rights-", "based rule") == (0, "")
