"""Every current row against the raw bytes: are they still there, and does their text say what the rows say?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import duckdb

from flows.reading.read import read, source_text
from warehouse.check import run_checks
from warehouse.content import Content, contents
from warehouse.evidence import Disagreement, lines_that_differ, quotes_that_differ, unledgered_digits, untiled_text


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
    """How many documents and rows were held against their bytes, and what did not agree."""

    documents: int
    rows: int
    problems: tuple[Problem, ...]


def verify(connection: duckdb.DuckDBPyConnection, raw: Path) -> Verification:
    """Check promises 1 to 3 on every current row; source files are looked for below `raw`.

    A file that is gone or has changed is a problem of its own; the rows are checked against another copy, if any.
    """
    problems = [
        Problem("check_failed", broken.check.name, broken.check.description) for broken in run_checks(connection)
    ]
    documents = rows = 0
    for content in contents(connection):
        source, drift = _find_source(content, raw)
        problems += drift
        if source is None:
            continue
        documents += 1
        rows += content.rows
        problems += _problems(content, source)
    return Verification(documents, rows, tuple(problems))


def _find_source(content: Content, raw: Path) -> tuple[bytes | None, list[Problem]]:
    """The bytes of the first path that still holds the document, and what is wrong with the other paths."""
    source, drift = None, []
    for path in content.header.paths:
        try:
            found = (raw / path).read_bytes()
        except OSError as error:
            drift.append(Problem("source_gone", path, error.strerror or type(error).__name__))
            continue
        if hashlib.sha256(found).hexdigest() == content.header.document_id:
            source = source or found
        else:
            drift.append(Problem("source_changed", path))
    return source, drift


def _problems(content: Content, source: bytes) -> Iterator[Problem]:
    text = source_text(source, content.header.media_type, content.header.encoding)
    place = content.header.paths[0]
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
