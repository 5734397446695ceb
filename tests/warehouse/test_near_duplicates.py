"""Articles whose text is nearly the same: found in any order and form, and no confirmation of one another."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from schemas.rows import Extraction
from tests.support.articles import made_by_hand, with_row
from tests.support.pages import page_of
from tests.support.warehouses import run_once
from warehouse.parameters import bind
from warehouse.reader import open_reader, run, saved_query

WORDS = "harbour ferry council budget winter record station engine voters market school bridge garden letter".split()


def prose(seed: object, paragraphs: int = 8) -> list[str]:
    """Paragraphs of two sentences each; no two seeds share a sentence."""
    chance = random.Random(str(seed))
    sentences = [" ".join(chance.choices(WORDS, k=9)).capitalize() + f" to {seed}." for _ in range(2 * paragraphs)]
    return [" ".join(pair) for pair in zip(sentences[::2], sentences[1::2], strict=True)]


def text(paragraphs: Iterable[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


STORY = prose("story")
CURLY = [f"The mayor’s words were “{paragraph}”" for paragraph in prose("mayor")]
PLAIN = [f'The mayor\'s words  were\u00a0"{paragraph}"' for paragraph in prose("mayor")]
CHINESE = "".join(f"第{number}項調查顯示大部分受訪企業已經採用新的系統。" for number in range(12))

PAIRS = {
    "edited": (prose("a"), [*prose("a")[:3], prose("a1")[3], *prose("a")[4:]], "same_text"),
    "added to": (prose("b"), [*prose("b"), prose("b1")[0]], "same_text"),
    "reordered": (prose("c"), prose("c")[::-1], "same_text"),
    "in capitals": (prose("d"), [paragraph.upper() for paragraph in prose("d")], "same_text"),
    "without paragraphs": (prose("e"), [" ".join(prose("e"))], "same_text"),
    "other signs": (CURLY, PLAIN, "same_text"),
    "Chinese": ([CHINESE], [CHINESE + "完。"], "same_text"),
    "excerpt": (prose("f"), prose("f")[:4], "contained"),
    "digest": (prose("g"), [*prose("g"), *prose("g1", 12)], "contained"),
    "half of it": (prose("h"), [*prose("h")[:5], *prose("h1", 3)], "overlapping"),
    "quoted": (prose("i"), [*prose("i")[:2], *prose("i1", 6)], None),
    "unrelated": (prose("j"), prose("j1"), None),
}
"""Two texts and how they are alike; no pair shares anything with another."""


def found(folder: Path, files: dict[str, str]) -> dict[frozenset[str], tuple[Any, ...]]:
    """The pairs that a warehouse of these files finds: kind, shares of the shorter and the longer text."""
    run_once(folder / "w.duckdb", files)
    with open_reader(folder / "w.duckdb") as connection:
        rows = run(connection, saved_query("near_duplicates").sql).rows
    return {frozenset(row[:2]): row[2:5] for row in rows}


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[frozenset[str], tuple[Any, ...]]:
    sides = {f"{name} {side}": text(pair[side]) for name, pair in PAIRS.items() for side in (0, 1)}
    return found(tmp_path_factory.mktemp("pairs"), sides)


@pytest.mark.parametrize("name", PAIRS)
def test_how_two_articles_are_alike(pairs: dict[frozenset[str], tuple[Any, ...]], name: str) -> None:
    told = {tuple(sorted(pair)): kind for pair, (kind, *_) in pairs.items() if any(name in side for side in pair)}
    expected = PAIRS[name][2]
    assert told == ({(f"{name} 0", f"{name} 1"): expected} if expected else {})


def test_the_shares_are_those_of_the_shorter_and_the_longer_text(pairs: dict[frozenset[str], tuple[Any, ...]]) -> None:
    assert pairs[frozenset(["excerpt 0", "excerpt 1"])] == ("contained", 1.0, pytest.approx(0.5, abs=0.05))


def test_each_copy_stands_beside_the_smallest_whatever_the_order(tmp_path: Path) -> None:
    files = {f"{number}.txt": text([*STORY, f"Edition {number}."]) for number in range(5)}
    smallest = min(files, key=lambda name: made_by_hand(files[name]).document_id)
    (tmp_path / "turned").mkdir()
    told = found(tmp_path, files)
    assert set(told) == {frozenset([name, smallest]) for name in files if name != smallest}
    assert found(tmp_path / "turned", dict(reversed(files.items()))) == told


def test_what_stands_everywhere_is_furniture_until_it_went(tmp_path: Path) -> None:
    files = {f"{number:02}.txt": text([*prose(number, 1), *prose("notice", 3)]) for number in range(21)}
    assert found(tmp_path, files) == {}
    some = dict(list(files.items())[:3])
    assert {kind for kind, *_ in found(tmp_path, some).values()} == {"overlapping"}


def measured(story: str, day: int) -> Extraction:
    """A story whose first figure is about the same thing as that of the others."""
    article = made_by_hand(story, published=date(2024, 1, day))
    period = {"period_start": date(2023, 1, 1), "period_end": date(2024, 1, 1)}
    return with_row(article, "claims", 0, measure="delays", comparable_key="delays|city", **period)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story, its corrected edition, and another story about the same thing."""
    published = tmp_path_factory.mktemp("copies") / "w.duckdb"
    stories = {
        "first.txt": text(["Delays fell by 12% in the city.", *STORY]),
        "corrected.txt": text(["Delays fell by 14% in the city.", *STORY]),
        "rival.txt": text(["Delays fell by 30% in the city.", *prose("rival")]),
    }
    run_once(published, stories, batches=[[measured(story, day) for day, story in enumerate(stories.values(), 1)]])
    return published


def test_a_conflict_between_editions_of_one_text_is_told_as_one(copies: Path) -> None:
    with open_reader(copies) as connection:
        sql = saved_query("conflicts").sql.rstrip().removesuffix(";")
        rows = run(connection, f"SELECT low_figure, high_figure, same_copy FROM ({sql}\n) ORDER BY ALL").rows
    assert rows == [
        ("12 percent", "14 percent", True),
        ("12 percent", "30 percent", False),
        ("14 percent", "30 percent", False),
    ]


def test_a_copy_is_named_beside_what_it_repeats(copies: Path) -> None:
    query = saved_query("measure_across_articles")
    with open_reader(copies) as connection:
        rows = run(connection, query.sql, bind(query, {})).rows
        columns = run(connection, query.sql, bind(query, {})).columns
    told = {row[columns.index("article")]: row[columns.index("copy_of")] for row in rows}
    copied = {name for name, of in told.items() if of}
    assert len(copied) == 1 and copied < {"first.txt", "corrected.txt"}
    assert set(told.values()) == {None, *({"first.txt", "corrected.txt"} - copied)}


def test_the_report_says_what_was_said_twice(copies: Path, published: Path) -> None:
    section = page_of(copies).select_one("#copies")
    assert section
    [row] = section.select("tbody tr")
    assert [cell.get_text(" ", strip=True) for cell in row.find_all("td")][2] == "the same text"
    assert len(row.select("a")) == 2
    assert not page_of(published).select("#copies, nav a[href='#copies']")
