"""Extractions by column lose nothing on their way to frames."""

from __future__ import annotations

import pickle

from schemas.columns import HEADER, by_column
from schemas.frames import frames, frames_of
from schemas.rows import CONTENT_TABLES, columns_of
from tests.support.articles import BUSES, FERRIES, made_by_hand

ARTICLE = made_by_hand(FERRIES)


def test_every_value_stands_in_its_column() -> None:
    columns = by_column(ARTICLE)
    assert dict(zip(HEADER, columns.header, strict=True)) == {name: getattr(ARTICLE, name) for name in HEADER}
    for table, row in CONTENT_TABLES.items():
        rows = getattr(ARTICLE, table)
        for name, column in zip(columns_of(row), columns.tables[table], strict=True):
            assert list(column) == [getattr(each, name) for each in rows], (table, name)


def test_rows_and_lines_are_counted() -> None:
    columns = by_column(ARTICLE)
    assert columns.lines == len(ARTICLE.source_lines)
    assert {table: columns.rows(table) for table in CONTENT_TABLES} == {
        table: len(getattr(ARTICLE, table)) for table in CONTENT_TABLES
    }


def test_a_process_away_they_are_the_same_frames() -> None:
    articles = [ARTICLE, made_by_hand(BUSES), made_by_hand("")]
    sent = pickle.loads(pickle.dumps([by_column(article) for article in articles]))
    for table, frame in frames(articles).items():
        assert frames_of(sent)[table].equals(frame), table
