"""PDF to drafts of blocks: pages are written one by one in reading order, then their lines are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from pypdfium2 import PdfDocument

from flows.reading.hidden import left_hidden
from flows.reading.outline import Draft, Reading
from flows.reading.pages import Pages
from flows.reading.passage import Passage, PassageBuilder
from flows.reading.pdf.furniture import furniture
from flows.reading.pdf.grids import table_drafts
from flows.reading.pdf.headings import promote
from flows.reading.pdf.hyphens import Hyphens
from flows.reading.pdf.metadata import read_metadata
from flows.reading.pdf.opening import open_pdf, pages_of
from flows.reading.pdf.page import Page, TableLayout
from flows.reading.pdf.paragraphs import Chunk, chunks_of
from flows.reading.pdf.pictures import shows_picture
from flows.reading.pdf.printed import PrintedLine, WrittenTable, write_sheet
from flows.reading.pdf.sheets import read_sheet
from flows.reading.pdf.transcript import Transcript
from flows.tables.pdf.continued import goes_on
from flows.tables.pdf.find import find_tables

TITLE_WITHIN = 8
"""Blocks among which a document's title is looked for."""


class Printed(NamedTuple):
    """The source text of a PDF, its pages, and the reading of it."""

    text: str
    pages: Pages
    reading: Reading


def read_pdf(source: bytes) -> Printed:
    """The source text of a PDF and the drafts of its blocks in reading order.

    Raises `Unreadable` when it is encrypted, damaged, or has more pages than are read.
    """
    with closing(open_pdf(source)) as document:
        transcript = Transcript()
        found = _written(document, transcript)
        metadata = read_metadata(document)
        count = len(document)
    text = transcript.text()
    drafts = _drafts(text, found, count)
    title = metadata.title or _printed_title(drafts)
    reading = Reading(drafts, left_hidden(text, drafts), replace(metadata, title=title))
    return Printed(text, transcript.pages(), reading)


def _written(document: PdfDocument, transcript: Transcript) -> list[PrintedLine | WrittenTable]:
    found: list[PrintedLine | WrittenTable] = []
    last: tuple[TableLayout, Page] | None = None
    for number, page in enumerate(pages_of(document), 1):
        if page is None:
            transcript.start_page(unread=True)
            continue
        sheet = read_sheet(page, number)
        unread = not sheet.page.words and shows_picture(page)
        transcript.start_page(sheet.ink_as_shown(), unread=unread)
        tables = find_tables(sheet.page)
        continued = tables[0] if last and tables and goes_on(*last, tables[0], sheet.page) else None
        for written in write_sheet(sheet, tables, transcript):
            if isinstance(written, WrittenTable) and written.layout is continued:
                found.append(replace(written, goes_on=True))
            else:
                found.append(written)
        last = (tables[-1], sheet.page) if tables else None
    return found


def _drafts(source: str, found: Sequence[PrintedLine | WrittenTable], pages: int) -> list[Draft]:
    lines = [line for line in found if isinstance(line, PrintedLine)]
    apart = furniture(lines, pages)
    body = [None if isinstance(line, WrittenTable) else line for line in found if _is_body(line, apart)]
    hyphens = Hyphens(line.text for line in lines)
    drafts = [_boilerplate(source, line) for line in lines if line.line.start in apart]
    drafts += [_draft(source, chunk, hyphens) for chunk in promote(chunks_of(body), _usual_size(body))]
    drafts += table_drafts(source, [table for table in found if isinstance(table, WrittenTable)])
    return sorted(drafts, key=lambda draft: draft.passage.runs[0].source_start)


def _is_body(line: PrintedLine | WrittenTable, apart: frozenset[int]) -> bool:
    return isinstance(line, WrittenTable) or line.line.start not in apart


def _usual_size(lines: Sequence[PrintedLine | None]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        if line:
            sizes[round(2 * line.size) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _boilerplate(source: str, line: PrintedLine) -> Draft:
    return Draft("boilerplate", Passage.verbatim(source, line.line.start, line.line.end), "pdf.furniture")


def _draft(source: str, chunk: Chunk, hyphens: Hyphens) -> Draft:
    builder = PassageBuilder(source)
    for line, following in pairwise([line.line for line in chunk.lines]):
        dropped, joint = hyphens.glue(line.text, following.text)
        builder.take(line.start, line.end - dropped)
        builder.line_break(line.end, following.start, joint)
    builder.take(chunk.lines[-1].line.start, chunk.lines[-1].line.end)
    passage, behind = builder.build(), 0
    if chunk.kind == "list_item" and chunk.marker:
        behind = len(passage.text) - len(passage.text[chunk.marker.length :].lstrip())
    return Draft(chunk.kind, passage, f"pdf.{chunk.kind}", chunk.level, chunk.depth, behind)


def _printed_title(drafts: Sequence[Draft]) -> str | None:
    """The largest heading, where it stands near the top."""
    near = drafts[:TITLE_WITHIN]
    return next((draft.passage.text for draft in near if draft.kind == "heading" and draft.level == 1), None)
