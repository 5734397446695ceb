"""A run, step by step: plan, parse a batch, load it, settle what lies where, check, publish.

The steps are the same with Prefect (`flows.ingest`) and without (`sourceline run --direct`). The ledger alone decides
what is loaded, so a run can be broken off anywhere and started again: what it loaded stays, what it staged whole is
loaded by the next run, and all else is as if it had not been.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from flows.items import Place
from flows.plan import Batch, Known, Plan, make_plan
from flows.progress import tell
from flows.settings import Settings
from flows.summary import Summary, forgotten_documents, standing
from flows.walk import scope_of, walk
from schemas.rejections import Rejection
from warehouse.check import run_checks
from warehouse.ledger import SourceFile, finish_run, present_files, record_files, settled, start_run
from warehouse.load import load
from warehouse.publish import publish
from warehouse.reader import open_reader
from warehouse.staging import Staged, stage_rejections, sweep
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
        plan = plan_run(self.settings, self.store.connection)
        sweep(self.settings.stage, keep={batch.batch_id for batch in plan.batches})
        return plan

    def parse(self, batch: Batch) -> Parsed:
        """Read a batch, hold its rows against their contracts, and put both kinds on disk."""
        from flows.parse import parse  # pandera takes its time, and most nights there is nothing to parse

        return parse(batch, self.settings)

    def load(self, parsed: Parsed, planned: int) -> None:
        """Add a parsed batch to the warehouse: one transaction."""
        self._add(parsed.staged)
        self.rejected.extend(parsed.staged.rejected)
        self.loaded += len(parsed.batch.documents)
        tell(self.loaded, planned)

    def settle(self, plan: Plan) -> None:
        """Enter which document lies where now, and quarantine the paths that gave none."""
        paths = [rejection for rejection in (*plan.rejected, *self.rejected) if not rejection.document_id]
        if paths:
            self._add(stage_rejections(paths, self.settings.stage))
        scope = scope_of(self.settings.asked, self.settings.raw)
        record_files(self.store, self.run_id, _source_files(plan, paths), scope)

    def check(self, plan: Plan) -> Summary:
        """Hold the whole warehouse against its promises, and count."""
        connection = self.store.connection
        fresh = {sighting.reading for batch in plan.batches for sighting in batch.documents}
        known = [sighting.document_id for sighting in plan.sightings if sighting.reading not in fresh]
        forgotten = sum(map(forgotten_documents(connection).__contains__, known))
        return Summary(
            run_id=self.run_id,
            files=plan.seen,
            documents=plan.documents,
            unchanged=len(known) - forgotten,
            forgotten=forgotten,
            rejected=len(plan.rejected) + len(self.rejected),
            rows=dict(self.rows),
            failed_checks={broken.check.name: len(broken.offending.rows) for broken in run_checks(connection)},
            **standing(connection),
        )

    def publish(self, summary: Summary) -> None:
        """Close the run in the ledger, let readers see the new state, and write the report of it."""
        finish_run(self.store, self.run_id, "completed", summary.counts())
        publish(self.store)
        if _is_older(self.settings.report, self.settings.warehouse):
            from warehouse.report.render import write_report

            write_report(self.settings.warehouse, self.settings.report)

    def _add(self, staged: Staged) -> None:
        self.rows.update(load(self.store, staged, self.run_id).rows)
        staged.discard()


@contextmanager
def open_run(settings: Settings, flow_run_id: str | None = None) -> Iterator[Run]:
    """Open the warehouse for a run and enter it in the ledger, with how it ended if not well.

    Raises SourcelineError as `warehouse.store.open_store` does.
    """
    with open_store(settings.warehouse, settings.wait) as store:
        run = Run(settings, store, start_run(store, code_version=version("sourceline"), flow_run_id=flow_run_id))
        try:
            yield run
        except BaseException as error:
            with suppress(duckdb.Error):  # where nothing can be written any more, the next run enters it
                finish_run(store, run.run_id, "failed" if isinstance(error, Exception) else "interrupted", {})
            raise
        finally:
            sweep(settings.stage)


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


def plan_run(
    settings: Settings, connection: duckdb.DuckDBPyConnection, again: Collection[tuple[str, str]] = ()
) -> Plan:
    """The plan of a run, from what a connection to the warehouse knows; the readings in `again` are made again."""
    return make_plan(
        walk(settings.asked, settings.raw),
        known={
            Place(file.path, file.member, file.byte_offset): Known(file.document_id, file.size, file.mtime_ns)
            for file in present_files(connection)
        },
        settled=settled(connection).difference(again),
        batch_size=settings.batch_size,
    )


def _is_older(page: Path, source: Path) -> bool:
    """Whether a page was made before its source, or not at all."""
    return not page.exists() or page.stat().st_mtime_ns < source.stat().st_mtime_ns


def _source_files(plan: Plan, rejected: list[Rejection]) -> list[SourceFile]:
    lost = {rejection.path for rejection in rejected}
    found = [
        SourceFile(
            item.path,
            document_id,
            item.media_type,
            item.size,
            item.mtime_ns,
            member=item.member,
            byte_offset=item.byte_offset,
        )
        for item, document_id in plan.sightings
        if item.name not in lost
    ]
    return found + [SourceFile(str(path), None, None, None, None) for path in sorted(map(str, lost))]
