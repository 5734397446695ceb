"""The runs as PROV-O, in JSON-LD: documents are entities, runs are activities, Sourceline is the agent.

The rows of an extraction carry its id, so that each of them can be traced from here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb

from warehouse.export.runs import Run, read_runs, utc

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/",
}


def write_provenance(connection: duckdb.DuckDBPyConnection, target: Path) -> None:
    """Write what every run read and made, as one JSON-LD graph."""
    graph = list(provenance(read_runs(connection)))
    document = {"@context": CONTEXT, "@graph": graph}
    target.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")


def provenance(runs: Iterable[Run]) -> Iterator[dict[str, Any]]:
    """The nodes of the graph, each once."""
    told: set[str] = set()
    for run in runs:
        for node in (_agent(run), _activity(run), *_entities(run)):
            if node["@id"] not in told:
                told.add(node["@id"])
                yield node


def _agent(run: Run) -> dict[str, Any]:
    return {
        "@id": _agent_id(run),
        "@type": "prov:SoftwareAgent",
        "dcterms:title": "Sourceline",
        "dcterms:hasVersion": f"{run.code_version} (parser {run.parser_version}, schema {run.schema_version})",
    }


def _agent_id(run: Run) -> str:
    return f"urn:sourceline:version:{run.code_version}:{run.parser_version}:{run.schema_version}"


def _activity(run: Run) -> dict[str, Any]:
    times = {"prov:startedAtTime": run.started_at, "prov:endedAtTime": run.finished_at}
    return {
        "@id": f"urn:sourceline:run:{run.run_id}",
        "@type": "prov:Activity",
        "prov:wasAssociatedWith": {"@id": _agent_id(run)},
        "prov:used": [{"@id": f"urn:sha256:{read['document_id']}"} for read in run.extractions],
    } | {name: {"@type": "xsd:dateTime", "@value": utc(time)} for name, time in times.items() if time}


def _entities(run: Run) -> Iterator[dict[str, Any]]:
    for read in run.extractions:
        document = f"urn:sha256:{read['document_id']}"
        place = {"prov:atLocation": read["path"]} if read["path"] else {}
        yield {"@id": document, "@type": "prov:Entity", "dcterms:format": read["media_type"]} | place
        yield {
            "@id": f"urn:sourceline:extraction:{read['extraction_id']}",
            "@type": "prov:Entity",
            "prov:wasDerivedFrom": {"@id": document},
            "prov:wasGeneratedBy": {"@id": f"urn:sourceline:run:{run.run_id}"},
        }
