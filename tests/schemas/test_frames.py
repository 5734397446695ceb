from __future__ import annotations

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from schemas.dtypes import BOXES, PIECES, TABLES, schema_of
from schemas.frames import frames
from schemas.rows import CONTENT_TABLES, Box, Piece, columns_of
from tests.support.articles import BUSES, FERRIES, made_by_hand, with_row

ARTICLE = made_by_hand(FERRIES, published=date(2024, 5, 17))


def test_there_is_one_eager_frame_per_table() -> None:
    made = frames([ARTICLE])
    assert tuple(made) == TABLES
    assert all(isinstance(frame, pl.DataFrame) for frame in made.values())


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("extractions", [[], [ARTICLE]], ids=["no article", "an article"])
def test_columns_are_typed_even_without_rows(table: str, extractions: list) -> None:
    assert frames(extractions)[table].schema == schema_of(table)


@pytest.mark.parametrize("table", CONTENT_TABLES)
def test_columns_are_those_of_the_row_behind_the_extraction(table: str) -> None:
    assert tuple(schema_of(table)) == ("extraction_id", *columns_of(CONTENT_TABLES[table]))


def test_rows_keep_their_order_and_their_extraction() -> None:
    other = made_by_hand(BUSES)
    made = frames([ARTICLE, other])["blocks"]
    assert made["quote"].to_list() == [block.quote for block in (*ARTICLE.blocks, *other.blocks)]
    assert set(made["extraction_id"]) == {ARTICLE.extraction_id, other.extraction_id}


def test_the_header_counts_lines_and_has_no_name() -> None:
    header = frames([ARTICLE])["extractions"].row(0, named=True)
    assert header["lines"] == FERRIES.count("\n") + 1
    assert header["published"] == date(2024, 5, 17)
    assert "name" not in header


def test_a_content_under_two_names_is_one_extraction() -> None:
    made = frames([replace(ARTICLE, name="a.txt"), replace(ARTICLE, name="b.txt")])
    assert made["extractions"].height == 1
    assert made["claims"].height == len(ARTICLE.claims)


def test_pieces_and_boxes_are_lists_of_structs() -> None:
    article = with_row(ARTICLE, "claims", 1, pieces=(Piece(98, 104), Piece(105, 141)), boxes=(Box(1, 0.5, 1, 2, 3),))
    claims = frames([article])["claims"]
    assert (claims.schema["pieces"], claims.schema["boxes"]) == (PIECES, BOXES)
    assert claims["pieces"].to_list()[1] == [{"start": 98, "end": 104}, {"start": 105, "end": 141}]
    boxes = [{"page": 1, "left": 0.5, "top": 1.0, "right": 2.0, "bottom": 3.0}]
    assert claims["boxes"].to_list() == [None, boxes]


def test_no_pieces_is_an_empty_list() -> None:
    cells = frames([ARTICLE])["cells"]
    assert cells.filter(cell_type="empty")["pieces"].to_list() == [[]]
