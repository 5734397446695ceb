"""Announced lists that are missing: whatever announces them, and only where nothing that follows is a list."""

from __future__ import annotations

import pytest

from flows.reading.media import MARKDOWN
from tests.support.damage import ARTICLE, fired

ANNOUNCEMENTS = """
The plan has several parts, including:
Notable examples include:
The parts are as follows:
The council has set out the following priorities for next year:
The scheme rests on four pillars:
Residents may choose from three options:
The company sells through a number of channels, such as:
The fund has so far paid for:
Among the firms that have signed up are:
The report makes five recommendations to ministers:
Members voted on six motions, namely:
The exhibits come from museums in:
The award went to three researchers, listed below:
To qualify, a household must meet all of these criteria:
The service breaks even, provided that three conditions are met:
Three questions remain open, among them:
Two issues remain to be solved before the works can begin:
The auditors found various shortcomings in the accounts, for example:
The ministry plans to:
The prize money is split between:
Among the ideas now on the table:
The chart below, drawn from 20 years of records, shows the trend:
These are the changes that drivers will notice first:
""".strip().splitlines()
LISTS = {
    "marks": "- roads\n- parks",
    "numbers": "1. Roads come first.\n2. Parks come next.",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "lost marks": "Roads and bridges\n\nParks",
    "labels": "Roads. They come first, since they are in the worst state of all that the council has to look after.",
    "colons": "Roads: two of them in the north, to be built first of all.",
    "orders": "Build the roads before the parks and leave the bridges to the next council.\n\nPlant trees.",
}
PROSE = "These parts are to be built at once. The harbour authority said that they would cost the same as before.\n\n"


@pytest.mark.parametrize("announcement", ANNOUNCEMENTS)
def test_an_announced_list_is_missed(announcement: str) -> None:
    quote = [announcement]
    assert fired(f"{ARTICLE}{announcement}\n\n{ARTICLE}", "dangling_list_intro") == quote
    assert fired(f"{ARTICLE}{announcement}\n\n{PROSE}", "dangling_list_intro") == quote
    assert fired(f"{ARTICLE}{announcement}", "dangling_list_intro") == quote


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS.keys())
@pytest.mark.parametrize("announcement", ANNOUNCEMENTS[::4])
def test_a_list_answers(announcement: str, listed: str) -> None:
    assert not fired(f"{ARTICLE}{announcement}\n\n{listed}\n\n{ARTICLE}", "dangling_list_intro")


@pytest.mark.parametrize(
    "source",
    [
        "He put it like this:\n\n\u201cWe shall build, and we shall build here, whatever it may cost.\u201d",
        "The reason is simple:\n\n" + ARTICLE,
        "The trouble is this:\n\n" + ARTICLE,
        "This happened for two reasons:\n\n" + ARTICLE,
        "The plan includes: berths, cranes and ferries.",
        "The survey found several critical problems:\n| a | b |\n|---|---|\n| 1 | 2 |",
    ],
)
def test_a_colon_may_announce_other_things(source: str) -> None:
    assert not fired(source, "dangling_list_intro")


def test_an_answer_to_the_next_announcement_is_none_to_this_one() -> None:
    source = (
        f"The firms are:\n\nNone of this is new. The survey put it so:\n| a | b |\n|---|---|\n| 1 | 2 |\n\n{ARTICLE}"
    )
    assert fired(source, "dangling_list_intro") == ["The firms are:"]


def test_sections_below_answer_and_the_next_section_does_not() -> None:
    announced = "# Plan\n\n## Parts\n\nThe plan has three parts:\n\n"
    assert not fired(f"{announced}### Roads\n\n{ARTICLE}", "dangling_list_intro", MARKDOWN)
    assert fired(f"{announced}## Costs\n\n{ARTICLE}", "dangling_list_intro", MARKDOWN) == ["The plan has three parts:"]


def test_the_label_of_the_next_section_is_no_item() -> None:
    section = "Returns: The council wants more. Notable requests include:"
    following = "Conclusion: Whether or not the crowds last, the town has changed, and so has the harbour authority."
    assert fired(f"{ARTICLE}{section}\n\n{following}", "dangling_list_intro") == ["Notable requests include:"]
