"""An article of the report: its lines cut into marked segments, the notes beside them, its claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from schemas.codes import CODES, Code
from warehouse.report.limits import Limits
from warehouse.report.marks import Mark, Segment
from warehouse.report.passages import of_blocks, of_lines, segments_of
from warehouse.report.rows import GRAVEST_FIRST, Claim, Finding, Header, Rows
from warehouse.report.titles import claim_title, finding_title, source_title

ABOUT_CLAIMS = "unsourced_figure"
"""The finding that a figure shows by its own look; a note counts it and does not quote the sentence again."""


class Note(NamedTuple):
    """The findings of one code on one line, and the first of them that are quoted."""

    line: int
    code: Code
    times: int
    quoted: Sequence[Finding]


class MarkedLine(NamedTuple):
    """A source line in segments, with its notes; `page` is set on the first line of a page."""

    line_no: int
    segments: Sequence[Segment]
    notes: Sequence[Note]
    page: int | None = None

    @property
    def in_table(self) -> bool:
        return any("table" in segment.classes.split() for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its text, which may be cut; `later` are the notes on lines beyond the cut."""

    header: Header
    anchor: str
    lines: Sequence[MarkedLine]
    is_cut: bool
    later: Sequence[Note]
    claims: Sequence[Claim]

    @property
    def claims_left_out(self) -> int:
        return self.header.claims - len(self.claims)


def mark_article(header: Header, anchor: str, rows: Rows, limits: Limits) -> Article:
    """The article that a header and its rows describe."""
    notes = list(_notes(rows.findings, limits.quotes))
    passages = [*of_lines(rows.lines), *of_blocks(rows.blocks)]
    beside, later = _placed(notes, [passage.line_no for passage in passages], limits.characters < header.visible)
    lines = [
        MarkedLine(passage.line_no, segments, beside.get(number, ()), passage.page)
        for number, (passage, segments) in enumerate(zip(passages, segments_of(passages, _marks(rows)), strict=True))
    ]
    return Article(
        header=header,
        anchor=anchor,
        lines=lines,
        is_cut=header.visible > limits.characters,
        later=later,
        claims=rows.claims[: limits.claims],
    )


def _placed(notes: Iterable[Note], lines: Sequence[int], is_cut: bool) -> tuple[dict[int, list[Note]], list[Note]]:
    """The notes by the number of the passage that they stand beside, and those on text beyond the cut."""
    beside: dict[int, list[Note]] = {}
    later = []
    for note in notes:
        number = max(bisect_right(lines, note.line) - 1, 0)
        if not lines or (is_cut and note.line > lines[-1]):
            later.append(note)
        else:
            beside.setdefault(number, []).append(note)
    return beside, later


def _marks(rows: Rows) -> Iterator[Mark]:
    shown = _shown(rows)
    for stretch in rows.stretches:
        layer, title = shown.get((stretch.layer, stretch.number), (stretch.layer, ""))
        yield Mark(stretch.char_start, stretch.char_end, layer, title)


def _shown(rows: Rows) -> dict[tuple[str, int], tuple[str, str]]:
    """How the stretches of a row are shown, by layer and number: their classes, and what a reader is told."""
    shown = {}
    for claim in rows.claims:
        told = claim_title(claim)
        shown["claim", claim.claim_no] = "claim", told
        shown["figure", claim.claim_no] = "figure unsourced" if claim.lacks_source else "figure", told
    for source in rows.sources:
        shown["source", source.attribution_no] = "source", source_title(source)
        shown["cue", source.attribution_no] = "cue", source_title(source)
    for finding in rows.findings:
        shown["finding", finding.finding_no] = f"finding {finding.severity}", finding_title(finding)
    return shown


def _notes(findings: Iterable[Finding], quotes: int) -> Iterator[Note]:
    """The findings, which come in the order of the text, by line and code; the gravest of a line first."""
    ordered = sorted(findings, key=lambda finding: (finding.line, GRAVEST_FIRST.index(finding.severity), finding.code))
    for (line, code), alike in groupby(ordered, lambda finding: (finding.line, finding.code)):
        found = list(alike)
        yield Note(line, CODES[code], len(found), () if code == ABOUT_CLAIMS else found[:quotes])
