from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from schemas.errors import SourcelineError
from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row
from tests.support.warehouses import run_once
from warehouse.reader import run, saved_query
from warehouse.store import Store, open_store
from warehouse.waive import waive

TODAY = date.today()  # noqa: DTZ011 - as the warehouse counts days
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    rejected = with_row(made_by_hand(BUSES), "findings", 0, severity="grave")
    run_once(tmp_path / "w.duckdb", {"a.txt": FERRIES, "b.txt": BUSES}, batches=[[made_by_hand(FERRIES), rejected]])
    with open_store(tmp_path / "w.duckdb") as store:
        yield store


def rejected(store: Store) -> str:
    return str(store.connection.execute("SELECT quarantine_id FROM quarantine").fetchall()[0][0])


def finding(store: Store) -> str:
    return str(run(store.connection, saved_query("findings_by_document").sql).rows[0][-1])


def finding_ids(store: Store) -> list[str]:
    sql = "SELECT finding_id(document_id, code, pieces) FROM findings JOIN extractions USING (extraction_id)"
    return [row[0] for row in store.connection.execute(sql).fetchall()]


def open_now(store: Store, view: str) -> int:
    return len(store.connection.execute(f"FROM {view}").fetchall())


@pytest.mark.parametrize(("of", "view"), [(rejected, "current_quarantine"), (finding, "current_findings")])
def test_what_is_waived_is_not_open_until_the_day_comes(store: Store, of: object, view: str) -> None:
    identifier = of(store)  # type: ignore[operator]
    before = open_now(store, view)
    entry = waive(store.connection, identifier[:12], "seen", TOMORROW)
    assert entry.identifier == identifier
    assert open_now(store, view) == before - 1
    waive(store.connection, identifier, "seen", TODAY)
    assert open_now(store, view) == before


def test_waivers_are_listed_with_their_reason_those_that_ended_too(store: Store) -> None:
    waive(store.connection, finding(store), "seen", TOMORROW)
    waive(store.connection, rejected(store), "looked at", YESTERDAY)
    rows = run(store.connection, saved_query("waived").sql).rows
    assert [row[1:] for row in rows] == [
        ("unknown_term", "b.txt", "3%", "looked at", YESTERDAY, False),
        ("unsourced_figure", "a.txt", "7%", "seen", TOMORROW, True),
    ]


def test_a_waived_row_is_still_in_the_quarantine(store: Store) -> None:
    waive(store.connection, rejected(store), "seen", TOMORROW)
    entries = store.connection.execute("SELECT status, waived_until, waived_because FROM quarantine_entries").fetchall()
    assert entries == [("waived", TOMORROW, "seen")]


def test_a_finding_that_a_later_version_makes_again_stays_waived(store: Store) -> None:
    before = finding(store)
    waive(store.connection, before, "seen", TOMORROW)
    store.connection.execute("UPDATE extractions SET extraction_id = 'v2' || extraction_id")
    store.connection.execute(
        "UPDATE findings SET finding_no = finding_no + 5, rule_id = 'better', extraction_id = 'v2' || extraction_id"
    )
    assert finding_ids(store) == [before]
    assert open_now(store, "current_findings") == 0


@pytest.mark.parametrize(("identifier", "code"), [("", "unknown_entry"), ("zz", "unknown_entry")])
def test_what_is_not_there_cannot_be_waived(store: Store, identifier: str, code: str) -> None:
    with pytest.raises(SourcelineError) as refused:
        waive(store.connection, identifier, "seen", TOMORROW)
    assert refused.value.code == code


def test_an_identifier_that_fits_two_is_told(store: Store) -> None:
    store.connection.execute("UPDATE quarantine SET quarantine_id = 'ab1'")
    store.connection.execute("INSERT INTO quarantine BY NAME SELECT * REPLACE ('ab2' AS quarantine_id) FROM quarantine")
    with pytest.raises(SourcelineError) as refused:
        waive(store.connection, "ab", "seen", TOMORROW)
    assert refused.value.code == "ambiguous_entry"
