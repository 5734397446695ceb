from __future__ import annotations

import errno
from pathlib import Path

import duckdb
import pytest

from schemas.errors import SourcelineError
from warehouse.disk import put_in_place, telling_faults

FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FULL, "disk_full"),
        (OSError(errno.EFBIG, "File too large"), "disk_full"),
        (OSError("polars: No space left on device (os error 28)"), "disk_full"),
        (duckdb.IOException('Could not write file "w.duckdb": No space left on device'), "disk_full"),
        (duckdb.FatalException("could not write to file: File too large"), "disk_full"),
        (PermissionError(errno.EACCES, "Permission denied"), "no_access"),
        (OSError(errno.EROFS, "Read-only file system"), "no_access"),
        (duckdb.TransactionException('Cannot open file "w.duckdb.wal": Permission denied'), "no_access"),
        (duckdb.IOException("Could not read enough bytes from file"), "warehouse_damaged"),
        (
            duckdb.Error("Corrupt database file: computed checksum 1 does not match stored checksum 2"),
            "warehouse_damaged",
        ),
        (duckdb.SerializationException("Failed to deserialize"), "warehouse_damaged"),
    ],
)
def test_what_the_disk_does_is_told_by_code(error: Exception, code: str) -> None:
    with pytest.raises(SourcelineError) as told, telling_faults(Path("w.duckdb")):
        raise error
    assert (told.value.code, told.value.place) == (code, "w.duckdb")


def test_a_file_that_may_not_be_written_is_named() -> None:
    with pytest.raises(SourcelineError) as told, telling_faults(Path("w.duckdb")):
        raise PermissionError(errno.EACCES, "Permission denied", "w.duckdb.lock")
    assert (told.value.code, told.value.place) == ("no_access", "w.duckdb.lock")


def test_an_error_that_follows_from_a_full_disk_is_told_as_that() -> None:
    with pytest.raises(SourcelineError) as told, telling_faults(Path("w.duckdb")):
        try:
            raise FULL
        finally:
            raise duckdb.TransactionException("the transaction is over")
    assert told.value.code == "disk_full"


@pytest.mark.parametrize(
    "error",
    [
        ValueError("No space left on device"),
        FileExistsError(errno.EEXIST, "File exists"),
        duckdb.CatalogException("no such table"),
        SourcelineError("warehouse_newer"),
    ],
)
def test_other_errors_are_left_as_they_are(error: Exception) -> None:
    with pytest.raises(type(error)) as left, telling_faults(Path("w.duckdb")):
        raise error
    assert left.value is error


def test_who_has_the_old_file_open_keeps_it(tmp_path: Path) -> None:
    target, new = tmp_path / "target", tmp_path / "new"
    target.write_text("old")
    new.write_text("new")
    with target.open() as opened:
        put_in_place(new, target)
        assert opened.read() == "old"
    assert target.read_text() == "new"
    assert not new.exists()
