"""extract(): the bytes of an article to the rows of an extraction."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from flows.extract import extract
from flows.reading.decoding import Unreadable
from schemas.rows import CONTENT_TABLES, columns_of

ARTICLE = b"""\
---
title: Ferries
author: Maria Costa
date: 2024-05-17
---

# 1. Riders

Ridership rose by 5% last year, the Harbour Board said.

1. East has 3 piers.
2. West has 2.

| Line | Share |
|---|---|
| East | 60% |

    pier(7)
"""


def test_the_header_says_what_the_article_says_of_itself() -> None:
    rows = extract(ARTICLE, name="ferries.md")
    assert (rows.title, rows.author, rows.published) == ("Ferries", "Maria Costa", date(2024, 5, 17))
    assert (rows.name, rows.media_type, rows.encoding) == ("ferries.md", "text/markdown", "utf-8")
    assert (rows.characters, rows.replaced_characters, rows.truncated) == (len(ARTICLE), 0, False)


def test_every_table_has_its_rows() -> None:
    rows = extract(ARTICLE, name="ferries.md")
    counts = {table: len(getattr(rows, table)) for table in CONTENT_TABLES}
    assert all(counts[table] for table in CONTENT_TABLES if table not in ("findings", "mentions"))


def test_relative_times_count_from_the_date_of_the_article_unless_told() -> None:
    def year(reference: date | None) -> str | None:
        return extract(ARTICLE, name="ferries.md", reference_date=reference).claims[0].period_edtf

    assert year(None) == "2023"
    assert year(date(2020, 1, 1)) == "2019"


def test_every_numeral_has_the_role_of_its_place() -> None:
    rows = extract(ARTICLE, name="ferries.md")
    assert [(row.quote, row.role) for row in rows.quantities] == [
        ("1", "list_marker"),
        ("5%", "value"),
        ("last year", "period"),
        ("1", "list_marker"),
        ("3", "value"),
        ("2", "list_marker"),
        ("2", "value"),
        ("60%", "value"),
        ("7", "code"),
    ]


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("# 1.2 Riders", {"1.2": "list_marker"}),
        ("# 3) Fares", {"3": "list_marker"}),
        ("# 1.5 Million Riders", {"1.5 Million": "value"}),
        ("# 12 piers", {"12": "value"}),
    ],
)
def test_tells_the_number_of_a_heading_from_a_figure(heading: str, roles: dict[str, str]) -> None:
    rows = extract(f"{heading}\n\nText.".encode(), media_type="text/markdown")
    assert {row.quote: row.role for row in rows.quantities} == roles


def test_the_numerals_of_boilerplate_and_code_make_no_claims() -> None:
    rows = extract(b"Text.\n\n```\nfares(5)\n```\n", media_type="text/markdown")
    assert [(row.quote, row.role, row.value) for row in rows.quantities] == [("5", "code", None)]
    assert rows.claims == ()


def test_the_name_of_an_extraction_depends_on_document_type_and_reference_date() -> None:
    def name(source: bytes, media_type: str, reference: date | None) -> str:
        return extract(source, media_type=media_type, reference_date=reference).extraction_id

    same = name(b"x 5", "text/plain", None)
    assert same == extract(b"x 5", media_type="text/plain", name="other.txt").extraction_id
    others = [
        name(b"x 6", "text/plain", None),
        name(b"x 5", "text/markdown", None),
        name(b"x 5", "text/plain", date(2024, 1, 1)),
    ]
    assert len({same, *others}) == 4


@pytest.mark.parametrize("source", [b"", b" \n", "\ufeff".encode()])
def test_an_empty_article_has_no_rows(source: bytes) -> None:
    rows = extract(source, media_type="text/plain")
    assert (rows.blocks, rows.quantities, rows.claims) == ((), (), ())


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Unreadable):
        extract(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20, media_type="text/plain")


def test_rows_are_told_apart_by_what_they_hold() -> None:
    first, again, other = (
        extract(text).quantities[0] for text in (b"It has 5 piers.", b"It has 5 piers.", b"It is 5.")
    )
    assert len({first, again, other}) == 2


def test_rows_have_the_columns_of_their_tables() -> None:
    rows = extract(ARTICLE, name="ferries.md")
    for table, row_type in CONTENT_TABLES.items():
        for row in getattr(rows, table):
            assert all(hasattr(row, column) for column in columns_of(row_type))


def test_reading_needs_neither_frames_nor_warehouse_nor_scheduler() -> None:
    heavy = ("prefect", "polars", "pandera", "duckdb", "pyarrow", "warehouse")
    code = f"import sys, flows.extract; sys.exit(any(name in sys.modules for name in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
