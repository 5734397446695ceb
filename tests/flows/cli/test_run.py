"""`sourceline run`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from warehouse.store import open_store


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project with two articles, as the current folder."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.txt").write_text("Harbour news\n\nFares rose by 3% in 2022.\n", "utf-8")
    (tmp_path / "raw/b.txt").write_text("Rents fell by 2%.\n", "utf-8")
    monkeypatch.delenv("SOURCELINE_RAW", raising=False)
    monkeypatch.delenv("SOURCELINE_WAREHOUSE", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def counts(out: str) -> dict[str, int]:
    """The closing tables as a mapping."""
    pairs = (line.rsplit(maxsplit=1) for line in out.splitlines() if line.split() and line.split()[-1].isdigit())
    return {name.strip(): int(count) for name, count in pairs}


def test_a_run_ends_with_a_table_of_counts(sourceline: Any, folder: Path) -> None:
    told = sourceline("run", "--direct")
    assert told.code == 0, told.err
    shown = counts(told.out)
    assert (shown["files seen"], shown["documents read"], shown["rejected"]) == (2, 2, 0)
    assert shown["extractions"] == 2
    assert (folder / "warehouse/sourceline.duckdb").is_file()
    again = counts(sourceline("run", "--direct").out)
    assert (again["documents read"], again["files unchanged"]) == (0, 2)


def test_the_environment_names_raw_and_warehouse(
    sourceline: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "raw").rename(folder / "inbox")
    monkeypatch.setenv("SOURCELINE_RAW", "inbox")
    monkeypatch.setenv("SOURCELINE_WAREHOUSE", "facts/x.duckdb")
    assert sourceline("run", "--direct").code == 0
    assert (folder / "facts/x.duckdb").is_file()
    assert sourceline("query", "SELECT path FROM source_files ORDER BY path").out.split() == ["path", "a.txt", "b.txt"]


def test_only_the_paths_that_are_named_are_read(sourceline: Any, folder: Path) -> None:
    assert counts(sourceline("run", "--direct", "raw/a.txt").out)["files seen"] == 1


@pytest.mark.parametrize("how", ["--direct", "--dry-run"])
def test_a_folder_without_files_is_told(sourceline: Any, folder: Path, how: str) -> None:
    (folder / "inbox").mkdir()
    told = sourceline("run", how, "inbox")
    assert told.code == 0
    assert "There is no file to read. Articles end in .txt, " in told.out
    assert "There is no file" not in sourceline("run", "--direct").out


def test_a_dry_run_shows_the_plan_and_touches_nothing(sourceline: Any, folder: Path) -> None:
    (folder / "raw/empty.txt").touch()
    told = sourceline("run", "--dry-run")
    assert told.code == 0
    assert told.out.splitlines() == [
        "3 files, 2 documents to read in 1 batch, 1 rejected",
        "  read      a.txt",
        "  read      b.txt",
        "  rejected  empty.txt: The file has 0 bytes. [empty_file]",
    ]
    assert not (folder / "warehouse").exists()


def test_a_rejected_file_is_exit_code_1(sourceline: Any, folder: Path) -> None:
    (folder / "raw/empty.txt").touch()
    told = sourceline("run", "--direct")
    assert told.code == 1
    assert "empty_file: The file is empty" in told.out
    assert sourceline("run", "--direct").code == 1


def test_lost_characters_are_exit_code_1(sourceline: Any, folder: Path) -> None:
    (folder / "raw/broken.txt").write_bytes("Sie sagten „gut“ – für 3%.\n".encode() + b"\xff and \xc3 then.\n")
    told = sourceline("run", "--direct")
    assert told.code == 1
    assert "replaced_characters" in told.out


def test_a_path_that_is_not_there_is_an_error_with_its_remedy(sourceline: Any, folder: Path) -> None:
    told = sourceline("run", "--direct", "nowhere")
    assert told.code == 3
    assert "nowhere [nothing_to_read]" in told.err
    assert not (folder / "warehouse").exists()


def test_a_second_writer_waits_says_so_and_gives_up_in_time(sourceline: Any, folder: Path) -> None:
    with open_store(Path("warehouse/sourceline.duckdb")):
        at_once = sourceline("run", "--direct", "--wait", 0)
        waited = sourceline("run", "--direct", "--wait", 0.3)
    assert (at_once.code, waited.code) == (5, 5)
    assert "Waiting" not in at_once.err
    assert waited.err.startswith(f"Waiting for another run (process {os.getpid()}) ...\n")
    assert "[warehouse_busy]" in waited.err


def test_a_signal_breaks_a_run_off_in_plain_words(
    sourceline: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def terminated(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    with monkeypatch.context() as patch:
        patch.setattr("flows.run.publish", terminated)
        told = sourceline("run", "--direct")
    assert told.code == 5
    assert "[interrupted]" in told.err
    assert "Traceback" not in told.err
    assert sourceline("run", "--direct").code == 0
    states = sourceline("query", "SELECT state FROM runs ORDER BY run_id").out.split()
    assert states == ["state", "interrupted", "completed"]


@pytest.mark.parametrize("megabytes", [1, pytest.param(10, marks=pytest.mark.slow)])
def test_megabytes_of_one_line_are_read_and_told_of(sourceline: Any, folder: Path, megabytes: int) -> None:
    (folder / "raw/long.txt").write_bytes(b"all quiet on the harbour front today " * 27_000 * megabytes)
    ran = subprocess.run(
        [Path(sys.executable).with_name("sourceline"), "run", "--direct"], capture_output=True, timeout=300, check=False
    )
    assert ran.returncode in {0, 1}, ran.stderr
    asked = "SELECT DISTINCT code FROM current_findings JOIN current_extractions USING (extraction_id)"
    assert sourceline("query", f"{asked} WHERE path = 'long.txt'").out.split() == ["code", "overlong_paragraph"]


def test_a_direct_run_imports_no_prefect(folder: Path) -> None:
    script = "import sys; from flows.cli.main import main; sys.argv = ['sourceline', 'run', '--direct']\n"
    script += "try:\n    main()\nexcept SystemExit:\n    print('prefect' in sys.modules)\n"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "False"
