from __future__ import annotations

from datetime import date, datetime

import pytest

from warehouse.report.wording import clip, day, moment, number, percent, plural, words


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.0, "0"),
        (42.0, "42"),
        (1500.0, "1,500"),
        (-0.5, "-0.5"),
        (1 / 3, "0.3333"),
        (1e10, "10 billion"),
        (34_600_000.0, "34.6 million"),
        (1_234_567.0, "1,234,567"),
        (-2e6, "-2 million"),
        (999_999.0, "999,999"),
        (3.2e12, "3.2 trillion"),
        (1e300, "1e+300"),
        (2.5e-7, "2.5e-07"),
    ],
)
def test_numbers_are_written_as_people_write_them(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("short", "short"),
        ("two\n lines", "two lines"),
        ("exactly ten", "exactly t…"),
        ("   " * 20 + "far away", "…"),
        ("", ""),
    ],
)
def test_texts_are_clipped_to_one_line(text: str, shown: str) -> None:
    assert clip(text, 10) == shown


def test_a_share_is_whole_only_when_all_of_it_is_there() -> None:
    assert [percent(999, 1000), percent(1000, 1000), percent(0, 5), percent(0, 0)] == ["99%", "100%", "0%", "–"]


def test_counts_days_and_terms() -> None:
    assert [plural(1, "claim"), plural(1200, "claim"), plural(0, "claim")] == ["1 claim", "1,200 claims", "0 claims"]
    assert day(date(2024, 3, 5)) == "5 March 2024"
    assert moment(datetime(2024, 3, 5, 7, 4)) == "5 March 2024, 07:04 UTC"  # noqa: DTZ001 - the ledger's own kind
    assert [words("list_marker"), words(None)] == ["list marker", ""]
