"""Tables of Markdown: the passage of a table, its pipes and delimiter row with it, the markup in its cells left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt

from flows.reading.content import Content
from flows.reading.inline import Misaligned, visible_parts
from flows.reading.passage import Passage, PassageBuilder
from flows.reading.pipes import split_row
from schemas.rows import Piece


class TableReader:
    """Reads tables of one source text; `env` holds the link definitions that the parser has found in it."""

    def __init__(self, source: str, parser: MarkdownIt, env: dict[str, Any]) -> None:
        self._source = source
        self._parser = parser
        self._env = env

    def passage(self, lines: Sequence[Piece], cells: Mapping[int, Sequence[str]]) -> Passage:
        """The passage of the table on the given lines; `cells` are the parser's, by the number of the line."""
        builder = PassageBuilder(self._source)
        last: int | None = None
        for number, line in enumerate(lines):
            written = Passage.verbatim(self._source, *line).stripped()
            row = self._row(written, cells.get(number, ()))
            if last is not None:
                builder.line_break(last, row.runs[0].source_start, "\n")
            builder.add(row)
            last = written.runs[-1].source_end
        return builder.build()

    def _row(self, line: Passage, cells: Sequence[str]) -> Passage:
        """A row as it is shown. Cells behind the last column of the header are not (GitHub Flavored Markdown, 4.10)."""
        if not cells:
            return line
        builder, at, end = PassageBuilder(self._source), line.runs[0].source_start, line.runs[-1].source_end
        for cell, text in zip(split_row(self._source, at, end), cells, strict=False):
            builder.take(at, cell[0])
            self._cell(builder, cell, text)
            at = cell[1]
        if self._source.startswith("|", at, end):
            builder.take(at, at + 1)
        shown = builder.build().stripped()
        return shown if shown.text else line

    def _cell(self, builder: PassageBuilder, cell: tuple[int, int], text: str) -> None:
        try:
            content = Content.of_cell(self._source, cell, text)
            parts = list(visible_parts(self._parser, text, self._env))
        except Misaligned:
            builder.take(*cell)
            return
        builder.take(cell[0], content.segments[0].source_start)
        content.write(builder, parts)
        builder.take(content.segments[-1].source_end, cell[1])
