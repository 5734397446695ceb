from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schemas.errors import SourcelineError
from schemas.rejections import Rejection
from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row
from tests.support.warehouses import load_batch, rejections, row_counts, run_once, source_file
from warehouse.check import run_checks
from warehouse.forget import find_documents, forget, remember
from warehouse.ledger import settled
from warehouse.publish import publish
from warehouse.reader import open_reader, run
from warehouse.store import Store, open_store, store_path

SECRET = "Zephyrine Quillfeather"
PRIVATE = f"A private letter\n\nAccording to {SECRET}, arrears fell by 12% in the city.\n{SECRET} pays 3%.\n"
PRIVATE_ID = made_by_hand(PRIVATE).document_id


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Three articles, one of them private, of which a row is in quarantine, too."""
    rejected = with_row(made_by_hand(PRIVATE), "quantities", 1, role="price")
    files = {"a.txt": FERRIES, "letters/b.txt": PRIVATE, "c.txt": BUSES}
    run_once(tmp_path / "w.duckdb", files, batches=[[made_by_hand(FERRIES), rejected], [made_by_hand(BUSES)]])
    shutil.rmtree(tmp_path / "stage")
    return tmp_path / "w.duckdb"


def forget_and_publish(published: Path) -> int:
    with open_store(published) as store:
        rows = forget(store, [PRIVATE_ID], "asked to")
        publish(store, keep=False)
    return rows


def holding(folder: Path, text: str) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()}


def test_no_byte_of_it_is_left_in_any_file(published: Path) -> None:
    assert holding(published.parent, SECRET) == {published.name, store_path(published).name}
    forget_and_publish(published)
    assert holding(published.parent, SECRET) == set()


def test_what_is_published_in_parts_is_rid_of_it_too(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCELINE_COPY_LIMIT", "1")
    forget_and_publish(published)
    with open_reader(published) as connection:
        lines = run(connection, "SELECT text FROM source_lines").rows
    assert lines
    assert not [text for (text,) in lines if SECRET in text]
    assert holding(published.parent, SECRET) == set()


def test_every_table_loses_its_rows_and_no_other(published: Path, tmp_path: Path) -> None:
    apart = [[made_by_hand(FERRIES)], [made_by_hand(BUSES)]]
    run_once(tmp_path / "without.duckdb", {"a.txt": FERRIES, "c.txt": BUSES}, batches=apart)
    with open_store(published) as store, open_store(tmp_path / "without.duckdb") as without:
        before = sum(row_counts(store).values())
        rows = forget(store, [PRIVATE_ID])
        assert row_counts(store) == row_counts(without)
        assert before - rows == sum(row_counts(store).values())
        assert run_checks(store.connection) == []


def test_the_ledger_says_so_without_its_text(published: Path) -> None:
    forget_and_publish(published)
    with open_reader(published) as connection:
        assert run(connection, "SELECT document_id, reason FROM forgotten").rows == [(PRIVATE_ID, "asked to")]
        assert run(connection, "SELECT path FROM source_files JOIN forgotten USING (document_id)").rows == [
            ("letters/b.txt",)
        ]


def test_it_is_not_read_again_under_any_name_until_it_is_remembered(published: Path) -> None:
    with open_store(published) as store:
        forget(store, [PRIVATE_ID])
        known = settled(store.connection)
        assert {(PRIVATE_ID, "text/plain"), (PRIVATE_ID, "text/markdown")} <= known
        remember(store, [PRIVATE_ID])
        assert PRIVATE_ID not in {document for document, _ in settled(store.connection)}


def test_what_was_remembered_can_be_loaded_as_it_was(published: Path) -> None:
    buses = made_by_hand(BUSES)
    with open_store(published) as store:
        forget(store, [buses.document_id])
        remember(store, [buses.document_id])
    run_once(published, {"a.txt": FERRIES, "letters/b.txt": PRIVATE, "c.txt": BUSES}, batches=[[buses]])
    with open_reader(published) as connection:
        assert run(
            connection, "SELECT path FROM current_extractions WHERE document_id = '" + buses.document_id + "'"
        ).rows


def test_a_document_that_was_never_read_is_forgotten_with_its_rejection(published: Path) -> None:
    picture = Rejection(code="not_text", message="A picture.", document_id="ab" * 32, media_type="text/plain")
    with open_store(published) as store:
        load_batch(store, "r", rejections(picture), "b9")
        forget(store, ["ab" * 32])
        assert store.connection.execute("SELECT count(*) FROM quarantine WHERE code = 'not_text'").fetchone() == (0,)


def found(store: Store, *names: str) -> list[str]:
    return [document.document_id for document in find_documents(store.connection, names)]


def test_a_path_stands_for_all_that_ever_lay_there(published: Path) -> None:
    run_once(published, {"a.txt": BUSES, "copy.txt": PRIVATE})
    with open_store(published) as store:
        assert found(store, "a.txt") == sorted(made_by_hand(text).document_id for text in (FERRIES, BUSES))
        assert found(store, "nothing", "letters/b.txt") == [PRIVATE_ID]
        [private] = find_documents(store.connection, [PRIVATE_ID[:10]])
        assert private == (PRIVATE_ID, ["copy.txt"])


def test_a_member_of_an_archive_is_named_below_it(published: Path) -> None:
    with open_store(published) as store:
        store.connection.execute("UPDATE source_files SET path = 'x.zip', member = 'in/c.txt' WHERE path = 'c.txt'")
        assert found(store, "x.zip/in/c.txt") == [source_file("", BUSES).document_id]


@pytest.mark.parametrize(("name", "code"), [("d.txt", "unknown_document"), ("00000000", "unknown_document")])
def test_what_is_not_there_is_told(published: Path, name: str, code: str) -> None:
    with open_store(published) as store, pytest.raises(SourcelineError) as refused:
        find_documents(store.connection, [name])
    assert refused.value.code == code


def test_an_identifier_that_fits_two_is_told(published: Path) -> None:
    with open_store(published) as store:
        for end in "01":
            store.connection.execute(
                "INSERT INTO source_files BY NAME SELECT * REPLACE ($id AS document_id, $id AS path) "
                "FROM source_files LIMIT 1",
                {"id": "deadbeef" + end * 56},
            )
        with pytest.raises(SourcelineError) as refused:
            find_documents(store.connection, ["deadbeef"])
    assert refused.value.code == "ambiguous_document"
