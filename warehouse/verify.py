"""Every row against the raw bytes: are they still there, and does their text say what the rows say?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import duckdb

from flows.archives import open_item
from flows.items import Place, SourceItem
from flows.progress import tell
from flows.reading.decoding import Unreadable
from flows.reading.read import read, source_text
from schemas.dtypes import TABLES
from warehouse.check import run_checks
from warehouse.checksums import changed_rows
from warehouse.content import Content, Header, contents, gone_documents, headers
from warehouse.evidence import Disagreement, lines_that_differ, quotes_that_differ, unledgered_digits, untiled_text
from warehouse.parts import damaged_parts


@dataclass(frozen=True, slots=True)
class Problem:
    """One disagreement: a code of `schemas.codes`, where (a source file, or the name of a check), and what was there.

    `table` and `char_start` are set where a row is at fault.
    """

    code: str
    place: str
    shown: str = ""
    table: str | None = None
    char_start: int | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """How many documents and rows were held against their bytes, and what did not agree.

    `problems` are the first `MOST`, `more` is how many there are beyond. Documents that lie nowhere any more are
    `gone`: there is nothing to hold their rows against.
    """

    documents: int
    rows: int
    problems: tuple[Problem, ...]
    more: int = 0
    gone: int = 0


MOST = 1000
"""Problems that are kept; of a warehouse with more, the number says enough."""


def verify(connection: duckdb.DuckDBPyConnection, raw: Path, published: Path | None = None) -> Verification:
    """Check promises 1 to 3 on the rows of every document in the landing zone; source files are looked for below `raw`.

    A file that is gone or has changed is a problem of its own; the rows are checked against another copy, if any. All
    rows, those of documents that are gone included, are held against the checksums that they were loaded with. With
    the path of what is `published`, the files that it is made of are held against their checksums, too. Tells
    `flows.progress` how far it is. Raises what DuckDB raises over a damaged block: every block is read.
    """
    seen = _Seen()
    if published:
        seen.add(Problem("part_damaged", part) for part in damaged_parts(connection, published))
    read_every_block(connection)
    seen.add(Problem("check_failed", broken.check.name, broken.check.description) for broken in run_checks(connection))
    seen.add(Problem("rows_changed", changed.place, table=changed.table) for changed in changed_rows(connection))
    planned = len(headers(connection))
    for number, content in enumerate(contents(connection), start=1):
        seen.add(_held_against(content, raw, seen))
        tell(number, planned)
    return Verification(len(seen.documents), seen.rows, tuple(seen.problems), seen.more, gone_documents(connection))


@dataclass(slots=True)
class _Seen:
    """What has been verified so far."""

    documents: set[str] = field(default_factory=set)
    rows: int = 0
    problems: list[Problem] = field(default_factory=list)
    more: int = 0
    drifted: set[Problem] = field(default_factory=set)

    def add(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            if len(self.problems) < MOST:
                self.problems.append(problem)
            else:
                self.more += 1


def read_every_block(connection: duckdb.DuckDBPyConnection) -> None:
    """Have DuckDB read every column of every table: it holds each block against its checksum."""
    stored = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    for table in {*TABLES, *(name for (name,) in stored)}:
        connection.execute(f"SELECT bit_xor(hash(entry)) FROM {table} AS entry").fetchall()


def _held_against(content: Content, raw: Path, seen: _Seen) -> Iterator[Problem]:
    source, drift = _find_source(content.header, raw)
    yield from (problem for problem in drift if problem not in seen.drifted)
    seen.drifted.update(drift)
    if source is not None:
        seen.documents.add(content.header.document_id)
        seen.rows += content.rows
        yield from _problems(content, source)


def _find_source(header: Header, raw: Path) -> tuple[bytes | None, list[Problem]]:
    """The bytes at the first place that still holds the document, and what is wrong with the other places."""
    source, drift = None, []
    for place in header.places:
        item = _item(header, place, raw)
        try:
            found = open_item(item)
        except OSError as error:
            drift.append(Problem("source_gone", item.name, error.strerror or type(error).__name__))
        except Unreadable as error:
            drift.append(Problem("source_changed", item.name, error.message))
        else:
            if hashlib.sha256(found).hexdigest() == header.document_id:
                source = source or found
            else:
                drift.append(Problem("source_changed", item.name))
    return source, drift


def _item(header: Header, place: Place, raw: Path) -> SourceItem:
    return SourceItem(place.path, str(raw / place.path), 0, 0, header.media_type, place.member, place.byte_offset)


def _problems(content: Content, source: bytes) -> Iterator[Problem]:
    text = source_text(source, content.header.media_type, content.header.encoding)
    place = _item(content.header, content.header.places[0], Path()).name
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != content.header.text_sha256:
        yield Problem("text_differs", place, content.header.encoding)
        return
    for table, found in _disagreements(content, source, text):
        yield Problem(found.code, place, found.shown, table, found.start)


def _disagreements(content: Content, source: bytes, text: str) -> Iterator[tuple[str, Disagreement]]:
    for found in lines_that_differ(text, content.lines):
        yield "source_lines", found
    for table, rows in content.grounded.items():
        for found in quotes_that_differ(text, content.header.media_type, rows):
            yield table, found
    if content.header.is_complete:
        blocks = _spans(content, "blocks")
        for found in untiled_text(text, blocks, _hidden(content, source)):
            yield "blocks", found
        for found in unledgered_digits(text, content.header.media_type, blocks, _spans(content, "quantities")):
            yield "quantities", found


def _spans(content: Content, table: str) -> list[tuple[int, int]]:
    return list(chain.from_iterable(pieces for pieces, _ in content.grounded[table]))


def _hidden(content: Content, source: bytes) -> Sequence[tuple[int, int]]:
    """The markup of the text, which only the reader of its media type can tell from what is visible."""
    return read(source, media_type=content.header.media_type).hidden
