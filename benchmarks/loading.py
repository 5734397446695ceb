"""What the warehouse takes for a million claims, and the planner for 100,000 files: `python benchmarks/loading.py`.

The rows are those of the project's own articles, copied under other identifiers until there are claims enough, and
staged in batches as a run stages them. They are loaded as a run loads them, and beside it, in the same process, by a
bare CREATE TABLE AS of the same files; the ratio of the two rates is what counts, by the clock and by processor time,
which a busy machine disturbs less. The files are as many real ones, all of which the ledger knows already.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb
import polars as pl

from flows.extract import extract
from flows.items import SourceItem
from flows.run import plan_run
from flows.settings import Settings
from flows.walk import walk
from schemas.dtypes import TABLES
from schemas.frames import frames
from schemas.validation import Validated
from schemas.versions import PARSER_VERSION, SCHEMA_VERSION
from warehouse.ledger import SourceFile, record_files, start_run
from warehouse.load import load
from warehouse.staging import Staged, stage
from warehouse.store import open_store

ROOT = Path(__file__).parents[1]
BATCH = 100_000
"""Claims in a batch: those of a thousand documents."""

RATIO = 0.6
SECONDS = 5.0


def main() -> None:
    """Print both figures, each beside its bound."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--files", type=int, default=100_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure_loading(Path(folder) / "loading", asked.claims)
    with tempfile.TemporaryDirectory() as folder:
        measure_planning(Path(folder) / "planning", asked.files)


def measure_loading(folder: Path, claims: int) -> None:
    """Load staged batches, and their rows once more without keys, ledger or checks."""
    batches = stage_batches(folder / "stage", claims)
    bare = measured(lambda: create_tables(folder))
    loaded = measured(lambda: load_batches(folder / "w.duckdb", batches))
    with duckdb.connect(str(folder / "bare.duckdb"), read_only=True) as connection:
        counts = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0] for table in TABLES}
    rows = sum(counts.values())
    print(f"{counts['claims']} claims, {rows} rows in all tables, {len(batches)} batches")
    print(f"loaded {rows / loaded.clock:9.0f} rows/s   bare {rows / bare.clock:9.0f} rows/s")
    ratios = f"{bare.clock / loaded.clock:.2f} by the clock, {bare.processor / loaded.processor:.2f} by processor time"
    print(f"ratio {ratios} (bound {RATIO})")


def stage_batches(stage_folder: Path, claims: int) -> list[Staged]:
    """The project's articles, copied until there are `claims` claims, staged."""
    articles = [extract(path.read_bytes(), name=path.name) for path in sorted((ROOT / "raw").glob("*.txt"))]
    tables = frames(articles)
    copies = max(1, BATCH // tables["claims"].height)
    count = -(-claims // (tables["claims"].height * copies))
    return [stage(copied(tables, number, copies), stage_folder, f"batch {number}") for number in range(count)]


def copied(tables: Mapping[str, pl.DataFrame], batch: int, copies: int) -> Validated:
    """The rows `copies` times, each time under other extraction identifiers."""
    names = pl.DataFrame({"copy": [f"-{batch}-{copy}" for copy in range(copies)]})
    made = {
        table: frame.join(names, how="cross").with_columns(pl.col("extraction_id") + pl.col("copy")).drop("copy")
        for table, frame in tables.items()
    }
    counts = [
        frame.group_by("extraction_id").agg(
            pl.lit(table).alias("table_name"), pl.len().cast(pl.Int64).alias("extracted")
        )
        for table, frame in made.items()
    ]
    return Validated(made, pl.DataFrame(), pl.concat(counts))


def load_batches(published: Path, batches: list[Staged]) -> None:
    """As a run does."""
    with open_store(published) as store:
        run_id = start_run(store, code_version="benchmark")
        for batch in batches:
            load(store, batch, run_id)


def create_tables(folder: Path) -> None:
    """The same rows, as fast as DuckDB takes them."""
    with duckdb.connect(str(folder / "bare.duckdb")) as connection:
        for table in TABLES:
            connection.execute(f"CREATE TABLE {table} AS FROM read_parquet('{folder}/stage/*/{table}.parquet')")


def measure_planning(folder: Path, files: int) -> None:
    """Plan a landing zone in which nothing is new."""
    settings = Settings(raw=folder / "raw", warehouse=folder / "w.duckdb")
    for number in range(files):
        path = settings.raw / str(number // 1000) / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Fares rose.\n", "utf-8")
    items = [item for item in walk(settings.asked, settings.raw) if isinstance(item, SourceItem)]
    with open_store(settings.warehouse) as store:
        record_files(store, "r", [SourceFile(*known(item)) for item in items])
        store.connection.execute(
            """
            INSERT INTO extractions BY NAME
            SELECT document_id AS extraction_id, document_id, 'l' AS load_id, media_type, 'utf-8' AS encoding,
                '' AS text_sha256, $parser AS parser_version, $schema AS schema_version, 0 AS characters,
                0 AS replaced_characters, false AS truncated, 0 AS lines
            FROM source_files
            """,
            {"parser": PARSER_VERSION, "schema": SCHEMA_VERSION},
        )
        plans = []
        took = measured(lambda: plans.append(plan_run(settings, store.connection)))
    seconds = f"{took.clock:.2f} s, {took.processor:.2f} s of them at work"
    print(f"{plans[0].seen} files, {plans[0].documents} to read, planned in {seconds} (bound {SECONDS} s)")


def known(item: SourceItem) -> tuple[str, str, str, int, int]:
    """What the ledger knows of a file; a document of its own for each, as in a real corpus."""
    return item.path, f"{hash(item.path) & (1 << 64) - 1:064x}", item.media_type, item.size, item.mtime_ns


class Seconds(NamedTuple):
    """What some work took."""

    clock: float
    processor: float


def measured(work: Callable[[], object]) -> Seconds:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Seconds(time.perf_counter() - clock, time.process_time() - processor)


if __name__ == "__main__":
    main()
