"""A large warehouse as it is published: immutable Parquet, one file per load and table, and a catalogue over them.

The catalogue `x.duckdb` holds the ledger as tables, the content tables as views of the same names, and in `parts` the
files that these read, with their checksums. They stand in `x.parts` beside it and are named relative to it, so that
both can be moved together. A file's name is a digest of what is in it: what a load holds never changes but by
forgetting, and then the file gets another name.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb

from schemas.dtypes import TABLES
from warehouse.disk import put_in_place
from warehouse.statements import literal, statements
from warehouse.transactions import transaction


class Part(NamedTuple):
    """A file: the table and load whose rows it holds, its path beside the catalogue, its size and its checksum."""

    table_name: str
    load_id: str
    path: str
    bytes: int
    sha256: str


def parts_folder(published: Path) -> Path:
    """Where the Parquet files of a published warehouse stand, if it has any."""
    return published.with_suffix(".parts")


def search_path(published: Path) -> dict[str, str]:
    """The setting that lets DuckDB find the parts, from wherever it was started.

    It takes no folder with a comma, and so what stands in one is never published in parts.
    """
    folder = str(published.absolute().parent)
    return {} if "," in folder else {"file_search_path": folder}


def damaged_parts(connection: duckdb.DuckDBPyConnection, published: Path) -> list[str]:
    """The parts of a published warehouse that are gone or are not what was written, by path."""
    return [part.path for part in named_parts(connection) if not _is_sound(part, published.resolve())]


def named_parts(connection: duckdb.DuckDBPyConnection) -> list[Part]:
    """The parts that a published warehouse names; none where it is a copy."""
    if not connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'parts'").fetchone():
        return []
    return [Part(*row) for row in connection.execute("FROM parts ORDER BY path").fetchall()]


def write_catalogue(store: Path, published: Path, target: Path, known: Sequence[Part]) -> list[Part]:
    """Write the catalogue of a store (closed, its path) to `target`, and the parts that are not `known`; all its parts.

    What is known need not be there any more, or not whole: what is not is written again.
    """
    there = {part.path: part for part in known if _size(part, published) == part.bytes}
    with duckdb.connect(target, config={**search_path(published)}) as catalogue:
        catalogue.execute(f"ATTACH {literal(store)} AS store (READ_ONLY)")
        parts = [there.get(part.path) or _write(catalogue, part, published) for part in _wanted(catalogue, published)]
        with transaction(catalogue):  # each statement by itself would be flushed to the disk
            for table in _tables(catalogue):
                catalogue.execute(_definition(table, [part.path for part in parts if part.table_name == table]))
            catalogue.execute(
                "CREATE TABLE parts (table_name TEXT, load_id TEXT, path TEXT, bytes BIGINT, sha256 TEXT)"
            )
            if parts:
                catalogue.executemany("INSERT INTO parts VALUES (?, ?, ?, ?, ?)", parts)
            for view in statements("views"):
                catalogue.execute(view.sql)
    return parts


def remove_unnamed(published: Path, named: Sequence[Part]) -> None:
    """Remove the files that are not named: those of a catalogue before, or of one that was never finished."""
    folder = parts_folder(published)
    if not folder.is_dir():
        return
    kept = {part.path for part in named}
    for file in folder.glob("*/*"):
        if file.relative_to(folder.parent).as_posix() not in kept:
            file.unlink()
    if not named:
        shutil.rmtree(folder)


_WANTED = """
SELECT
    table_name,
    load_id,
    $folder || '/' || table_name || '/'
        || md5(load_id || shape || string_agg(extraction_id || extracted, ' ' ORDER BY extraction_id)) || '.parquet'
FROM store.extraction_rows
JOIN (
    SELECT table_name, string_agg(column_name || data_type, ' ' ORDER BY column_index) AS shape
    FROM duckdb_columns() WHERE database_name = 'store' GROUP BY table_name
) USING (table_name)
GROUP BY table_name, load_id, shape
ORDER BY table_name, load_id
"""
"""The parts of the store; 0 for their size and no checksum, as they are not written yet."""

_ROWS = """
COPY (
    SELECT * FROM store.{table}
    SEMI JOIN (FROM store.extraction_rows WHERE load_id = $load AND table_name = $table) USING (extraction_id)
) TO {target} (FORMAT parquet, COMPRESSION zstd)
"""


def _wanted(catalogue: duckdb.DuckDBPyConnection, published: Path) -> list[Part]:
    rows = catalogue.execute(_WANTED, {"folder": parts_folder(published).name}).fetchall()
    return [Part(table_name, load_id, path, 0, "") for table_name, load_id, path in rows]


def _write(catalogue: duckdb.DuckDBPyConnection, part: Part, published: Path) -> Part:
    target = published.parent / part.path
    new = target.with_suffix(".new")
    target.parent.mkdir(parents=True, exist_ok=True)
    sql = _ROWS.format(table=part.table_name, target=literal(new))
    catalogue.execute(sql, {"load": part.load_id, "table": part.table_name})
    put_in_place(new, target)
    return _measured(part, published)


def _definition(table: str, paths: Iterable[str]) -> str:
    """Content with parts is a view of them; all else is copied, and without parts there is nothing to copy."""
    files = ", ".join(map(literal, paths))
    if table in TABLES and files:
        return f"CREATE VIEW {table} AS SELECT * FROM read_parquet([{files}])"
    return f"CREATE TABLE {table} AS FROM store.{table}"


def _tables(catalogue: duckdb.DuckDBPyConnection) -> list[str]:
    sql = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'store' ORDER BY table_name"
    return [name for (name,) in catalogue.execute(sql).fetchall()]


def _size(part: Part, published: Path) -> int:
    path = published.parent / part.path
    return path.stat().st_size if path.is_file() else -1


def _is_sound(part: Part, published: Path) -> bool:
    return _size(part, published) == part.bytes and _measured(part, published) == part


def _measured(part: Part, published: Path) -> Part:
    """The part with the size and checksum that its file has."""
    with (published.parent / part.path).open("rb") as file:
        checksum = hashlib.file_digest(file, "sha256").hexdigest()
    return part._replace(bytes=_size(part, published), sha256=checksum)
