from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.support.articles import BUSES, FERRIES
from warehouse.export.annotations import annotation, write_annotations

CLAIM: dict[str, Any] = {
    "claim_id": "ab" * 8,
    "kind": "quantity",
    "quote": "42 % of ferries",
    "char_start": 10,
    "char_end": 25,
    "subject": None,
    "predicate": None,
    "population": "ferries",
    "value": 42.0,
    "value_low": 42.0,
    "value_high": 42.0,
    "unit": "percent",
    "comparator": "eq",
    "period": None,
    "modality": "asserted",
    "negated": False,
    "source": None,
    "block_quote": "In March, 42 % of ferries were late.",
    "block_start": 0,
    "document_id": "cd" * 32,
    "media_type": "text/plain",
    "language": None,
    "url": None,
    "path": "ferries.txt",
}


def selectors(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {selector["type"]: selector for selector in told["target"]["selector"]}


def test_a_quote_is_told_with_its_context_and_its_place_in_plain_text() -> None:
    told = annotation(CLAIM)
    assert told["target"]["source"] == f"urn:sha256:{'cd' * 32}"
    assert selectors(told) == {
        "TextQuoteSelector": {
            "type": "TextQuoteSelector",
            "exact": "42 % of ferries",
            "prefix": "In March, ",
            "suffix": " were late.",
        },
        "TextPositionSelector": {"type": "TextPositionSelector", "start": 10, "end": 25},
    }
    assert json.loads(told["body"]["value"])["population"] == "ferries"


def test_a_page_with_an_address_is_linked_at_the_passage() -> None:
    told = annotation(CLAIM | {"media_type": "text/html", "url": "https://example.org/a?b=1#top", "char_start": 70})
    assert told["target"]["id"] == "https://example.org/a?b=1#:~:text=42%20%25%20of%20ferries"
    assert set(selectors(told)) == {"TextQuoteSelector", "FragmentSelector"}
    assert selectors(told)["TextQuoteSelector"]["prefix"] == "In March, "


def test_what_could_be_one_of_two_passages_is_given_no_context() -> None:
    twice = {"block_quote": "42 % of ferries here, 42 % of ferries there", "char_start": 50, "media_type": "text/html"}
    assert selectors(annotation(CLAIM | twice))["TextQuoteSelector"] == {
        "type": "TextQuoteSelector",
        "exact": "42 % of ferries",
    }


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", ""])
def test_only_addresses_of_the_web_are_linked(url: str) -> None:
    assert "id" not in annotation(CLAIM | {"url": url})["target"]


def test_every_current_claim_has_one_whose_position_is_its_quote(
    reader: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    write_annotations(reader, tmp_path / "a.jsonl")
    told = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    assert len(told) == len(reader.execute("FROM current_claims").fetchall()) > 0
    for one in told:
        exact, place = (selectors(one)[kind] for kind in ("TextQuoteSelector", "TextPositionSelector"))
        assert any(text[place["start"] : place["end"]].split() == exact["exact"].split() for text in (FERRIES, BUSES))
