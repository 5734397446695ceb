"""A run, step by step: plan, parse a batch, load it, settle what lies where, check, publish.

The steps are the same with Prefect (`flows.ingest`) and without (`sourceline run --direct`). The ledger alone decides
what is loaded, so a run can be broken off anywhere and started again.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING

import duckdb

from flows.plan import Batch, Known, Plan, make_plan
from flows.progress import tell
from flows.settings import Settings
from flows.summary import Summary, by_code
from flows.walk import scope_of, walk
from schemas.rejections import Rejection
from warehouse.check import run_checks
from warehouse.ledger import SourceFile, finish_run, present_files, record_files, settled, start_run
from warehouse.load import load
from warehouse.publish import publish
from warehouse.reader import open_reader
from warehouse.staging import Staged
from warehouse.store import Store, open_store

if TYPE_CHECKING:
    from flows.parse import Parsed


@dataclass(slots=True)
class Run:
    """An open run: the only writer of its warehouse until it ends."""

    settings: Settings
    store: Store
    run_id: str
    rejected: list[Rejection] = field(default_factory=list)
    rows: Counter[str] = field(default_factory=Counter)
    loaded: int = 0

    def plan(self) -> Plan:
        """What stands in the landing zone, and what of it this run reads."""
        return plan_run(self.settings, self.store.connection)

    def parse(self, batch: Batch) -> Parsed:
        """Read a batch, hold its rows against their contracts, and put both kinds on disk."""
        from flows.parse import parse  # pandera takes its time, and most nights there is nothing to parse

        return parse(batch, self.settings)

    def load(self, parsed: Parsed, planned: int) -> None:
        """Add a parsed batch to the warehouse: one transaction."""
        self._add(parsed.staged)
        self.rejected.extend(parsed.rejected)
        self.loaded += len(parsed.batch.documents)
        tell(self.loaded, planned)

    def settle(self, plan: Plan) -> None:
        """Enter which document lies where now, and quarantine the paths that gave none."""
        paths = [rejection for rejection in (*plan.rejected, *self.rejected) if not rejection.document_id]
        if paths:
            from flows.parse import stage_rejections

            self._add(stage_rejections(paths, self.settings))
        scope = scope_of(self.settings.asked, self.settings.raw)
        record_files(self.store, self.run_id, _source_files(plan, paths), scope)

    def check(self, plan: Plan) -> Summary:
        """Hold the whole warehouse against its promises, and count."""
        connection = self.store.connection
        fresh = {sighting.reading for batch in plan.batches for sighting in batch.documents}
        return Summary(
            run_id=self.run_id,
            files=plan.seen,
            documents=plan.documents,
            unchanged=sum(sighting.reading not in fresh for sighting in plan.sightings),
            rejected=len(plan.rejected) + len(self.rejected),
            rows=dict(self.rows),
            failed_checks={broken.check.name: len(broken.offending.rows) for broken in run_checks(connection)},
            **by_code(connection),
        )

    def publish(self, summary: Summary) -> None:
        """Close the run in the ledger, let readers see the new state, and write the report of it."""
        finish_run(self.store, self.run_id, "completed", summary.counts())
        published = publish(self.store)
        if published or not self.settings.report.exists():
            from warehouse.report.render import write_report

            write_report(self.settings.warehouse, self.settings.report)

    def _add(self, staged: Staged) -> None:
        self.rows.update(load(self.store, staged, self.run_id).rows)
        staged.discard()


@contextmanager
def open_run(settings: Settings, flow_run_id: str | None = None) -> Iterator[Run]:
    """Open the warehouse for a run and enter it in the ledger; a run that raises is entered as failed.

    Raises SourcelineError as `warehouse.store.open_store` does.
    """
    with open_store(settings.warehouse) as store:
        shutil.rmtree(settings.stage, ignore_errors=True)
        run = Run(settings, store, start_run(store, code_version=version("sourceline"), flow_run_id=flow_run_id))
        try:
            yield run
        except BaseException:
            finish_run(store, run.run_id, "failed", {})
            raise
        finally:
            shutil.rmtree(settings.stage, ignore_errors=True)


def run_directly(settings: Settings) -> Summary:
    """A whole run in this process, without a scheduler."""
    with open_run(settings) as run:
        plan = run.plan()
        for batch in plan.batches:
            run.load(run.parse(batch), plan.documents)
        run.settle(plan)
        summary = run.check(plan)
        run.publish(summary)
    return summary


def dry_run(settings: Settings) -> Plan:
    """The plan of a run, from what has been published; nothing is written."""
    if not settings.warehouse.is_file():
        return make_plan(walk(settings.asked, settings.raw), known={}, settled=(), batch_size=settings.batch_size)
    with open_reader(settings.warehouse) as connection:
        return plan_run(settings, connection)


def plan_run(settings: Settings, connection: duckdb.DuckDBPyConnection) -> Plan:
    """The plan of a run, from what a connection to the warehouse knows."""
    return make_plan(
        walk(settings.asked, settings.raw),
        known={
            path: Known(file.document_id, file.size, file.mtime_ns) for path, file in present_files(connection).items()
        },
        settled=settled(connection),
        batch_size=settings.batch_size,
    )


def _source_files(plan: Plan, rejected: list[Rejection]) -> list[SourceFile]:
    lost = {rejection.path for rejection in rejected}
    found = [
        SourceFile(item.path, document_id, item.media_type, item.size, item.mtime_ns)
        for item, document_id in plan.sightings
        if item.path not in lost
    ]
    return found + [SourceFile(str(path), None, None, None, None) for path in sorted(map(str, lost))]
