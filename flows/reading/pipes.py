"""Rows of pipe tables: what is one, and where its cells stand (GitHub Flavored Markdown, section 4.10).

Cells are split before anything inside them is read: a pipe parts two cells unless a backslash stands before it, inside
code spans too. Grids drawn with "+---+" lines are read by the same rules.
"""

from __future__ import annotations

import regex

ESCAPED_PIPE = regex.compile(r"\\(?=\|)")
"""The backslash in front of a pipe that parts no cells; it is not part of the cell's text."""

_CONTAINER = regex.compile(r"(?:[ \t]*+(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*+[ \t]*+")
_PIPE = regex.compile(r"(?<!\\)\|")
_DELIMITER = regex.compile(r"[|+]?[ \t]*:?[-=]+:?(?:[ \t]*[|+][ \t]*:?[-=]+:?)*[ \t]*[|+]?")


def is_delimiter(line: str) -> bool:
    """Whether a stripped line parts rows: dashes in each cell, and at least one "|" or "+"."""
    return bool(_DELIMITER.fullmatch(line)) and ("|" in line or "+" in line)


def is_rule(line: str) -> bool:
    """Whether a stripped line parts rows below the header: a delimiter of two dashes and more (one marks no value)."""
    return is_delimiter(line) and ("--" in line or "==" in line)


def is_boxed(line: str) -> bool:
    """Whether a stripped line is a row between outer pipes, with two cells or more."""
    return line.startswith("|") and line.endswith("|") and len(split_row(line, 0, len(line))) >= 2


def split_row(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells of the row at source[start:end] stand, white space around them included."""
    cells, at = [], start
    pipes = [found.start() for found in _PIPE.finditer(source, start, end)]
    if pipes and not source[start : pipes[0]].strip():
        at = pipes.pop(0) + 1
    for pipe in pipes:
        cells.append((at, pipe))
        at = pipe + 1
    if not pipes or source[at:end].strip():
        cells.append((at, end))
    return cells


def container_end(source: str, start: int, end: int) -> int:
    """Where a line's content starts, behind the marks of the quotes and list items that it stands in."""
    found = _CONTAINER.match(source, start, end)
    return found.end() if found else start


def column_count(line: str) -> int:
    """The number of cells in a line; a "+" parts them too where it is a delimiter of that style."""
    row = line.replace("+", "|") if is_delimiter(line) else line
    return len(split_row(row, 0, len(row)))
