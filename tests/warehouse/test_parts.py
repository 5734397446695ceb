from __future__ import annotations

import os
from pathlib import Path

import pytest

from schemas.errors import SourcelineError
from tests.support.articles import BUSES, FERRIES, made_by_hand
from tests.support.warehouses import run_anew, run_once
from warehouse.checksums import checksums
from warehouse.parts import damaged_parts, parts_folder
from warehouse.publish import publish
from warehouse.reader import open_reader, run
from warehouse.store import open_store

FILES = {"a.txt": FERRIES, "b.txt": BUSES}
MORE = {**FILES, "c.txt": BUSES.replace("12", "14")}


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCELINE_COPY_LIMIT", "1")
    run_once(tmp_path / "it's here" / "w.duckdb", FILES)
    return tmp_path / "it's here" / "w.duckdb"


def parts(published: Path) -> dict[str, int]:
    """The files of a published warehouse, with their inode numbers."""
    folder = parts_folder(published)
    return {file.relative_to(folder).as_posix(): file.stat().st_ino for file in folder.rglob("*.*")}


def current(published: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the views show that are about content."""
    names = ("facts", "current_claims", "current_cells", "current_findings", "claims_in_source")
    with open_reader(published) as connection:
        return {name: sorted(connection.execute(f"FROM {name}").fetchall(), key=str) for name in names}


def test_both_forms_show_the_same(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCELINE_COPY_LIMIT")
    copied = tmp_path / "copied.duckdb"
    run_once(copied, FILES)
    assert not parts_folder(copied).exists()
    with open_reader(published) as one, open_reader(copied) as other:
        assert checksums(one) == checksums(other)
        names = "SELECT view_name FROM duckdb_views() WHERE NOT internal"
        assert set(other.execute(names).fetchall()) < set(one.execute(names).fetchall())
    assert current(published) == current(copied)


def test_a_publication_writes_only_the_parts_that_are_new(published: Path) -> None:
    before = parts(published)
    run_once(published, MORE, batches=[[made_by_hand(MORE["c.txt"])]])
    after = parts(published)
    assert before.items() < after.items()
    assert len(current(published)["facts"]) == 6


def test_a_warehouse_can_be_moved_and_opened_from_anywhere(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = current(published)
    published.parent.rename(tmp_path / "moved")
    monkeypatch.chdir("/")
    assert current(tmp_path / "moved/w.duckdb") == before
    monkeypatch.chdir(tmp_path)
    assert current(Path("moved/w.duckdb")) == before


def test_a_reader_of_the_catalogue_before_goes_on(published: Path) -> None:
    with open_reader(published) as connection:
        run_once(published, MORE)
        assert run(connection, "SELECT count(*) FROM extractions").rows == [(2,)]
        assert run(connection, "SELECT count(*) > 0 FROM claims").rows == [(True,)]


def test_parts_outlive_their_catalogue_by_one_publication(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has it open goes on reading, even when the next one is a copy."""
    monkeypatch.delenv("SOURCELINE_COPY_LIMIT")
    before = parts(published)
    assert run_once(published, MORE)
    assert parts(published) == before
    assert not run_once(published, MORE)
    assert not parts_folder(published).exists()


def test_what_a_load_loses_is_in_no_part_any_more(published: Path) -> None:
    """A document is forgotten: its rows leave the store, those of its load stay."""
    with open_store(published) as store:
        [(gone,)] = store.connection.execute("SELECT min(extraction_id) FROM extractions").fetchall()
        for table in ("extractions", "source_lines", "claims", "extraction_rows"):
            store.connection.execute(f"DELETE FROM {table} WHERE extraction_id = ?", [gone])
        assert publish(store, keep=False)
    with open_reader(published) as connection:
        assert run(connection, "SELECT count(*) FROM extractions").rows == [(1,)]
        named = {path.partition("/")[2] for (path,) in connection.execute("SELECT path FROM parts").fetchall()}
    assert set(parts(published)) == named


@pytest.mark.parametrize("limit", ["1", "9999999999"])
def test_files_that_nobody_names_are_removed(published: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    (parts_folder(published) / "claims" / "stray.parquet").write_text("torn")
    (parts_folder(published) / "claims" / "stray.new").write_text("torn")
    monkeypatch.setenv("SOURCELINE_COPY_LIMIT", limit)
    run_once(published, MORE)
    run_once(published, MORE)
    assert not any("stray" in name for name in parts(published))
    assert parts_folder(published).exists() == (limit == "1")
    assert len(current(published)["facts"]) == 6


def test_damage_is_found_and_mended_by_the_next_publication(published: Path) -> None:
    [flipped, cut, gone] = sorted(parts_folder(published).glob("*/*.parquet"))[:3]
    content = bytearray(flipped.read_bytes())
    content[len(content) // 2] ^= 4
    flipped.write_bytes(content)
    os.truncate(cut, 10)
    gone.unlink()
    named = {path.relative_to(published.parent).as_posix() for path in (flipped, cut, gone)}
    with open_reader(published) as connection:
        assert set(damaged_parts(connection, published)) == named
    published.unlink()
    run_once(published, FILES)
    with open_reader(published) as connection:
        assert damaged_parts(connection, published) == []


def test_a_copied_warehouse_has_no_parts_to_be_damaged(tmp_path: Path) -> None:
    run_once(tmp_path / "w.duckdb", FILES)
    with open_reader(tmp_path / "w.duckdb") as connection:
        assert damaged_parts(connection, tmp_path / "w.duckdb") == []


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1) TO 'w.parts/claims/x.csv'",
        "COPY (SELECT 1) TO '{part}'",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{part}'",
        "explain /* so */ analyze copy (SELECT 1) TO '{part}'",
        "PREPARE q AS COPY (SELECT 1) TO '{part}'",
        "SELECT 1; COPY (SELECT 1) TO '{part}'",
        "EXPORT DATABASE 'w.parts/out'",
        "ATTACH 'w.parts/other.duckdb'",
        "ATTACH 'w.duckdb' AS again",
        "SELECT * FROM query('COPY (SELECT 1) TO ''{part}''')",
        "CALL enable_logging(storage = 'file', storage_config = {{'path': 'w.parts/log'}})",
        "FROM enable_logging(storage = 'file', storage_config = {{'path': 'w.parts/log'}})",
        "SET allowed_directories = ['/']",
        "SET file_search_path = '/'",
        "SELECT * FROM read_text('../secret.txt')",
        "SELECT * FROM read_text('w.parts/../../secret.txt')",
        "SELECT * FROM read_text('w.store.duckdb')",
    ],
)
def test_nothing_is_written_and_nothing_beside_the_parts_is_read(published: Path, sql: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Outside.")
    part = f"w.parts/{min(parts(published))}"
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with open_reader(published) as connection, pytest.raises(SourcelineError) as refused:
        run(connection, sql.format(part=part))
    assert refused.value.code == "query_failed"
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_questions_of_every_form_are_answered(published: Path) -> None:
    with open_reader(published) as connection:
        for sql in (
            "EXPLAIN ANALYZE FROM facts",
            "PIVOT facts ON unit USING count(*)",
            "DESCRIBE facts",
            "SHOW TABLES",
        ):
            assert run(connection, sql).rows


def test_one_process_can_open_it_twice(published: Path) -> None:
    with open_reader(published) as one, open_reader(published) as other:
        assert run(one, "FROM facts").rows == run(other, "FROM facts").rows


def test_a_folder_with_a_comma_is_published_as_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCELINE_COPY_LIMIT", "1")
    published = tmp_path / "here, there" / "w.duckdb"
    run_anew(published, FILES)
    assert not parts_folder(published).exists()
    assert len(current(published)["facts"]) == 4


def test_parts_are_found_through_a_link_to_the_warehouse(published: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere.duckdb"
    link.symlink_to(published)
    assert current(link) == current(published)
    with open_reader(link) as connection:
        assert damaged_parts(connection, link) == []


def test_parts_may_come_while_the_warehouse_is_being_opened(published: Path, tmp_path: Path) -> None:
    parts_folder(published).rename(tmp_path / "not yet")
    with open_reader(published) as connection:
        (tmp_path / "not yet").rename(parts_folder(published))
        assert run(connection, "SELECT count(*) FROM extractions").rows == [(2,)]


def test_a_catalogue_without_its_parts_is_told(published: Path) -> None:
    for part in parts_folder(published).glob("*/*"):
        part.unlink()
    with pytest.raises(SourcelineError) as told, open_reader(published) as connection:
        run(connection, "FROM facts")
    assert told.value.code == "warehouse_damaged"
