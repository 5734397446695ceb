"""The SQL files that belong to the warehouse: migrations, views, saved queries, checks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

Folder = Literal["migrations", "views", "queries", "checks", "report/queries"]

_PARAMETER = re.compile(r"\$(?P<name>\w+): (?P<description>.+)")


class Parameter(NamedTuple):
    """What a saved query can be told, and what it does where it is not."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A SQL file: its name without suffix, its first comment lines as a description, and the parameters named there.

    A parameter is a comment line of its own, "$name: what it means; what holds without it". It is NULL if not given.
    """

    name: str
    description: str
    sql: str
    parameters: tuple[Parameter, ...] = ()


@cache
def statements(folder: Folder) -> tuple[Statement, ...]:
    """The files of a folder in the order of their names, which for numbered ones is the order to apply them in."""
    found = resources.files("warehouse").joinpath(folder)
    files = sorted((file for file in found.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return tuple(_statement(file.name.removesuffix(".sql"), file.read_text("utf-8")) for file in files)


def _statement(name: str, sql: str) -> Statement:
    description, parameters = [], []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        comment = line.removeprefix("--").strip()
        if parameter := _PARAMETER.fullmatch(comment):
            parameters.append(Parameter(**parameter.groupdict()))
        else:
            description.append(comment)
    return Statement(name, " ".join(description), sql, tuple(parameters))


def literal(text: object) -> str:
    """The text as SQL writes it, for statements that take no parameters."""
    return "'" + str(text).replace("'", "''") + "'"
