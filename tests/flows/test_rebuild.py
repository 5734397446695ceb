"""A warehouse is its raw files, the code, and what people decided."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.amend import amending
from flows.rebuild import UNREADABLE, rebuild
from flows.run import run_directly
from flows.settings import Settings
from schemas.errors import SourcelineError
from warehouse.check import run_checks
from warehouse.checksums import checksums
from warehouse.forget import find_documents, forget
from warehouse.reader import open_reader
from warehouse.store import open_store, store_path

ARTICLES = {
    "a.txt": "Harbour ferries\n\n42% of passengers travel daily, the Harbour Board said.\n",
    "b.txt": "Fares rose by 3% in 2022.\n",
    "sub/c.txt": "Rents fell by 2% and 5% of flats stood empty.\n",
}


@pytest.fixture
def settings(past: Path, tmp_path: Path) -> Settings:
    """A warehouse with a past of one's own."""
    shutil.copytree(past, tmp_path, dirs_exist_ok=True)
    return Settings(raw=tmp_path / "raw", warehouse=tmp_path / "w/facts.duckdb", workers=1)


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a warehouse with a past: b.txt was edited, gone.txt was removed, empty.txt was mended."""
    folder = tmp_path_factory.mktemp("past")
    raw = folder / "raw"
    for name, text in ARTICLES.items():
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / name).write_text(text, "utf-8")
    (raw / "gone.txt").write_text("Tolls rose by 1%.\n", "utf-8")
    (raw / "empty.txt").touch()
    settings = Settings(raw=raw, warehouse=folder / "w/facts.duckdb", workers=1)
    run_directly(settings)
    (raw / "b.txt").write_text("Fares rose by 4% in 2022.\n", "utf-8")
    (raw / "gone.txt").unlink()
    (raw / "empty.txt").write_text("Dues fell by 6%.\n", "utf-8")
    run_directly(settings)
    return folder


def state(settings: Settings) -> tuple[dict[str, str], list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    with open_reader(settings.warehouse) as connection:
        files = "SELECT path, document_id, first_run, gone_run FROM source_files ORDER BY ALL"
        rejected = "SELECT quarantine_id, status FROM quarantine ORDER BY ALL"
        assert run_checks(connection) == []
        return checksums(connection), connection.execute(files).fetchall(), connection.execute(rejected).fetchall()


def edit(settings: Settings, sql: str) -> None:
    with open_store(settings.warehouse) as store:
        store.connection.execute(sql)


def test_a_sound_warehouse_is_rebuilt_to_the_same_checksums_and_left_as_it_is(settings: Settings) -> None:
    def files() -> list[tuple[str, bytes]]:
        return [(path.name, path.read_bytes()) for path in sorted(settings.warehouse.parent.iterdir())]

    before = files()
    rebuilt = rebuild(settings)
    assert (rebuilt.compared, rebuilt.differing, rebuilt.lost) == (4, [], ())
    assert rebuilt.carried == 2  # the old b.txt and gone.txt
    assert files() == before


def test_what_takes_its_place_has_the_same_rows_history_and_quarantine(settings: Settings) -> None:
    before = state(settings)
    rebuild(settings, replacing=True)
    assert state(settings) == before
    assert run_directly(settings).documents == 0


def test_a_warehouse_that_was_tampered_with_is_told_by_table_and_mended(settings: Settings) -> None:
    before = state(settings)
    edit(settings, "UPDATE claims SET value = 43 WHERE value = 42")
    edit(settings, "UPDATE source_lines SET text = 'x' WHERE text LIKE 'Harbour%'")
    edit(settings, "DELETE FROM blocks WHERE quote LIKE 'Harbour%'")
    assert set(rebuild(settings, replacing=True).differing) == {"claims", "source_lines", "blocks"}
    assert state(settings) == before


def test_what_is_forgotten_stays_forgotten(settings: Settings) -> None:
    with amending(settings.warehouse) as store:
        [document] = find_documents(store.connection, ["a.txt"])
        forget(store, [document.document_id])
    rebuild(settings, replacing=True)
    with open_reader(settings.warehouse) as connection:
        held = connection.execute("SELECT DISTINCT document_id FROM extractions").fetchall()
        assert connection.execute("SELECT document_id FROM forgotten").fetchall() == [(document.document_id,)]
    assert (document.document_id,) not in held


def test_readings_of_other_versions_are_taken_over(settings: Settings) -> None:
    other = "'old' || extraction_id AS extraction_id, '0' AS parser_version"
    edit(settings, f"INSERT INTO extractions BY NAME SELECT * REPLACE ({other}) FROM extractions")
    assert rebuild(settings).carried == 2 + 6


def zeroed(path: Path) -> None:
    """Overwrite all but the header of a database."""
    data = path.read_bytes()
    path.write_bytes(data[:20_000] + bytes(len(data) - 20_000))


@pytest.mark.parametrize("damage", [zeroed, Path.unlink, lambda path: path.write_text("torn")])
def test_a_store_that_is_beyond_reading_is_made_again(settings: Settings, damage: Callable[[Path], Any]) -> None:
    before, _, _ = state(settings)
    damage(store_path(settings.warehouse))
    rebuilt = rebuild(settings, replacing=True)
    assert rebuilt.new["claims"] == checksums_of_present(settings)["claims"]
    if damage is Path.unlink:  # what is published is a copy
        assert state(settings)[0] == before
    else:
        assert set(rebuilt.old.values()) == {UNREADABLE}
        assert rebuilt.lost


def checksums_of_present(settings: Settings) -> dict[str, str]:
    with open_reader(settings.warehouse) as connection:
        present = connection.execute("SELECT extraction_id FROM current_extractions").fetchall()
        return checksums(connection, [row[0] for row in present])


def test_files_from_outside_the_landing_zone_are_read_again(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("Grants grew by 8%.\n", "utf-8")
    run_directly(replace(settings, paths=(tmp_path / "elsewhere.txt",)))
    rebuilt = rebuild(settings)
    assert (rebuilt.compared, rebuilt.differing) == (5, [])


def test_a_rebuild_that_breaks_off_leaves_the_old_warehouse(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(settings)
    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr("flows.rebuild.put_in_place", lambda *_: 1 / 0)
        rebuild(settings, replacing=True)
    assert state(settings) == before
    with duckdb.connect(store_path(settings.warehouse)) as connection:
        assert checksums(connection) == before[0]


@pytest.mark.parametrize(("without", "code"), [("raw", "nothing_to_read"), ("warehouse", "warehouse_missing")])
def test_without_raw_files_or_a_warehouse_nothing_is_done(
    settings: Settings, tmp_path: Path, without: str, code: str
) -> None:
    with pytest.raises(SourcelineError) as refused:
        rebuild(replace(settings, **{without: tmp_path / "nowhere"}))
    assert refused.value.code == code
