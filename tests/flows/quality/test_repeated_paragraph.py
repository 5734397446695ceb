"""A long paragraph that stands in the text twice."""

from __future__ import annotations

from flows.quality.findings import find
from flows.reading.media import TEXT
from flows.reading.read import read
from tests.support.damage import ARTICLE, fired

LONG = ARTICLE.rstrip() + " They are to be done by June.\n\n"


def test_the_second_one_is_reported_with_the_line_of_the_first() -> None:
    source = f"Ports\n\n{LONG}It was a calm day.\n\n{LONG}"
    (found,) = (found for found in find(read(source.encode(), media_type=TEXT)) if found.code == "repeated_paragraph")
    assert (found.line_start, found.actual) == (7, "the same as line 3")


def test_line_breaks_do_not_matter_and_words_do() -> None:
    wrapped = LONG.replace("the summer", "the\nsummer")
    assert len(fired(f"{LONG}It was a calm day.\n\n{wrapped}", "repeated_paragraph")) == 1
    assert not fired(LONG + LONG.replace("two", "three"), "repeated_paragraph")


def test_a_short_one_may_be_a_refrain() -> None:
    assert not fired("Call us today for a quote.\n\n" * 3, "repeated_paragraph")
