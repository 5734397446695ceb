from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.support.articles import BUSES, FERRIES
from tests.support.warehouses import run_once
from warehouse.reader import open_reader

FILES = {"ferries.txt": FERRIES, "more/buses.txt": BUSES}


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse of two articles; tests only read it. Its raw files stand in `raw` beside it."""
    folder = tmp_path_factory.mktemp("warehouse")
    for path, text in FILES.items():
        file = folder / "raw" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    run_once(folder / "sourceline.duckdb", FILES)
    return folder / "sourceline.duckdb"


@pytest.fixture
def reader(published: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_reader(published) as connection:
        yield connection
