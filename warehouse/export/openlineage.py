"""The runs as OpenLineage events, one JSON object a line: a start and an end for each."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from warehouse.export.runs import Run, read_runs, utc

PRODUCER = "urn:sourceline"
EVENT = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
STATISTICS = "https://openlineage.io/spec/facets/1-0-2/OutputStatisticsOutputDatasetFacet.json"
VERSION = "https://openlineage.io/spec/facets/1-0-1/DatasetVersionDatasetFacet.json"

ENDED = {"completed": "COMPLETE", "failed": "FAIL", "interrupted": "ABORT"}
"""How a run of the ledger ended, in the words of the standard."""


def write_lineage(connection: duckdb.DuckDBPyConnection, target: Path) -> None:
    """Write the events of every run, the oldest first."""
    with target.open("w", encoding="utf-8") as file:
        for run in read_runs(connection):
            for event in events(run):
                file.write(json.dumps(event, ensure_ascii=False) + "\n")


def events(run: Run) -> Iterator[dict[str, Any]]:
    """The start of a run, and its end if it has ended, with the documents it read and the rows it added."""
    yield _event(run, "START", run.started_at)
    if run.finished_at:
        yield _event(run, ENDED.get(run.state, "OTHER"), run.finished_at) | {
            "inputs": [_document(read) for read in run.extractions],
            "outputs": [_table(table["table"], table["rows"]) for table in run.tables],
        }


def _event(run: Run, kind: str, time: datetime) -> dict[str, Any]:
    return {
        "eventType": kind,
        "eventTime": utc(time),
        "producer": PRODUCER,
        "schemaURL": EVENT,
        "run": {"runId": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{PRODUCER}:run:{run.run_id}"))},
        "job": {"namespace": "sourceline", "name": "ingest"},
        "inputs": [],
        "outputs": [],
    }


def _document(read: dict[str, Any]) -> dict[str, Any]:
    version = {"_producer": PRODUCER, "_schemaURL": VERSION, "datasetVersion": read["document_id"]}
    return {"namespace": "raw", "name": read["path"] or read["document_id"], "facets": {"version": version}}


def _table(name: str, rows: int) -> dict[str, Any]:
    statistics = {"_producer": PRODUCER, "_schemaURL": STATISTICS, "rowCount": rows}
    return {"namespace": "sourceline", "name": name, "outputFacets": {"outputStatistics": statistics}}
