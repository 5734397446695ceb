"""Make a warehouse anew from its raw files, beside the old one, and hold the one against the other."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from flows.amend import amending
from flows.run import run_directly
from flows.settings import Settings
from schemas.errors import SourcelineError
from warehouse.carry import carry_ledger, carry_readings
from warehouse.checksums import CHECKED, checksum, checksums
from warehouse.disk import put_in_place
from warehouse.lock import locked
from warehouse.store import SETTINGS, open_store, store_path

UNREADABLE = "unreadable"
"""In the place of a checksum: the old table cannot be read."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What came of a rebuild.

    `old` and `new` are the checksums by table of the `compared` readings, those that both warehouses hold; `carried`
    are readings of bytes that are gone or of other versions, taken over as they are; `lost` are tables of the old
    warehouse that could not be taken over.
    """

    compared: int
    old: Mapping[str, str]
    new: Mapping[str, str]
    carried: int
    lost: tuple[str, ...]

    @property
    def differing(self) -> list[str]:
        return [table for table in self.new if self.old[table] != self.new[table]]


def rebuild(settings: Settings, *, replacing: bool = False) -> Rebuilt:
    """Read everything anew and compare; with `replacing` the new warehouse takes the old one's place.

    Until then the old one is untouched, and readers keep it. No other process writes meanwhile. Raises SourcelineError
    "nothing_to_read" without raw files, "warehouse_missing", and as `warehouse.store.open_store` does.
    """
    store = store_path(settings.warehouse)
    old = next((path for path in (store, settings.warehouse) if path.is_file()), None)
    if not settings.raw.is_dir():
        raise SourcelineError("nothing_to_read", str(settings.raw))
    if old is None:
        raise SourcelineError("warehouse_missing", str(settings.warehouse))
    with locked(store.with_name(store.name + ".lock"), settings.wait):
        discard(settings.warehouse)
        try:
            _settle(old)
            rebuilt = _make(settings, old)
            if replacing:
                store.with_name(store.name + ".wal").unlink(missing_ok=True)
                put_in_place(store_path(_beside(settings).warehouse), store)
        finally:
            discard(settings.warehouse)
    if replacing:
        with amending(settings.warehouse, settings.wait):
            pass  # it is to be published, no more
    return rebuilt


def discard(warehouse: Path) -> None:
    """Remove what a rebuild of this warehouse that was broken off has left behind."""
    shutil.rmtree(_beside(Settings(warehouse=warehouse)).warehouse.parent, ignore_errors=True)


def _beside(settings: Settings) -> Settings:
    """The same settings for a warehouse in a folder of its own, so that nothing of the old one is written over."""
    warehouse = settings.warehouse
    return replace(settings, warehouse=warehouse.with_name(f"{warehouse.stem}.rebuilt") / warehouse.name)


def _settle(old: Path) -> None:
    """Have DuckDB write what stands in the log of a store that was broken off into the store, where it still can."""
    with suppress(duckdb.Error):
        duckdb.connect(old, config=SETTINGS).close()


def _make(settings: Settings, old: Path) -> Rebuilt:
    beside = _beside(settings)
    with open_store(beside.warehouse) as store:
        lost = carry_ledger(store.connection, (old, settings.warehouse))
        elsewhere = [Path(path) for (path,) in store.connection.execute(_ELSEWHERE).fetchall()]
    run_directly(replace(beside, paths=(settings.raw, *filter(Path.exists, elsewhere))))
    with open_store(beside.warehouse) as store:
        fresh = [row[0] for row in store.connection.execute("SELECT extraction_id FROM extractions").fetchall()]
        carried = carry_readings(store.connection, old)
        compared, before = _checksums_of(old, fresh)
        after = checksums(store.connection, compared)
    return Rebuilt(len(compared), before, after, carried.readings, lost + carried.lost)


_ELSEWHERE = "SELECT DISTINCT path FROM source_files WHERE gone_run IS NULL AND starts_with(path, '/') ORDER BY path"
"""Files that were read from outside the landing zone."""


def _checksums_of(old: Path, fresh: list[str]) -> tuple[list[str], dict[str, str]]:
    """The readings that the old warehouse holds of the fresh ones, and its checksums of them."""
    try:
        with duckdb.connect(old, read_only=True, config=SETTINGS) as connection:
            held = {row[0] for row in connection.execute("SELECT extraction_id FROM extractions").fetchall()}
            compared = [extraction for extraction in fresh if extraction in held]
            return compared, {table: _old_checksum(connection, table, compared) for table in CHECKED}
    except duckdb.Error:
        return fresh, dict.fromkeys(CHECKED, UNREADABLE)


def _old_checksum(connection: duckdb.DuckDBPyConnection, table: str, extractions: list[str]) -> str:
    try:
        return checksum(connection, table, extractions)
    except duckdb.Error:
        return UNREADABLE
