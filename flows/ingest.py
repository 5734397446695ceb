"""The Prefect flow `ingest`: read what is new below `raw/` into the warehouse, check it, publish it, report on it.

One flow run per run and one task per batch; the work itself stands in `flows.run`. Nothing is cached and no result is
kept: the warehouse's own ledger, committed with the rows, decides what is loaded, and Prefect's database commits apart
from it. Tasks are tried again when the disk failed them, never when the data did: a document that cannot be read is
quarantined. Needs one writer at a time, no network, and no server: without one Prefect starts its own for the run.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, TypeVar, cast

from flows.prefect_settings import untold

os.environ.update(untold())

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.runtime import flow_run
from prefect.utilities.annotations import opaque

from flows.parse import Parsed
from flows.plan import Batch, Plan
from flows.run import Run, open_run
from flows.settings import BATCH_SIZE, WAIT, Settings, cores, landing_zone, published_warehouse
from flows.summary import Summary

T = TypeVar("T")


def _disk_failed(_task: Any, _run: TaskRun, state: State[Any]) -> bool:
    return isinstance(state.result(raise_on_failure=False), OSError)


def _as_is(argument: T) -> T:
    """Keep Prefect from walking through all that an argument holds in search of futures."""
    return cast(T, opaque(argument))


_TRANSIENT: Any = {"retries": 2, "retry_delay_seconds": [1, 10], "retry_condition_fn": _disk_failed}
_UNKEPT: Any = {"cache_policy": NO_CACHE, "persist_result": False}


@task(**_UNKEPT)
def plan(run: Run) -> Plan:
    """Walk the landing zone and drop what the ledger already holds."""
    return run.plan()


@task(task_run_name="parse_batch {batch.batch_id:.12}", **_UNKEPT, **_TRANSIENT)
def parse_batch(run: Run, batch: Batch) -> Parsed:
    """Read, validate and stage the documents of one batch."""
    return run.parse(batch)


@task(task_run_name="load {parsed.batch.batch_id:.12}", **_UNKEPT, **_TRANSIENT)
def load(run: Run, parsed: Parsed, planned: int) -> None:
    """Add a staged batch to the warehouse, all or nothing."""
    run.load(parsed, planned)


@task(**_UNKEPT)
def check(run: Run, made: Plan) -> Summary:
    """Enter what lies where, hold the warehouse against its promises, publish it and write the report."""
    run.settle(made)
    summary = run.check(made)
    run.publish(summary)
    return summary


@flow(name="ingest", persist_result=False, validate_parameters=True)
def ingest(  # noqa: PLR0913, PLR0917 - a deployment sets each by its name
    paths: list[str] | None = None,
    raw: str | None = None,
    warehouse: str | None = None,
    batch_size: int = BATCH_SIZE,
    workers: int | None = None,
    wait: float = WAIT,
) -> Summary:
    """Read new and changed articles at or below `paths` (none: all of `raw`) into the warehouse.

    `raw` and `warehouse` default to SOURCELINE_RAW and SOURCELINE_WAREHOUSE, or `raw` and
    `warehouse/sourceline.duckdb`; `workers` to the processors there are. Another run is waited for up to `wait`
    seconds. Raises SourcelineError when the warehouse cannot be written.
    """
    settings = Settings(
        paths=tuple(map(Path, paths or ())),
        raw=Path(raw) if raw else landing_zone(),
        warehouse=Path(warehouse) if warehouse else published_warehouse(),
        batch_size=batch_size,
        workers=workers or cores(),
        wait=wait,
    )
    with open_run(settings, flow_run.id) as run:
        made = plan(_as_is(run))
        for batch in made.batches:
            parsed = parse_batch(_as_is(run), _as_is(batch))
            load(_as_is(run), _as_is(parsed), made.documents)
        return check(_as_is(run), _as_is(made))
