"""Text set in columns, as streams that are read one after the other: a line across the page may belong to two texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from flows.reading.pdf.page import Word
from flows.tables.pdf.figures import is_figure
from flows.tables.pdf.gutters import free
from flows.tables.pdf.lines import Line, Scale, lines_of

# In ems: what columns of text keep free between them.
GUTTER = 0.9
# The part of a page's lines that may run over a gutter: headlines, pictures, tables over the whole width.
OVER = 0.4
# Lines one below the other that make a column, and the parts of them that must stand on both sides of a gutter and
# be full on either side: a table's columns hold figures or ragged text.
LEAST_LINES, BOTH, FULL = 6, 0.4, 0.3
# Beside a table: the parts of its lines that hold figures, and of the lines of text that run on.
HALF, MOSTLY = 0.5, 0.6
# Words of a full line, and the part of the column's width that they take.
WORDS, WIDTH = 4, 0.75
# The widest gutters, which are looked at; and columns within columns.
MOST_GUTTERS = 4
DEEPEST = 3
# Empty height between blocks; the lines of a table over several columns, and the part of them with figures behind a
# gutter.
BLOCK_GAP = 0.6
TABLE_LINES, FIGURES = 3, 0.7


def streams(lines: Sequence[Line], scale: Scale, depth: int = 0) -> Iterator[Sequence[Line]]:
    """The lines of a page, stream by stream: where it is set in columns, the lines of each."""
    cut = _gutter(lines, scale) if depth < DEEPEST else None
    if cut is None:
        yield lines
        return
    for is_over, group in groupby(lines, key=lambda line: _is_over(line, cut, scale)):
        found = list(group)
        if is_over or not _is_set_in_columns(found, cut, scale):
            yield found
            continue
        for is_table, part in _parts(found, cut, scale):
            if is_table:
                yield part
                continue
            for side in _sides((word for line in part for word in line.words), cut):
                yield from streams(lines_of(side), scale, depth + 1)


def _parts(lines: Sequence[Line], cut: float, scale: Scale) -> Iterator[tuple[bool, Sequence[Line]]]:
    """The lines cut where a table that is as wide as the columns around it starts and ends, and whether it is one."""
    figures = [_has_figures_behind(line, cut, scale) for line in lines]
    if sum(figures) < TABLE_LINES:
        yield False, lines
        return
    blocks = (
        (sum(figures[start:end]) >= max(TABLE_LINES, FIGURES * (end - start)), start, end)
        for start, end in _blocks(lines, scale)
    )
    for is_table, found in groupby(blocks, key=lambda block: block[0]):
        ranges = list(found)
        yield is_table, lines[ranges[0][1] : ranges[-1][2]]


def _blocks(lines: Sequence[Line], scale: Scale) -> Iterator[tuple[int, int]]:
    """Where blocks of lines with empty height between them start and end."""
    gaps = (line.edges.top - above.edges.bottom for above, line in pairwise(lines))
    starts = [0, *(at for at, gap in enumerate(gaps, 1) if gap > BLOCK_GAP * scale.em), len(lines)]
    return pairwise(starts)


def _has_figures_behind(line: Line, cut: float, scale: Scale) -> bool:
    """Whether a line goes on over a gutter, with figures alone; few lines of text end in a figure."""
    if not is_figure(line.words[-1].text):
        return False
    left, right = _sides(line.words, cut)
    return bool(left and right) and all(is_figure(cell.text) for cell in Line(tuple(right)).segments(scale.gap))


def _gutter(lines: Sequence[Line], scale: Scale, *, nested: bool = True) -> float | None:
    """The middle of the widest gutter that parts columns of text."""
    if sum(len(line.segments(scale.gap)) > 1 for line in lines) < BOTH * LEAST_LINES:
        return None
    extents = [segment.extent for line in lines for segment in line.without_leaders.segments(scale.gap)]
    gaps = [gap for gap in free(extents, int(OVER * len(lines))) if gap[1] - gap[0] >= GUTTER * scale.em]
    for left, right in sorted(gaps, key=lambda gap: gap[0] - gap[1])[:MOST_GUTTERS]:
        cut = (left + right) / 2
        groups = groupby(lines, key=lambda line: _is_over(line, cut, scale))
        if any(not over and _is_set_in_columns(list(group), cut, scale, nested=nested) for over, group in groups):
            return cut
    return None


def _is_over(line: Line, cut: float, scale: Scale) -> bool:
    return any(left < cut < right for left, right in (segment.extent for segment in line.segments(scale.gap)))


def _is_set_in_columns(lines: Sequence[Line], cut: float, scale: Scale, *, nested: bool = True) -> bool:
    """Whether lines are running text on both sides of a gutter; a `nested` one may part columns from another."""
    halves = [_sides(line.words, cut) for line in lines]
    both = [at for at, (left, right) in enumerate(halves) if left and right]
    if not both:
        return False
    halves = halves[both[0] : both[-1] + 1]  # one of the columns may be longer
    if len(halves) < LEAST_LINES or len(both) < BOTH * len(halves):
        return False
    sides = [[Line(tuple(words)) for words in side if words] for side in zip(*halves, strict=True)]
    running = [_is_running(side, scale) for side in sides]
    if not any(running):
        return False
    text, other = sides if running[0] else sides[::-1]
    if all(running) or (nested and _gutter(other, scale, nested=False) is not None):
        return True
    return _is_beside_table(_lined_anew(text), _lined_anew(other), scale)


def _sides(words: Iterable[Word], cut: float) -> tuple[list[Word], list[Word]]:
    """The words whose middles stand left and right of a gutter."""
    left: list[Word] = []
    right: list[Word] = []
    for word in words:
        start, _, end, _ = word.edges
        (left if (start + end) / 2 < cut else right).append(word)
    return left, right


def _lined_anew(lines: Sequence[Line]) -> list[Line]:
    """The words of one side of a page as lines of their own: those of the other side stand at other heights."""
    return lines_of(word for line in lines for word in line.words)


def _is_beside_table(text: Sequence[Line], other: Sequence[Line], scale: Scale) -> bool:
    """Whether text runs on from line to line beside lines with figures: what a table says of a row ends with it."""
    rows = [line.segments(scale.gap)[1:] for line in other]
    figures = sum(bool(cells) and all(is_figure(cell.text) for cell in cells) for cells in rows)
    runs_on = sum(line.text[0].islower() for line in text)
    return figures >= max(LEAST_LINES, HALF * len(other)) and min(
        _count_full(text, scale), runs_on, len(other)
    ) >= MOSTLY * len(text)


def _is_running(lines: Sequence[Line], scale: Scale) -> bool:
    return _count_full(lines, scale) >= FULL * len(lines)


def _count_full(lines: Sequence[Line], scale: Scale) -> int:
    """How many lines take up the width of their column without a gap."""
    extents = [line.extent for line in lines]
    width = WIDTH * (max(right for _, right in extents) - min(left for left, _ in extents))
    full = [
        line
        for line, (left, right) in zip(lines, extents, strict=True)
        if len(line.words) >= WORDS and right - left >= width
    ]
    return sum(len(line.segments(GUTTER * scale.em)) == 1 for line in full)
