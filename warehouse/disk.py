"""What the disk does to a writer: files that are to last are flushed to it; a full or a closed one is told as such."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from schemas.errors import SourcelineError

_CODES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "disk_full"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "no_access"),
}
_BY_WORDS = {os.strerror(number): code for number, code in _CODES.items()}
"""DuckDB passes on the words of the operating system, not its number."""

_UNREADABLE = (duckdb.IOException, duckdb.SerializationException)
_SENSELESS = (duckdb.InvalidInputException, duckdb.InternalException, duckdb.FatalException, UnicodeDecodeError)
"""What DuckDB raises when a block is not there, and when it makes no sense: its message may quote the bytes."""


@contextmanager
def telling_faults(place: Path) -> Iterator[None]:
    """Turn what the disk does wrong into SourcelineError "disk_full", "no_access" or "warehouse_damaged"."""
    try:
        yield
    except Exception as error:
        if refusal := _refusal(error):
            code, file = refusal
            raise SourcelineError(code, str(file or place)) from error
        if is_unreadable(error) or isinstance(error, _SENSELESS):
            raise SourcelineError("warehouse_damaged", str(place)) from error
        raise


def is_unreadable(error: Exception) -> bool:
    """Whether DuckDB cannot read a file; for a wrong checksum it raises its bare base class."""
    return isinstance(error, _UNREADABLE) or type(error) is duckdb.Error


def _refusal(error: BaseException | None) -> tuple[str, str | None] | None:
    """The code, and the file where it is known, if the error or one that it came from is about space or permissions.

    A failed write is often followed by other errors.
    """
    if error is None:
        return None
    if isinstance(error, OSError) and error.errno in _CODES:
        return _CODES[error.errno], error.filename
    if isinstance(error, duckdb.Error | OSError):
        for words, code in _BY_WORDS.items():
            if words in str(error):
                return code, None
    return _refusal(error.__cause__ or error.__context__)


def put_in_place(new: Path, target: Path) -> None:
    """Flush a finished file to the disk and rename it; whoever has the old one open keeps it."""
    flush(new)
    new.replace(target)
    flush(target.parent)


def flush(path: Path) -> None:
    """Have the disk hold what was written to a file, or which names stand in a folder."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
