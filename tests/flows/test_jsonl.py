"""Extractions as JSON Lines."""

from __future__ import annotations

import json

from flows.extract import extract
from flows.jsonl import line, records
from schemas.rows import CONTENT_TABLES, columns_of

ARTICLE = """---
title: Fares
date: 2024-05-17
---

Fares rose by 3% in 2022.

| Line | Share |
|---|---|
| East | 30% |
"""


def lines() -> list[dict[str, object]]:
    extraction = extract(ARTICLE.encode(), media_type="text/markdown", name="fares.md")
    return [json.loads(line(record)) for record in records(extraction)]


def test_the_header_comes_first_and_names_the_document() -> None:
    header = lines()[0]
    assert (header["record"], header["name"], header["title"]) == ("extractions", "fares.md", "Fares")
    assert header["published"] == "2024-05-17"
    assert not {*CONTENT_TABLES} & {*header}


def test_every_row_names_its_table_and_extraction_and_has_its_columns() -> None:
    header, *rows = lines()
    assert {row["record"] for row in rows} >= {
        "source_lines",
        "blocks",
        "source_tables",
        "cells",
        "quantities",
        "claims",
    }
    for row in rows:
        assert [*row] == ["record", "extraction_id", *columns_of(CONTENT_TABLES[str(row["record"])])]
        assert row["extraction_id"] == header["extraction_id"]


def test_pieces_are_objects_that_slice_the_source_text() -> None:
    claims = [row for row in lines() if row["record"] == "claims"]
    assert claims
    for claim in claims:
        pieces = claim["pieces"]
        assert isinstance(pieces, list)
        assert "".join(ARTICLE[piece["start"] : piece["end"]] for piece in pieces) == claim["quote"]


def test_an_empty_span_list_stays_a_list_and_null_stays_null() -> None:
    block = next(row for row in lines() if row["record"] == "blocks")
    assert block["section_path"] == []
    assert block["boxes"] is None
