"""Claims as W3C Web Annotations, one JSON-LD object a line: what is said, and selectors of where.

A quote selector names the passage by its text and what stands around it. Position selectors count the characters of
the text without its markup, so that only plain text has one. A page with an address gets a link that opens it at the
passage.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb

from warehouse.export.fragments import fragment, link
from warehouse.statements import statements

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PLAIN = "text/plain"
WEB = ("https://", "http://")
AROUND = 32
"""Characters of context in front of a quote and behind it."""

CHUNK = 10_000

SAID = (
    "kind subject predicate population value value_low value_high unit comparator period modality negated source"
).split()
"""What an annotation's body tells of its claim, where it is known."""


def write_annotations(connection: duckdb.DuckDBPyConnection, target: Path) -> None:
    """Write one annotation for each current claim, in the order of the claims."""
    with target.open("w", encoding="utf-8") as file:
        for claim in _claims(connection):
            file.write(json.dumps(annotation(claim), ensure_ascii=False) + "\n")


def annotation(claim: Mapping[str, Any]) -> dict[str, Any]:
    """The annotation of a claim: a row of `queries/annotated_claims.sql`."""
    said = {name: claim[name] for name in SAID if claim[name] is not None}
    return {
        "@context": CONTEXT,
        "id": f"urn:sourceline:claim:{claim['claim_id']}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "application/json",
            "value": json.dumps(said, ensure_ascii=False),
        },
        "target": _target(claim),
    }


def _target(claim: Mapping[str, Any]) -> dict[str, Any]:
    selectors = [_quote_selector(claim)]
    if claim["media_type"] == PLAIN:
        selectors.append({"type": "TextPositionSelector", "start": claim["char_start"], "end": claim["char_end"]})
    url, target = claim["url"] or "", {"source": f"urn:sha256:{claim['document_id']}"}
    if url.startswith(WEB):
        selectors.append({"type": "FragmentSelector", "value": fragment(claim["quote"])})
        target = {"id": link(url, claim["quote"]), "source": url}
    return target | {"type": "SpecificResource", "selector": selectors}


def _quote_selector(claim: Mapping[str, Any]) -> dict[str, Any]:
    quote, block = claim["quote"], claim["block_quote"]
    at = _place(quote, block, claim["char_start"] - claim["block_start"])
    selector = {"type": "TextQuoteSelector", "exact": quote}
    if at is None:
        return selector
    before, behind = block[max(0, at - AROUND) : at], block[at + len(quote) : at + len(quote) + AROUND]
    return selector | {"prefix": before, "suffix": behind}


def _place(quote: str, block: str, distance: int) -> int | None:
    """Where the quote stands in its block: at its distance if no markup intervenes, else where it is the only one."""
    if block.startswith(quote, distance):
        return distance
    at = block.find(quote)
    return at if at >= 0 and block.find(quote, at + 1) < 0 else None


def _claims(connection: duckdb.DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    (query,) = [query for query in statements("export/queries") if query.name == "annotated_claims"]
    result = connection.execute(query.sql)
    names = [column[0] for column in result.description or ()]
    while rows := result.fetchmany(CHUNK):
        yield from (dict(zip(names, row, strict=True)) for row in rows)
