from __future__ import annotations

from pathlib import Path

import pytest

from flows.cli.export import FORMS as OFFERED
from schemas.errors import SourcelineError
from tests.support.articles import BUSES, FERRIES, made_by_hand
from tests.support.warehouses import run_once
from warehouse.export.tables import EXPORTED
from warehouse.export.write import FORMS, write_export
from warehouse.reader import open_reader

CONTENT = ("csv", "parquet", "annotations")


def exported(published: Path, folder: Path, *forms: str) -> dict[str, bytes]:
    with open_reader(published) as connection:
        files = write_export(connection, folder, forms)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_the_command_offers_every_form() -> None:
    assert tuple(OFFERED) == FORMS


def test_every_form_is_written(published: Path, tmp_path: Path) -> None:
    files = exported(published, tmp_path / "out", *FORMS)
    tables = {f"{form}/{table}.{form}" for form in ("csv", "parquet") for table in EXPORTED}
    packages = {"csv/datapackage.json", "parquet/datapackage.json"}
    assert set(files) == tables | packages | {"annotations.jsonl", "provenance.jsonld", "openlineage.jsonl"}
    assert all(files.values())


def test_the_same_content_gives_the_same_bytes_however_it_was_loaded(tmp_path: Path) -> None:
    texts = {"ferries.txt": FERRIES, "buses.txt": BUSES}
    ferries, buses = made_by_hand(FERRIES), made_by_hand(BUSES)
    for name, batches in {"one": [[ferries, buses]], "two": [[buses], [ferries]]}.items():
        run_once(tmp_path / f"{name}.duckdb", texts, batches=batches)
    one, two = (exported(tmp_path / f"{name}.duckdb", tmp_path / name, *CONTENT) for name in ("one", "two"))
    assert one == two


def test_a_folder_with_something_in_it_is_left_alone(published: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with open_reader(published) as connection, pytest.raises(SourcelineError, match="export_exists"):
        write_export(connection, tmp_path / "out", ["csv"])
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_an_export_that_fails_leaves_nothing_behind(published: Path, tmp_path: Path) -> None:
    with open_reader(published) as connection, pytest.raises(KeyError):
        write_export(connection, tmp_path / "out", ["csv", "xlsx"])
    assert list(tmp_path.iterdir()) == []
