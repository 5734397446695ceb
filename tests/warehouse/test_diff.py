from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from schemas.rows import Extraction
from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row
from tests.support.warehouses import run_once
from warehouse.diff import COMPARED, Change, Counts, changes, count_changes
from warehouse.reader import open_reader

NIGHT = "Night services lost 7% of their passengers."


def improved() -> Extraction:
    """FERRIES as a later version reads it: a claim has another unit, one has lost its source, a finding is gone."""
    article = made_by_hand(FERRIES, parser_version="2")
    article = with_row(article, "claims", 1, unit="percentage point")
    article = with_row(article, "claims", 0, attribution_no=None)
    return replace(article, findings=(), truncated=True)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    published = tmp_path_factory.mktemp("diff") / "w.duckdb"
    files = {"a.txt": FERRIES, "b.txt": BUSES}
    run_once(published, files)
    run_once(published, files, batches=[[improved()]])
    with open_reader(published) as connection:
        yield connection


def test_changes_are_counted_by_table(reader: duckdb.DuckDBPyConnection) -> None:
    counted = {counts.table_name: counts for counts in count_changes(reader, "1/1", "2/1")}
    assert tuple(counted) == COMPARED
    assert counted["extractions"] == Counts("extractions", added=0, lost=1, changed=1, same=0)
    assert counted["claims"] == Counts("claims", added=0, lost=0, changed=2, same=0)
    assert counted["findings"] == Counts("findings", added=0, lost=1, changed=0, same=0)
    assert counted["cells"] == Counts("cells", added=0, lost=0, changed=0, same=6)


def test_the_way_back_loses_what_the_way_there_adds(reader: duckdb.DuckDBPyConnection) -> None:
    there, back = count_changes(reader, "1/1", "2/1"), count_changes(reader, "2/1", "1/1")
    assert [(c.added, c.lost, c.changed, c.same) for c in there] == [(c.lost, c.added, c.changed, c.same) for c in back]


def test_a_version_differs_from_itself_in_nothing(reader: duckdb.DuckDBPyConnection) -> None:
    assert all(counts[1:4] == (0, 0, 0) for counts in count_changes(reader, "1/1", "1/1"))


def test_a_changed_claim_says_what_it_said(reader: duckdb.DuckDBPyConnection) -> None:
    first, second = changes(reader, "claims", "1/1", "2/1")
    assert first.differs == "source: the Harbour Board → none"
    assert second == Change("claims", "changed", "a.txt", 4, "unit: percent → percentage point", NIGHT, NIGHT)


def test_a_lost_row_shows_its_quote_and_a_lost_document_its_title(reader: duckdb.DuckDBPyConnection) -> None:
    assert list(changes(reader, "findings", "1/1", "2/1")) == [Change("findings", "lost", "a.txt", 4, None, "7%", None)]
    lost = [change for change in changes(reader, "extractions", "1/1", "2/1") if change.change == "lost"]
    assert lost == [Change("extractions", "lost", "b.txt", None, None, "Buses", None)]


def test_as_many_are_listed_as_are_asked_for(reader: duckdb.DuckDBPyConnection) -> None:
    assert len(list(changes(reader, "claims", "1/1", "2/1", limit=1))) == 1


def test_new_numbers_are_no_change(tmp_path: Path) -> None:
    article = made_by_hand(BUSES, parser_version="2")
    for number, claim in enumerate(article.claims):
        article = with_row(article, "claims", number, claim_no=claim.claim_no + 7, rule_id="another.rule")
    parts = tuple(replace(part, claim_no=part.claim_no + 7) for part in article.claim_parts)
    run_once(tmp_path / "w.duckdb", {"a.txt": BUSES})
    run_once(tmp_path / "w.duckdb", {"a.txt": BUSES}, batches=[[replace(article, claim_parts=parts)]])
    with open_reader(tmp_path / "w.duckdb") as connection:
        assert all(counts[1:4] == (0, 0, 0) for counts in count_changes(connection, "1/1", "2/1"))
