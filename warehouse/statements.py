"""The SQL files that belong to the warehouse: migrations, views, saved queries, checks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Folder = Literal["migrations", "views", "queries", "checks", "report/queries", "export/queries"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A SQL file: its name without suffix, and its first comment lines as a description."""

    name: str
    description: str
    sql: str


@cache
def statements(folder: Folder) -> tuple[Statement, ...]:
    """The files of a folder in the order of their names, which for numbered ones is the order to apply them in."""
    found = resources.files("warehouse").joinpath(folder)
    files = sorted((file for file in found.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return tuple(_statement(file.name.removesuffix(".sql"), file.read_text("utf-8")) for file in files)


def _statement(name: str, sql: str) -> Statement:
    comments = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        comments.append(line.removeprefix("--").strip())
    return Statement(name, " ".join(comments), sql)
