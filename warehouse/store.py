"""The writer's own database, and the lock that keeps it to one writer at a time.

Readers never open it: they open the published snapshot that stands beside it (`warehouse.publish`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from schemas.errors import SourcelineError
from warehouse.disk import telling_faults
from warehouse.lock import locked
from warehouse.migrate import migrate
from warehouse.statements import literal

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "preserve_insertion_order": "false",
    "checkpoint_threshold": "64MB",
}
"""No extension is fetched from a network; rows have no order but the one their columns give; and the log of what is
committed is folded in now and then, not at every load: publishing does it anyway.
"""

ROW_GROUP = 8192
"""Rows that DuckDB keeps together: a load of that many goes into the file as it is read, compressed, on every core;
fewer are written to the log first, and again when it is folded in. DuckDB's own 122,880 is more than most loads have.
"""


@dataclass(slots=True)
class Store:
    """The open working database of the warehouse that is published at `published`."""

    published: Path
    path: Path
    connection: duckdb.DuckDBPyConnection

    def reopen(self) -> None:
        self.connection = _connect(self.path)


def store_path(published: Path) -> Path:
    """Where the writer's database of a published warehouse stands: `x.duckdb` is written as `x.store.duckdb`."""
    return published.with_name(f"{published.stem}.store{published.suffix or '.duckdb'}")


@contextmanager
def open_store(published: Path, wait: float = 0) -> Iterator[Store]:
    """Open the working database for writing, made and migrated as needed.

    Raises SourcelineError: "warehouse_busy" if another process still writes after `wait` seconds, "warehouse_damaged",
    "warehouse_newer", "warehouse_changed"; and "disk_full" for whatever is written while it is open.
    """
    path = store_path(published)
    with telling_faults(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(path.with_name(path.name + ".lock"), wait):
            store = Store(published, path, _connect(path))
            try:
                migrate(store.connection, str(path))
                yield store
            finally:
                store.connection.close()


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(config=SETTINGS)
        connection.execute(f"ATTACH {literal(path)} AS store (TYPE duckdb, ROW_GROUP_SIZE {ROW_GROUP}); USE store")
        return connection
    except duckdb.Error as error:
        code = "warehouse_busy" if "Conflicting lock" in str(error) else "warehouse_damaged"
        raise SourcelineError(code, str(path)) from error
