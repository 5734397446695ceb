"""The Prefect flow: the same rows as the run without Prefect, and only one module that imports it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import duckdb

from flows.run import run_directly
from flows.settings import Settings
from flows.walk import walk
from warehouse.checksums import checksums

ROOT = Path(__file__).parents[2]

FLOW = """
import sys
from flows.ingest import ingest
summary = ingest(raw=sys.argv[1], warehouse=sys.argv[2], batch_size=3)
print(summary.documents, summary.rejected, len(summary.failed_checks))
"""


def content(published: Path) -> dict[str, str]:
    with duckdb.connect(published, read_only=True) as connection:
        return checksums(connection)


def flow(raw: Path, warehouse: Path) -> subprocess.CompletedProcess[str]:
    """A run by an account without a home, as a service has: no test touches the user's."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return subprocess.run(
        [sys.executable, "-c", FLOW, str(raw), str(warehouse)],
        env=plain | {"HOME": os.devnull},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def test_the_flow_gives_the_rows_of_the_direct_run(tmp_path: Path) -> None:
    ran = flow(ROOT / "raw", tmp_path / "flow.duckdb")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split()[0] == str(len([*walk([ROOT / "raw"], ROOT / "raw")]))
    run_directly(Settings(raw=ROOT / "raw", warehouse=tmp_path / "direct.duckdb"))
    assert content(tmp_path / "flow.duckdb") == content(tmp_path / "direct.duckdb")
    with duckdb.connect(tmp_path / "flow.duckdb", read_only=True) as connection:
        assert connection.execute("SELECT state, flow_run_id IS NOT NULL FROM runs").fetchall() == [("completed", True)]


def test_only_one_module_imports_prefect() -> None:
    importing = re.compile(r"^\s*(?:import|from) prefect\b", re.MULTILINE)
    modules = (path for package in ("flows", "schemas", "warehouse") for path in (ROOT / package).rglob("*.py"))
    assert [path.relative_to(ROOT).as_posix() for path in modules if importing.search(path.read_text("utf-8"))] == [
        "flows/ingest.py"
    ]
