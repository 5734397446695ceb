from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from schemas.codes import CODES
from tests.support.articles import BUSES, FERRIES, made_by_hand
from warehouse.checksums import Changed, changed_rows
from warehouse.reader import open_reader
from warehouse.store import store_path
from warehouse.verify import Verification, verify

EVERY_ROW = sum(
    len(rows)
    for article in map(made_by_hand, (FERRIES, BUSES))
    for rows in (
        *(article.blocks, article.source_tables, article.cells, article.quantities),
        *(article.attributions, article.claims, article.claim_parts, article.findings),
    )
)


@pytest.fixture
def copy(published: Path, tmp_path: Path) -> Path:
    """A copy of the warehouse and its raw files that a test may damage."""
    shutil.copytree(published.parent / "raw", tmp_path / "raw")
    shutil.copy(published, tmp_path / "w.duckdb")
    return tmp_path / "w.duckdb"


def verified(published: Path) -> Verification:
    with open_reader(published) as connection:
        return verify(connection, published.parent / "raw")


def found(published: Path) -> set[tuple[str, str, str | None]]:
    return {(problem.code, problem.place, problem.table) for problem in verified(published).problems}


def changed(published: Path) -> list[Changed]:
    with open_reader(published) as connection:
        return changed_rows(connection)


def damage(published: Path, sql: str) -> None:
    with duckdb.connect(published) as connection:
        connection.execute(sql)


def test_a_sound_warehouse_is_verified_row_by_row(copy: Path) -> None:
    assert verified(copy) == Verification(documents=2, rows=EVERY_ROW, problems=())


def test_a_changed_file_is_drift_and_its_rows_are_not_held_against_it(copy: Path) -> None:
    (copy.parent / "raw" / "ferries.txt").write_text(FERRIES.replace("42%", "43%"))
    assert found(copy) == {("source_changed", "ferries.txt", None)}
    assert verified(copy).documents == 1


def test_a_missing_file_is_gone(copy: Path) -> None:
    (copy.parent / "raw" / "more" / "buses.txt").unlink()
    assert found(copy) == {("source_gone", "more/buses.txt", None)}


def test_another_copy_of_a_document_stands_in_for_a_missing_one(copy: Path) -> None:
    damage(
        copy,
        "INSERT INTO source_files BY NAME "
        "SELECT * REPLACE ('copy.txt' AS path) FROM source_files WHERE path = 'ferries.txt'",
    )
    (copy.parent / "raw" / "ferries.txt").rename(copy.parent / "raw" / "copy.txt")
    assert found(copy) == {("source_gone", "ferries.txt", None)}
    assert verified(copy).rows == EVERY_ROW


@pytest.mark.parametrize(
    ("sql", "code", "table"),
    [
        ("UPDATE claims SET quote = 'Fares rose by 4%.' WHERE claim_no = 1", "quote_differs", "claims"),
        ("UPDATE cells SET pieces = [{'start': 0, 'end': 3}] WHERE row_no = 1", "quote_differs", "cells"),
        ("UPDATE source_lines SET text = upper(text) WHERE line_no = 1", "line_differs", "source_lines"),
        ("DELETE FROM blocks WHERE block_no = 2", "text_uncovered", "blocks"),
        ("UPDATE blocks SET pieces = [{'start': 0, 'end': 40}] WHERE block_no = 0", "text_covered_twice", "blocks"),
        ("DELETE FROM quantities WHERE quantity_no = 0", "numeral_unledgered", "quantities"),
        ("INSERT INTO quantities FROM quantities", "numeral_ledgered_twice", "quantities"),
        ("UPDATE extractions SET encoding = 'utf-16'", "text_differs", None),
        ("UPDATE extractions SET text_sha256 = 'x'", "text_differs", None),
    ],
)
def test_a_row_that_disagrees_with_the_bytes_is_found(copy: Path, sql: str, code: str, table: str | None) -> None:
    damage(copy, sql)
    assert {(code, "ferries.txt", table), (code, "more/buses.txt", table)} & found(copy)
    assert CODES[code].use == "error"


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ("UPDATE claims SET value = value + 1 WHERE value = 42", "claims"),
        ("UPDATE claims SET subject = NULL WHERE value = 42", "claims"),
        ("UPDATE claims SET value_low = value_high, value_high = value_low - 1 WHERE value = 42", "claims"),
        ("UPDATE quantities SET unit = 'EUR' WHERE value = 42", "quantities"),
        ("UPDATE blocks SET section_path = ['Another'] WHERE block_no = 1", "blocks"),
        ("UPDATE cells SET is_header = NOT is_header WHERE row_no = 1", "cells"),
        ("UPDATE extractions SET published = '2020-02-02'", "extractions"),
        ("UPDATE findings SET expected = 'nothing'", "findings"),
    ],
)
def test_a_value_that_was_changed_behind_our_back_is_found(copy: Path, sql: str, table: str) -> None:
    damage(copy, sql)
    problems = {(code, changed) for code, _, changed in found(copy)}
    assert ("rows_changed", table) in problems
    assert {code for code, _ in problems} == {"rows_changed"}


def test_changed_rows_of_a_document_that_is_gone_are_found_by_its_identifier(copy: Path) -> None:
    damage(copy, "UPDATE source_files SET gone_run = 'r' WHERE path = 'ferries.txt'")
    damage(copy, "UPDATE claims SET value = 43 WHERE value = 42")
    assert found(copy) == {("rows_changed", made_by_hand(FERRIES).document_id, "claims")}


def test_rows_from_before_there_were_checksums_are_not_held_against_any(copy: Path) -> None:
    damage(copy, "UPDATE extraction_rows SET checksum = NULL")
    damage(copy, "UPDATE claims SET value = value + 1")
    assert found(copy) == set()


def test_a_column_that_comes_later_changes_no_checksum(copy: Path) -> None:
    damage(copy, "DROP VIEW IF EXISTS current_claims; ALTER TABLE claims ADD COLUMN mood VARCHAR")
    assert changed(copy) == []
    damage(copy, "UPDATE claims SET mood = 'calm' WHERE value = 42")
    assert changed(copy) == [("claims", "ferries.txt")]


def test_a_promise_broken_in_the_warehouse_is_named_by_its_check(copy: Path) -> None:
    damage(copy, "DELETE FROM claim_parts")
    assert ("check_failed", "unaccounted_rows", None) in found(copy)


def test_what_is_quarantined_is_not_missed(copy: Path) -> None:
    damage(
        copy,
        "INSERT INTO quarantine BY NAME SELECT quantity_no::VARCHAR AS quarantine_id, 'validate' AS stage, "
        "'quantities' AS table_name, extraction_id, '1' AS parser_version, '1' AS schema_version, 'x' AS code, "
        "'l' AS load_id FROM quantities WHERE table_no IS NOT NULL",
    )
    damage(copy, "DELETE FROM quantities WHERE table_no IS NOT NULL")
    damage(copy, "UPDATE extraction_rows SET checksum = NULL WHERE table_name = 'quantities'")
    assert found(copy) == set()


def test_the_store_beside_it_is_not_needed(published: Path, copy: Path) -> None:
    assert store_path(published).exists()
    assert not store_path(copy).exists()
    assert verified(copy).problems == ()
