from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from warehouse.export.tables import EXPORTED
from warehouse.export.write import write_export
from warehouse.reader import open_reader


@pytest.fixture(scope="module", params=["csv", "parquet"])
def folder(request: pytest.FixtureRequest, published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("export") / "out"
    with open_reader(published) as connection:
        write_export(connection, target, [request.param])
    return target / str(request.param)


def test_every_resource_is_there_as_described(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert {resource["name"] for resource in package["resources"]} == set(EXPORTED)
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert [field["name"] for field in resource["schema"]["fields"]] == names(folder / resource["path"])


def names(file: Path) -> list[str]:
    if file.suffix == ".parquet":
        return list(pq.read_schema(file).names)
    with file.open(encoding="utf-8", newline="") as rows:
        return next(csv.reader(rows))


def test_references_lead_to_resources_that_are_there(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    fields = {
        resource["name"]: {field["name"] for field in resource["schema"]["fields"]} for resource in package["resources"]
    }
    references = [
        (resource["name"], key)
        for resource in package["resources"]
        for key in resource["schema"].get("foreignKeys", [])
    ]
    assert references
    for name, key in references:
        target = key["reference"]["resource"] or name
        assert set(key["fields"]) <= fields[name]
        assert set(key["reference"]["fields"]) <= fields[target]
