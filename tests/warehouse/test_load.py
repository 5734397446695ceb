from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl
import pytest

from schemas.frames import frames
from schemas.rejections import Rejection
from schemas.validation import validate
from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row
from tests.support.warehouses import load_batch, rejections, row_counts
from warehouse.ledger import start_run
from warehouse.load import load
from warehouse.staging import stage
from warehouse.store import open_store

ARTICLE, OTHER = made_by_hand(FERRIES), made_by_hand(BUSES)
BINARY = Rejection(code="wrong_shape", message="A picture.", document_id="ab" * 32, media_type="text/plain")


def test_all_rows_are_loaded_with_their_ledger_row(tmp_path: Path) -> None:
    extracted = frames([ARTICLE, OTHER])
    with open_store(tmp_path / "w.duckdb") as store:
        run_id = start_run(store, code_version="test")
        loaded = load_batch(store, run_id, validate(extracted), "b1")
        assert loaded.rows == {table: frame.height for table, frame in extracted.items() if frame.height}
        assert store.connection.execute("SELECT load_id, run_id FROM loads").fetchall() == [("b1", run_id)]
        assert store.connection.execute("SELECT DISTINCT load_id FROM extractions").fetchall() == [("b1",)]
        for table, frame in extracted.items():
            stored = pl.DataFrame(store.connection.sql(f"FROM {table}").to_arrow_table()).select(frame.columns)
            assert stored.sort(pl.all(), maintain_order=True).equals(frame.sort(pl.all(), maintain_order=True)), table


def test_the_same_batch_again_adds_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "w.duckdb") as store:
        run_id = start_run(store, code_version="test")
        load_batch(store, run_id, validate(frames([ARTICLE])), "b1")
        before = row_counts(store)
        assert load_batch(store, run_id, validate(frames([ARTICLE])), "b1").total == 0
        assert row_counts(store) == before


def test_a_document_that_came_with_another_batch_is_not_doubled(tmp_path: Path) -> None:
    bad = with_row(ARTICLE, "findings", 0, severity="grave")
    with open_store(tmp_path / "w.duckdb") as store:
        run_id = start_run(store, code_version="test")
        load_batch(store, run_id, validate(frames([bad])), "b1")
        loaded = load_batch(store, run_id, validate(frames([bad, OTHER])), "b2")
        assert loaded.rows["claims"] == len(OTHER.claims)
        assert "quarantine" not in loaded.rows
        assert row_counts(store)["quarantine"] == 1


def test_a_wholly_rejected_extraction_is_remembered_too(tmp_path: Path) -> None:
    bad = validate({**frames([ARTICLE]), "extractions": frames([ARTICLE])["extractions"].with_columns(lines=-1)})
    with open_store(tmp_path / "w.duckdb") as store:
        run_id = start_run(store, code_version="test")
        load_batch(store, run_id, bad, "b1")
        before = row_counts(store)
        assert before["extractions"] == 0
        assert load_batch(store, run_id, bad, "b2").total == 0
        assert row_counts(store) == before


def test_sources_that_could_not_be_read_are_quarantined_once(tmp_path: Path) -> None:
    with open_store(tmp_path / "w.duckdb") as store:
        run_id = start_run(store, code_version="test")
        assert load_batch(store, run_id, rejections(BINARY), "b1").rows == {"quarantine": 1}
        assert load_batch(store, run_id, rejections(BINARY), "b2").rows == {}
        assert store.connection.execute("SELECT code, status FROM quarantine").fetchall() == [("wrong_shape", "open")]
        assert store.connection.execute("SELECT load_id FROM loads").fetchall() == [("b1",)]


def test_a_batch_without_rows_leaves_no_trace(tmp_path: Path) -> None:
    with open_store(tmp_path / "w.duckdb") as store:
        assert load_batch(store, "r", validate(frames([])), "b1").total == 0
        assert set(row_counts(store).values()) == {0}


def test_a_load_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "w.duckdb") as store:
        staged = stage(validate(frames([ARTICLE])), tmp_path / "stage", "b1")
        (staged.folder / "claim_parts.parquet").write_bytes(b"PAR1 broken PAR1")
        with pytest.raises(duckdb.Error):
            load(store, staged, "r")
        assert set(row_counts(store).values()) == {0}


def test_a_stage_appears_whole_replaces_an_older_one_and_can_be_discarded(tmp_path: Path) -> None:
    (tmp_path / "b1.unfinished").mkdir()
    (tmp_path / "b1.unfinished" / "claims.parquet").write_text("torn")
    stage(validate(frames([ARTICLE])), tmp_path, "b1")
    staged = stage(validate(frames([OTHER])), tmp_path, "b1")
    claims = staged.file("claims")
    assert claims and pl.read_parquet(claims).height == len(OTHER.claims)
    assert staged.file("mentions") is None
    assert [path.name for path in tmp_path.iterdir()] == ["b1"]
    staged.discard()
    assert list(tmp_path.iterdir()) == []
