"""An article of the report: its lines cut into marked segments, the notes beside them, its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from schemas.codes import CODES, Code
from warehouse.report.limits import Limits
from warehouse.report.marks import Mark, Segment, cut
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
    """A source line in segments, with its notes."""

    line_no: int
    segments: Sequence[Segment]
    notes: Sequence[Note]

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
    segments = cut([(line.char_start, line.text) for line in rows.lines], _marks(rows))
    beside = {line: list(alike) for line, alike in groupby(notes, lambda note: note.line)}
    lines = [
        MarkedLine(line.line_no, pieces, beside.get(line.line_no, ()))
        for line, pieces in zip(rows.lines, segments, strict=True)
    ]
    return Article(
        header=header,
        anchor=anchor,
        lines=lines,
        is_cut=header.characters > limits.characters,
        later=[note for note in notes if note.line > len(lines)],
        claims=rows.claims[: limits.claims],
    )


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
