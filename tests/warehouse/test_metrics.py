"""What the ledger says of each run, metric by metric, and how the last one differs from the usual."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from warehouse.ledger import RunState, finish_run, start_run
from warehouse.parameters import bind
from warehouse.reader import run, saved_query
from warehouse.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "w.duckdb") as opened:
        yield opened


def enter(store: Store, counts: dict[str, Any], state: RunState = "completed") -> None:
    finish_run(store, start_run(store, code_version="test"), state, counts)


def metrics(store: Store) -> dict[str, list[float]]:
    """Each metric with its values from run to run."""
    sql = "SELECT metric, list(value ORDER BY run_id) FROM metrics WHERE metric <> 'seconds' GROUP BY metric"
    return dict(run(store.connection, sql).rows)


def unusual(store: Store, **given: str) -> list[tuple[Any, ...]]:
    query = saved_query("unusual_metrics")
    rows = run(store.connection, query.sql, bind(query, given)).rows
    return [row for row in rows if row[0] != "seconds"]


def test_each_count_of_a_run_is_a_metric(store: Store) -> None:
    enter(store, {"documents": 3, "rows": {"claims": 7}, "run_id": "x", "unpublished": None})
    assert metrics(store) == {"documents": [3], "rows.claims": [7]}


def test_what_a_run_took_is_a_metric(store: Store) -> None:
    enter(store, {})
    [(seconds,)] = run(store.connection, "SELECT value FROM metrics WHERE metric = 'seconds'").rows
    assert 0 <= seconds < 60


def test_a_code_that_a_run_did_not_see_was_there_0_times_but_what_was_not_counted_is_not_known(store: Store) -> None:
    enter(store, {"documents": 1})
    enter(store, {"documents": 1, "findings": {"teaser": 2}, "holdings": {"claims": 5}})
    assert metrics(store) == {"documents": [1, 1], "findings.teaser": [0, 2], "holdings.claims": [5]}


def test_shares_are_those_of_what_the_warehouse_held(store: Store) -> None:
    held = {"figures": 8, "sourced_figures": 2, "numerals": 10, "unresolved_numerals": 1}
    enter(store, {"holdings": held})
    enter(store, {"holdings": dict.fromkeys(held, 0)})
    assert (metrics(store)["share.sourced"], metrics(store)["share.unresolved"]) == ([0.25], [0.1])


@pytest.mark.parametrize("state", ["failed", "interrupted"])
def test_a_run_that_did_not_end_well_has_no_metrics(store: Store, state: RunState) -> None:
    enter(store, {"documents": 3}, state)
    assert metrics(store) == {}


def test_the_last_run_is_held_against_the_median_of_those_before(store: Store) -> None:
    for documents, claims, errors in [(100, 50, 0), (120, 50, 0), (110, 50, 0), (105, 50, 0), (0, 50, 9)]:
        enter(store, {"documents": documents, "rows": {"claims": claims}, "errors": errors})
    assert unusual(store) == [("documents", 0, 107.5, 100, 120, True), ("errors", 9, 0, 0, 0, True)]


def test_what_had_been_seen_before_comes_after_what_is_new(store: Store) -> None:
    for files, documents in [(10, 5), (20, 5), (90, 5), (10, 6)]:
        enter(store, {"files": files, "documents": documents})
    assert [(row[0], row[-1]) for row in unusual(store)] == [("documents", True), ("files", False)]


def test_only_the_last_runs_are_looked_back_to(store: Store) -> None:
    for documents in [1, 1, 1, 7, 7]:
        enter(store, {"documents": documents})
    assert unusual(store) == [("documents", 7, 1, 1, 7, False)]
    assert unusual(store, runs="1") == []


def test_a_first_run_differs_from_nothing(store: Store) -> None:
    enter(store, {"documents": 1})
    assert unusual(store) == []
