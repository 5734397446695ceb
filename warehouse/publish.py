"""Readers get the warehouse whole: what is published is put in place by one atomic rename.

Up to a size it is a copy of the store. Past it, it is a small catalogue over one Parquet file per load and table
(`warehouse.parts`), so that no publication costs more than what is new in it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb

from schemas.dtypes import TABLES
from warehouse.disk import put_in_place
from warehouse.parts import Part, named_parts, remove_unnamed, write_catalogue
from warehouse.store import Store

COPY_LIMIT = 2_000_000_000
"""Bytes of a store that is still copied; SOURCELINE_COPY_LIMIT sets another limit."""

_NEW = ".new"

_LEDGER_TABLES = (
    "SELECT table_name FROM duckdb_tables() WHERE NOT list_contains($apart, table_name) ORDER BY table_name"
)
_APART = [*TABLES, "runs", "parts"]
"""Content tables only change with the ledger, a run alone is no news, and parts are how it is published."""


class Published(NamedTuple):
    """What stands in the published place: its state, and the parts that it names."""

    state: dict[str, object]
    parts: list[Part]


def publish(store: Store, *, keep: bool = True) -> bool:
    """Replace what is published, if the store holds something that it does not. True when it was replaced.

    Parts that are no longer named stay until the next publication, for readers that have the one before open; unless
    they are not to be kept, as what is forgotten is not. The store's connection is closed while its file is read; its
    lock is held throughout.
    """
    before = _published(store.published)
    if before and before.state == _state(store.connection):
        _remove_rest(store.published, before.parts)
        return False
    store.connection.execute("CHECKPOINT")
    store.connection.close()
    try:
        _replace(store, before.parts if before else [], keep=keep)
    finally:
        store.reopen()
    return True


def _replace(store: Store, known: Sequence[Part], *, keep: bool) -> None:
    new = store.published.with_name(store.published.name + _NEW)
    _remove_unfinished(new)
    parts: list[Part] = []
    if _is_copied(store.path):
        shutil.copyfile(store.path, new)
    else:
        parts = write_catalogue(store.path, store.published, new, known)
    put_in_place(new, store.published)
    _remove_rest(store.published, [*parts, *known] if keep else parts)


def _remove_rest(published: Path, kept: Sequence[Part]) -> None:
    """Remove what a publication before this one left, broken off or not."""
    _remove_unfinished(published.with_name(published.name + _NEW))
    remove_unnamed(published, kept)


def _remove_unfinished(new: Path) -> None:
    for path in (new, new.with_name(new.name + ".wal")):
        path.unlink(missing_ok=True)


def _is_copied(store: Path) -> bool:
    limit = int(os.environ.get("SOURCELINE_COPY_LIMIT") or COPY_LIMIT)
    return store.stat().st_size <= limit or "," in str(store.absolute())  # no parts could be found: see `search_path`


def _published(published: Path) -> Published | None:
    """None where there is nothing, or nothing that can be read."""
    try:
        with duckdb.connect(published, read_only=True) as connection:
            return Published(_state(connection), named_parts(connection))
    except duckdb.Error:
        return None


def _state(connection: duckdb.DuckDBPyConnection) -> dict[str, object]:
    """What moves whenever a reader could see something new: each ledger table's number of rows and sum of hashes."""
    tables = connection.execute(_LEDGER_TABLES, {"apart": _APART}).fetchall()
    sums = "SELECT count(*), sum(hash(entry)::HUGEINT) FROM {} AS entry"
    return {table: connection.execute(sums.format(table)).fetchone() for (table,) in tables}
