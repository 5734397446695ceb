"""Readers get the warehouse whole: a snapshot of the store, put in place by one atomic rename."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb

from warehouse.store import Store

_STATE = """
SELECT (SELECT count(*) FROM loads), (SELECT count(*) FROM source_files), (SELECT count(gone_run) FROM source_files),
       (SELECT count(*) FROM quarantine WHERE status <> 'open'), (SELECT list(checksum ORDER BY name) FROM migrations)
"""
"""What moves whenever a reader could see something new; a run that changed nothing does not move it."""


def publish(store: Store) -> bool:
    """Replace the published snapshot, if the store holds something that it does not. True when it was replaced.

    The store's connection is closed while its file is copied; its lock is held throughout.
    """
    if _state(store.connection) == _published_state(store.published):
        return False
    store.connection.execute("CHECKPOINT")
    store.connection.close()
    try:
        _replace(store.path, store.published)
    finally:
        store.reopen()
    return True


def _state(connection: duckdb.DuckDBPyConnection) -> object:
    return connection.execute(_STATE).fetchone()


def _published_state(published: Path) -> object:
    try:
        with duckdb.connect(published, read_only=True) as connection:
            return _state(connection)
    except duckdb.Error:
        return None


def _replace(source: Path, target: Path) -> None:
    copy = target.with_name(target.name + ".new")
    shutil.copyfile(source, copy)
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    copy.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
