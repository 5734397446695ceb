from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse.export.openlineage import events, write_lineage
from warehouse.export.provenance import provenance, write_provenance
from warehouse.export.runs import Run, read_runs

READ = {"extraction_id": "e1", "document_id": "d1", "media_type": "text/plain", "path": "ferries.txt"}
RUN = Run(
    run_id="20240131T020000.000000-ab12",
    code_version="0.1.0",
    parser_version="1",
    schema_version="1",
    started_at=datetime.fromisoformat("2024-01-31T02:00:00"),
    finished_at=datetime.fromisoformat("2024-01-31T02:05:30"),
    state="completed",
    tables=[{"table": "claims", "rows": 7}],
    extractions=[READ],
)


def test_the_ledger_is_read_whole(reader: duckdb.DuckDBPyConnection) -> None:
    (run,) = read_runs(reader)
    assert {read["path"] for read in run.extractions} == {"ferries.txt", "more/buses.txt"}
    assert {table["table"]: table["rows"] for table in run.tables}["extractions"] == 2


def test_a_run_is_an_activity_that_used_documents_and_made_extractions() -> None:
    nodes = {node["@id"]: node for node in provenance([RUN, RUN])}
    run = f"urn:sourceline:run:{RUN.run_id}"
    assert set(nodes) == {run, "urn:sourceline:version:0.1.0:1:1", "urn:sha256:d1", "urn:sourceline:extraction:e1"}
    assert nodes[run]["prov:endedAtTime"]["@value"] == "2024-01-31T02:05:30.000Z"
    assert nodes["urn:sourceline:extraction:e1"]["prov:wasDerivedFrom"] == {"@id": "urn:sha256:d1"}
    assert nodes["urn:sourceline:extraction:e1"]["prov:wasGeneratedBy"] == {"@id": run}


def test_a_run_starts_and_completes_as_one_openlineage_run() -> None:
    start, end = events(RUN)
    assert (start["eventType"], end["eventType"]) == ("START", "COMPLETE")
    assert start["run"] == end["run"]
    assert [dataset["name"] for dataset in end["inputs"]] == ["ferries.txt"]
    assert [
        (dataset["name"], dataset["outputFacets"]["outputStatistics"]["rowCount"]) for dataset in end["outputs"]
    ] == [("claims", 7)]


def test_files_are_json(reader: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    write_provenance(reader, tmp_path / "p.jsonld")
    write_lineage(reader, tmp_path / "o.jsonl")
    assert json.loads((tmp_path / "p.jsonld").read_text("utf-8"))["@graph"]
    assert [json.loads(line)["eventType"] for line in (tmp_path / "o.jsonl").read_text("utf-8").splitlines()] == [
        "START",
        "COMPLETE",
    ]
