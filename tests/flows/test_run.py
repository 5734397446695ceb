"""A whole run in this process: what it loads, what it leaves alone, and what it makes of bad input."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.progress import listening
from flows.run import dry_run, open_run, run_directly
from flows.settings import Settings
from flows.summary import Summary
from warehouse.checksums import checksums
from warehouse.reader import open_reader

SAMPLES = Path(__file__).parents[2] / "raw"

ARTICLES = {
    "a.txt": "Harbour ferries\n\nAccording to a 2023 survey by the Harbour Board, 42% of passengers travel daily.\n",
    "b.md": "# Budget\n\n| Item | Share (2024) |\n|---|---|\n| Roads | 30% |\n| Parks | 12% |\n",
    "c.txt": "Fares rose by 3% in 2022.\n",
    "sub/d.txt": "The club said sales reached HK$10 billion.\n",
}


def write_articles(raw: Path) -> Path:
    for name, text in ARTICLES.items():
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / name).write_text(text, "utf-8")
    return raw


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "raw")


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a landing zone and of the warehouse that a run made of it."""
    folder = tmp_path_factory.mktemp("first")
    run(write_articles(folder / "raw"))
    return folder


@pytest.fixture
def loaded(first_run: Path, tmp_path: Path) -> Path:
    """A landing zone of one's own that has been run."""
    shutil.copytree(first_run, tmp_path, dirs_exist_ok=True)
    return tmp_path / "raw"


def run(raw: Path, *paths: Path, warehouse: Path | None = None, batch_size: int = 500) -> Summary:
    published = warehouse or raw.parent / "warehouse/facts.duckdb"
    return run_directly(Settings(paths=paths, raw=raw, warehouse=published, batch_size=batch_size, workers=1))


def ask(raw: Path, sql: str) -> list[tuple[Any, ...]]:
    with open_reader(raw.parent / "warehouse/facts.duckdb") as connection:
        return connection.execute(sql).fetchall()


def content(published: Path) -> dict[str, str]:
    with duckdb.connect(published, read_only=True) as connection:
        return checksums(connection)


def test_a_run_loads_every_article_and_keeps_its_promises(raw: Path) -> None:
    summary = run(raw)
    assert (summary.files, summary.documents, summary.unchanged, summary.rejected) == (4, 4, 0, 0)
    assert summary.rows["extractions"] == 4
    assert not summary.failed_checks
    assert ask(raw, "SELECT path FROM source_files WHERE gone_run IS NULL ORDER BY path") == [(p,) for p in ARTICLES]
    assert ask(raw, "SELECT state FROM runs") == [("completed",)]


def test_a_run_leaves_a_report_and_no_stage(loaded: Path) -> None:
    left = {path.name for path in (loaded.parent / "warehouse").iterdir()}
    assert left == {"facts.duckdb", "facts.store.duckdb", "facts.store.duckdb.lock", "report.html"}


def test_a_second_run_changes_nothing(loaded: Path) -> None:
    published = loaded.parent / "warehouse/facts.duckdb"
    before, inode = content(published), published.stat().st_ino
    summary = run(loaded)
    assert (summary.documents, summary.unchanged, summary.rows) == (0, 4, {})
    assert content(published) == before
    assert published.stat().st_ino == inode


@pytest.mark.parametrize("batch_size", [1, pytest.param(500, marks=pytest.mark.slow)])
def test_any_order_and_batch_size_give_the_same_content(tmp_path: Path, batch_size: int) -> None:
    samples = sorted(SAMPLES.iterdir())
    plain, shuffled = tmp_path / "plain", tmp_path / "shuffled"
    for folder, order in [(plain, samples), (shuffled, samples[::-1])]:
        folder.mkdir()
        for number, sample in enumerate(order):
            shutil.copyfile(sample, folder / f"{number:02}{sample.suffix}")
    run(plain, warehouse=tmp_path / "plain.duckdb")
    run(shuffled, warehouse=tmp_path / "shuffled.duckdb", batch_size=batch_size)
    assert content(tmp_path / "plain.duckdb") == content(tmp_path / "shuffled.duckdb")


def test_a_changed_file_is_a_new_document_beside_the_old(loaded: Path) -> None:
    (loaded / "c.txt").write_text("Fares rose by 5% in 2022.\n", "utf-8")
    assert run(loaded).documents == 1
    assert ask(loaded, "SELECT gone_run IS NULL FROM source_files WHERE path = 'c.txt' ORDER BY first_run") == [
        (False,),
        (True,),
    ]
    assert ask(loaded, "SELECT count(*) FROM extractions") == [(5,)]
    assert ask(loaded, "SELECT count(*) FROM current_extractions") == [(4,)]


def test_a_deleted_file_is_gone_but_not_erased(loaded: Path) -> None:
    (loaded / "c.txt").unlink()
    assert run(loaded).files == 3
    assert ask(loaded, "SELECT path FROM source_files WHERE gone_run IS NOT NULL") == [("c.txt",)]
    assert ask(loaded, "SELECT count(*) FROM extractions") == [(4,)]


def test_a_run_of_some_paths_leaves_the_others_alone(loaded: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "e.txt").write_text("Rents fell by 2%.\n", "utf-8")
    assert run(loaded, elsewhere).documents == 1
    assert run(loaded, loaded / "sub").documents == 0
    run(loaded)
    assert ask(loaded, "SELECT count(*) FROM source_files WHERE gone_run IS NULL") == [(5,)]
    assert ask(loaded, "SELECT path FROM current_extractions WHERE path LIKE '/%'") == [(str(elsewhere / "e.txt"),)]


def test_a_copy_is_found_and_not_read_again(loaded: Path) -> None:
    shutil.copyfile(loaded / "a.txt", loaded / "copy.txt")
    summary = run(loaded)
    assert (summary.files, summary.documents, summary.unchanged) == (5, 0, 5)
    assert ask(loaded, "SELECT count(*) FROM source_files WHERE gone_run IS NULL") == [(5,)]


def spoil(raw: Path) -> None:
    """Put every kind of bad input into the landing zone."""
    (raw / "empty.txt").touch()
    (raw / "blank.txt").write_bytes(b" \n\n\t\n")
    (raw / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (raw / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
    (raw / "broken.txt").write_bytes(
        "Prices rose 4% – so “they” say – in Zürich.\n".encode() + b"\xff\xfe then \xc3 5%.\n"
    )
    (raw / "folder.md").mkdir()
    (raw / "page.docx").write_bytes(b"PK\x03\x04")
    os.mkfifo(raw / "pipe.txt")
    (raw.parent / "secret.txt").write_text("Outside.\n", "utf-8")
    (raw / "link.txt").symlink_to(raw.parent / "secret.txt")


REJECTED = {
    "empty_file": 1,
    "not_a_file": 2,
    "not_text": 2,
    "outside_raw": 1,
    "unknown_type": 1,
}


def test_bad_input_is_told_by_code_by_every_run_and_the_rest_is_loaded_once(raw: Path) -> None:
    spoil(raw)
    summary = run(raw)
    assert summary.quarantine == REJECTED
    assert summary.findings["empty_document"] == 1
    assert summary.findings["replaced_characters"] == 1
    assert summary.flawed
    assert not summary.failed_checks
    paths = {path for (path,) in ask(raw, "SELECT path FROM current_extractions")}
    assert paths == {*ARTICLES, "blank.txt", "broken.txt"}
    before = content(raw.parent / "warehouse/facts.duckdb")
    summary = run(raw)
    assert (summary.documents, summary.rows, summary.quarantine) == (0, {}, REJECTED)
    assert summary.flawed
    assert content(raw.parent / "warehouse/facts.duckdb") == before


def test_bad_input_that_was_mended_leaves_quarantine(raw: Path) -> None:
    (raw / "empty.txt").touch()
    assert run(raw).quarantine == {"empty_file": 1}
    (raw / "empty.txt").write_text("Fares fell by 1%.\n", "utf-8")
    summary = run(raw)
    assert (summary.documents, summary.quarantine) == (1, {})
    assert ask(raw, "SELECT status FROM quarantine") == [("fixed",)]


def test_a_file_that_may_not_be_read_is_told_and_read_once_it_may(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def locked(path: Path, *rest: Any, **options: Any) -> Any:
        if path.name == "c.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", locked)
        summary = run(raw)
    assert (summary.documents, summary.quarantine) == (3, {"unreadable_file": 1})
    summary = run(raw)
    assert (summary.documents, summary.quarantine) == (1, {})


def test_a_file_that_changed_after_the_plan_is_read_by_the_next_run(raw: Path) -> None:
    settings = Settings(raw=raw, warehouse=raw.parent / "warehouse/facts.duckdb", workers=1)
    with open_run(settings) as opened:
        plan = opened.plan()
        (raw / "c.txt").write_text("Fares rose by 9% in 2022.\n", "utf-8")
        for batch in plan.batches:
            opened.load(opened.parse(batch), plan.documents)
        opened.settle(plan)
        summary = opened.check(plan)
        opened.publish(summary)
    assert summary.quarantine == {"changed_while_reading": 1}
    summary = run(raw)
    assert (summary.documents, summary.quarantine) == (1, {})


def test_a_document_that_a_rule_fails_on_is_quarantined_and_not_tried_again(
    raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.extract import extract

    def brittle(source: bytes, **options: Any) -> Any:
        if b"Harbour" in source:
            raise ZeroDivisionError("a rule's fault")
        return extract(source, **options)

    monkeypatch.setattr("flows.outcomes.extract", brittle)
    assert run(raw).quarantine == {"extraction_crashed": 1}
    assert ask(raw, "SELECT message FROM quarantine") == [("ZeroDivisionError: a rule's fault",)]
    summary = run(raw)
    assert (summary.documents, summary.quarantine) == (0, {"extraction_crashed": 1})


def broken_off(raw: Path, at: str, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]) -> None:
    """A run of batches of two that ends where `at` names what it would call next."""

    def end(*_: object, **__: object) -> object:
        raise error

    with monkeypatch.context() as patch, pytest.raises(error):
        patch.setattr(at, end)
        run(raw, batch_size=2)


@pytest.mark.parametrize(("error", "state"), [(KeyboardInterrupt, "interrupted"), (RuntimeError, "failed")])
def test_a_run_that_breaks_off_is_entered_and_the_next_one_ends_well(
    raw: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException], state: str
) -> None:
    broken_off(raw, "flows.parse.read_batch", monkeypatch, error)
    assert run(raw).documents == 4
    assert ask(raw, "SELECT state FROM runs ORDER BY run_id") == [(state,), ("completed",)]


def test_what_was_staged_whole_is_loaded_without_being_read_again(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken_off(raw, "flows.run.load", monkeypatch, KeyboardInterrupt)
    stage = raw.parent / "warehouse/facts.stage"
    assert len([*stage.iterdir()]) == 1
    read: list[str] = []
    from flows.parse import read_batch

    def watched(documents: Any, **options: Any) -> Any:
        read.extend(document.item.path for document in documents)
        return read_batch(documents, **options)

    monkeypatch.setattr("flows.parse.read_batch", watched)
    summary = run(raw, batch_size=2)
    assert read == ["c.txt", "sub/d.txt"]
    assert (summary.documents, summary.rows["extractions"], summary.failed_checks) == (4, 4, {})
    assert not stage.exists()


def spoil_a_table(batch: Path) -> None:
    with (batch / "source_lines.parquet").open("r+b") as file:
        file.seek(20)
        file.write(b"\0\0\0")


def lose_a_table(batch: Path) -> None:
    (batch / "claims.parquet").unlink()


def lose_the_manifest(batch: Path) -> None:
    (batch / "manifest.json").unlink()


def leave_it_unfinished(batch: Path) -> None:
    batch.rename(batch.with_name(batch.name + ".unfinished"))


def take_its_name(batch: Path) -> None:
    batch.rename(batch.with_name("of_another_plan"))


@pytest.mark.parametrize(
    "damage",
    [
        spoil_a_table,
        leave_it_unfinished,
        *(pytest.param(each, marks=pytest.mark.slow) for each in (lose_a_table, lose_the_manifest, take_its_name)),
    ],
)
def test_a_stage_that_is_damaged_or_foreign_is_thrown_away(
    raw: Path, first_run: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[Path], None]
) -> None:
    broken_off(raw, "flows.run.load", monkeypatch, KeyboardInterrupt)
    stage = raw.parent / "warehouse/facts.stage"
    damage(*stage.iterdir())
    summary = run(raw, batch_size=2)
    assert (summary.rows["extractions"], summary.failed_checks) == (4, {})
    assert content(raw.parent / "warehouse/facts.duckdb") == content(first_run / "warehouse/facts.duckdb")
    assert not stage.exists()


def test_a_run_that_ended_before_it_was_published_is_published_by_the_next(
    loaded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (loaded / "e.txt").write_text("Rents fell by 2%.\n", "utf-8")
    broken_off(loaded, "flows.run.publish", monkeypatch, KeyboardInterrupt)
    assert ask(loaded, "SELECT count(*) FROM extractions") == [(4,)]
    assert run(loaded).documents == 0
    assert ask(loaded, "SELECT count(*) FROM extractions") == [(5,)]


def test_a_report_that_is_older_than_the_warehouse_is_written_again(loaded: Path) -> None:
    report = loaded.parent / "warehouse/report.html"
    report.write_text("of yesterday")
    os.utime(report, (1, 1))
    run(loaded)
    assert "of yesterday" not in report.read_text("utf-8")


def test_a_path_that_fails_again_is_open_again(raw: Path) -> None:
    bad = raw / "e.txt"
    for text, quarantine in [("", {"empty_file": 1}), ("Rents fell by 2%.\n", {}), ("", {"empty_file": 1})]:
        bad.write_text(text, "utf-8")
        assert run(raw).quarantine == quarantine


def test_files_below_a_folder_that_cannot_be_listed_are_not_gone(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.scandir

    def locked(folder: Any) -> Any:
        if str(folder).endswith("sub"):
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", locked)
        assert run(loaded).quarantine == {"unreadable_file": 1}
    assert ask(loaded, "SELECT gone_run FROM source_files WHERE path = 'sub/d.txt'") == [(None,)]
    assert run(loaded).quarantine == {}


def test_a_dry_run_writes_nothing(raw: Path) -> None:
    assert dry_run(Settings(raw=raw, warehouse=raw.parent / "warehouse/facts.duckdb")).documents == 4
    assert not (raw.parent / "warehouse").exists()


def test_a_dry_run_tells_what_is_new(loaded: Path) -> None:
    settings = Settings(raw=loaded, warehouse=loaded.parent / "warehouse/facts.duckdb")
    (loaded / "new.txt").write_text("Rents fell by 2%.\n", "utf-8")
    assert [[d.item.path for d in batch.documents] for batch in dry_run(settings).batches] == [["new.txt"]]


def test_a_listener_is_told_how_far_the_run_is(raw: Path) -> None:
    told: list[tuple[int, int]] = []
    with listening(lambda loaded, planned: told.append((loaded, planned))):
        run(raw, batch_size=3)
    assert told == [(3, 4), (4, 4)]
