"""The same version of the parser reads the same rows from the same bytes."""

from __future__ import annotations

import pytest

from schemas.versions import PARSER_VERSION
from tests.flows.parser_version import RAW, digest, pinned, sample_articles

HOW = "`python tests/flows/parser_version.py --pin`"


def test_the_pinned_rows_are_those_of_this_version() -> None:
    assert pinned()["parser_version"] == PARSER_VERSION, f"PARSER_VERSION has moved: run {HOW}"


@pytest.mark.parametrize("name", pinned()["articles"])
def test_what_is_read_changes_only_with_the_version(name: str) -> None:
    changed = f"other rows are read from {name}: move PARSER_VERSION in schemas/versions.py and run {HOW}"
    assert digest(RAW / name) == pinned()["articles"][name], changed


def test_every_sample_article_is_pinned() -> None:
    assert [path.name for path in sample_articles()] == list(pinned()["articles"]), f"run {HOW}"
