from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from schemas.errors import SourcelineError
from warehouse.store import open_store, store_path

HOLD = """
import sys
from pathlib import Path
from warehouse.store import open_store
with open_store(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""

HOLD_FILE = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1])
print("open", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize(
    ("published", "written"),
    [("sourceline.duckdb", "sourceline.store.duckdb"), ("a.b.db", "a.b.store.db"), ("plain", "plain.store.duckdb")],
)
def test_the_store_stands_beside_what_is_published(published: str, written: str) -> None:
    assert store_path(Path("x") / published) == Path("x") / written


def test_a_store_is_made_with_its_folder(tmp_path: Path) -> None:
    with open_store(tmp_path / "new" / "w.duckdb") as store:
        assert store.connection.execute("SELECT count(*) FROM claims").fetchone() == (0,)


def test_a_second_writer_is_told_so_and_the_next_one_gets_in(tmp_path: Path) -> None:
    published = tmp_path / "w.duckdb"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(published)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout and other.stdout.readline() == "open\n"
        with pytest.raises(SourcelineError) as refused, open_store(published):
            pass
        other.communicate("")
    assert refused.value.code == "warehouse_busy"
    with open_store(published):
        pass


def test_a_file_that_another_program_has_open_counts_as_busy(tmp_path: Path) -> None:
    published = tmp_path / "w.duckdb"
    with open_store(published):
        pass
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_FILE, str(store_path(published))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout and other.stdout.readline() == "open\n"
        with pytest.raises(SourcelineError) as refused, open_store(published):
            pass
        other.communicate("")
    assert refused.value.code == "warehouse_busy"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    published = tmp_path / "w.duckdb"
    store_path(published).write_text("not a database at all" * 999)
    with pytest.raises(SourcelineError) as refused, open_store(published):
        pass
    assert refused.value.code == "warehouse_damaged"
