"""What an article of the report shows, line by line: source lines as they stand, or blocks without their markup."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from warehouse.report.marks import Mark, Segment, cut
from warehouse.report.rows import PageBlock, SourceLine

_WHITE_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of the report: stretches of the source text, in order, and the white space read between them.

    `gaps` has one text for each stretch, which stands behind it; `marked_up` tells that entities and white space are
    still to be read as a browser does. `page` is set on the first line of a PDF's page.
    """

    line_no: int
    stretches: Sequence[tuple[int, str]]
    gaps: Sequence[str]
    marked_up: bool = False
    page: int | None = None


def of_lines(lines: Sequence[SourceLine]) -> Iterator[Passage]:
    """The source lines of a text."""
    page = None
    for line in lines:
        turned = line.page if line.page != page else None
        page = line.page
        yield Passage(line.line_no, [(line.char_start, line.text)], [""], page=turned)


def of_blocks(blocks: Sequence[PageBlock]) -> Iterator[Passage]:
    """The blocks of a web page, each under the line that it begins on."""
    for block in blocks:
        stretches = list(zip(block.starts, block.texts, strict=True))
        yield Passage(block.line_no, stretches, list(_gaps(block)), marked_up=True)


def _gaps(block: PageBlock) -> Iterator[str]:
    """What the quote has behind each stretch that is not in it."""
    at = 0
    for number, text in enumerate(block.texts, 1):
        at += len(_plain(text))
        gap = block.quote[at : at + 1] if number < len(block.texts) else ""
        if gap.isspace() and not _plain(block.texts[number]).startswith(gap):
            at += 1
            yield gap
        else:
            yield ""


def segments_of(passages: Sequence[Passage], marks: Iterable[Mark]) -> Iterator[tuple[Segment, ...]]:
    """The segments of each passage, as they are to be read."""
    pieces = cut([stretch for passage in passages for stretch in passage.stretches], marks)
    for passage in passages:
        read: Callable[[str], str] = _plain if passage.marked_up else str
        shown: list[Segment] = []
        for gap, segments in zip(passage.gaps, islice(pieces, len(passage.stretches)), strict=True):
            shown += [segment._replace(text=read(segment.text)) for segment in segments]
            if gap:
                shown.append(Segment(gap, "", ""))
        yield tuple(shown)


def _plain(text: str) -> str:
    return html.unescape(_WHITE_SPACE.sub(" ", text))
